using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5107: the score on the test set decides when a loop of training ends, or which of its models is saved. A loop that
/// only prints the score is no finding; what keeps a model in a variable is MLS5102's.
/// Of a network in a training loop the same holds: see <see cref="TestChoice"/>.
/// </summary>
internal sealed class MLS5107 : CodeRule
{
    public MLS5107()
        : base(
            "MLS5107",
            "`{0}` decides by the score on {1}, measured at line {2}, when training ends or which model is saved. "
                + "Stop by a dev set, split from the training part, and measure the result once on the test set.",
            "Early stopping chooses one of many models. The set that chooses is the dev set, and its score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var (choice, candidate, rivals) in MLS5102.Comparisons(Selection.Stops, context))
        {
            if (choice.SharesLoop(candidate.Fit) && !MLS5102.IsDev(choice, candidate, rivals, context))
                MLS5102.Report(choice, candidate, context);
        }

        foreach (var choice in TestChoice.All(context).Where(choice => !choice.IsBetweenNetworks))
        {
            var place = CodeContext.PlaceOf(choice.Choice.Site);
            context.Report(
                place,
                [choice.Score.Of.Site.Node, choice.Score.Pass.Node],
                null,
                CodeContext.Quote(place.Node),
                choice.Data,
                CodeContext.Line(choice.Score.Pass.Node, place.Node));
        }
    }
}
