using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8006: backward is called on a loss that was surely computed while gradients were off, so that there is nothing to
/// go back through. Calling backward inside such a scope on a loss from outside of it is no finding.
/// </summary>
internal sealed class MLS8006 : CodeRule
{
    public MLS8006()
        : base(
            "MLS8006",
            "`{0}` goes back through a computation that wasn't recorded: `{1}` at line {2} had switched gradients off. It fails, and nothing is learnt. Compute the loss outside of that scope.",
            "Gradients are computed from what was recorded on the way forward.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var backward in context.Trace.All<BackwardEvent>())
        {
            // A scope that never ends is a finding of its own.
            if (backward.Loss is not UnrecordedTensor { Off: var off } || MLS8005.IsNeverDisposed(off.Node))
                continue;
            var place = CodeContext.PlaceOf(backward.Site);
            context.Report(
                place,
                [off.Node],
                null,
                CodeContext.NameOf(backward.Site),
                CodeContext.Quote(off.Node),
                CodeContext.Line(off.Node, place.Node));
        }
    }
}
