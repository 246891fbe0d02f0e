using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8009: a network with dropout, batch norm or the like gets weights from a file and predicts, and nobody has put it
/// into a mode. Code that trains is no finding: it may go on with what it has loaded.
/// </summary>
internal sealed class MLS8009 : CodeRule
{
    public MLS8009()
        : base(
            "MLS8009",
            "`{0}` predicts with the weights that `{1}` loads at line {2}, and the network is still in training mode: dropout and batch norm act as in training. Call `{3}.eval()` after loading.",
            "Predictions of a network in training mode depend on chance and on the other rows of the batch.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var reported = new HashSet<object>();
        foreach (var forward in context.Trace.All<ForwardEvent>())
        {
            if (Loading(forward, context) is not { } weights || !reported.Add(forward.Module.Origin))
                continue;
            var place = CodeContext.PlaceOf(forward.Site);
            var model = Statements.ReceiverOf(weights.Node);
            var edits = model is not null && Statements.Of(weights.Node) is { } statement
                ? new Edits($"Call {model}.eval() after loading").InsertAfter(statement, $"{model}.eval();")
                : null;
            context.Report(
                place,
                [weights.Node],
                edits,
                CodeContext.NameOf(forward.Site),
                CodeContext.NameOf(weights.Site),
                CodeContext.Line(weights.Node, place.Node),
                Statements.ReceiverOf(place.Node) ?? model ?? "model");
        }
    }

    /// <summary>The call that loads the weights with which a network predicts in training mode; null when that isn't sure.</summary>
    public static WeightsEvent? Loading(ForwardEvent forward, CodeContext context)
    {
        var trace = context.Trace;
        if (trace.All<BackwardEvent>().Any() || trace.All<StepEvent>().Any()
            || !forward.Mode.Alternatives.All(mode => mode is Mode { IsTraining: true, SetAt: null })
            || trace.All<WeightsEvent>().LastOrDefault(load => load.Module.Equals(forward.Module) && load.Order < forward.Order) is not { } weights
            || ModeLayers.In(forward.Module, context.Flow.Compilation) != true
            || MLS8002.IsProbe(forward.Node)
            || MLS8002.Reason(forward, context) is not null)
        {
            return null;
        }

        return weights;
    }
}
