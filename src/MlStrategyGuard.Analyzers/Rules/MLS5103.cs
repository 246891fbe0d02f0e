using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5103: several models that differ in more than their rows are measured on one test part, and nothing measures them
/// on a dev set or by cross-validation. Where the code itself chooses by these scores, that is another rule's finding.
/// </summary>
internal sealed class MLS5103 : CodeRule
{
    public MLS5103()
        : base(
            "MLS5103",
            "`{0}` measures {1} on {2}, and no dev set measures them: whoever takes the better one chooses by its test score. "
                + "Compare candidates on a dev set split from the training part, and measure one model on the test set, once.",
            "Each look at the test set fits the choice to it. What it then says of the winner is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (!context.Trace.IsComplete)
            return;
        var scores = context.Trace.All<EvaluationEvent>()
            .Where(score => score is { IsUnsupervised: false, Input: not null, KnowsModels: true, Data.Rows: PartRows { Root: LoadedRows } rows } && context.IsTest(rows))
            .Select(score => (Score: score, Fit: context.Trace.At<FitEvent>(score.LastFit)))
            .Where(one => one.Fit is { Estimator: not null, Data.Rows.IsChosen: false } fit && TrainerOf(fit) is not null)
            .GroupBy(one => one.Score.Data!.Rows.Part!);
        foreach (var part in scores)
        {
            if (MLS5102.ChoosesOn(part.Key, context) || IsDev(part.Key, context))
                continue;
            var found = part.Select(one => (one.Score, one.Fit, What: Rival(one.Score, one.Fit!, part.Select(other => other.Fit!), context))).FirstOrDefault(one => one.What is not null);
            if (found.What is null)
                continue;
            var place = CodeContext.PlaceOf(found.Score.Site);
            context.Report(
                place,
                [part.Key.Split.Site.Node, found.Fit!.Node],
                null,
                CodeContext.NameOf(found.Score.Site),
                found.What,
                CodeContext.Describe(part.Key, place.Node));
        }
    }

    /// <summary>How a message names the rivals of a model; null when it has none.</summary>
    private static string? Rival(EvaluationEvent score, FitEvent fit, IEnumerable<FitEvent> all, CodeContext context)
    {
        if (fit.SharesLoop(score) && Varies(fit) && !context.Trace.Of(score.Data!.Rows.Part!)!.SharesLoop(score))
            return "a model at each turn of the loop";
        var first = all.First();
        return !first.Site.Equals(fit.Site) && first.Data!.Rows.Equals(fit.Data!.Rows) && AreDifferent(TrainerOf(first)!, TrainerOf(fit)!)
            ? "a second model"
            : null;
    }

    /// <summary>The last trainer of what is fitted; null when there is none, or nothing is known of it.</summary>
    public static EstimatorPart? TrainerOf(FitEvent fit) => fit.Estimator?.Parts.LastOrDefault(part => part.Learning == Learning.Trainer);

    /// <summary>Another kind of trainer, or another constant for a setting that is no name of a column and no seed.</summary>
    public static bool AreDifferent(EstimatorPart one, EstimatorPart other)
    {
        if (one.Type is null || other.Type is null || one.Type.Name.StartsWith("Prior", StringComparison.Ordinal) || other.Type.Name.StartsWith("Prior", StringComparison.Ordinal))
            return false;
        return one.Type.Name != other.Type.Name
            ? one.Text("labelColumnName") == other.Text("labelColumnName")
            : one.Arguments.Any(argument => argument.Value is Constant mine && other.Argument(argument.Key) is Constant theirs && !mine.Equals(theirs) && argument.Key != "seed")
                && one.Text("labelColumnName") == other.Text("labelColumnName");
    }

    /// <summary>The turns of the loop train with other settings, or with other trainers.</summary>
    private static bool Varies(FitEvent fit) => fit.Estimator!.Parts.Any(part => part.Learning == Learning.Trainer
        && ((part.Site is null && part.Origin is Choice)
            || part.Arguments.Any(argument => argument.Value is Unknown or Choice && part.Site?.Argument(argument.Key) is not null
                && argument.Key is not ("seed" or "labelColumnName" or "featureColumnName"))));

    /// <summary>Other held-out rows, or folds, of the same source measure models too, or some that aren't known.</summary>
    private static bool IsDev(PartRows part, CodeContext context) =>
        context.Trace.All<EvaluationEvent>().Any(other =>
            other.Data?.Rows is not { } rows || !other.KnowsModels || (!part.Contains(rows) && !rows.Contains(part) && !Learned(other, rows, context)))
        || context.Trace.All<CrossValidationEvent>().Any(folds => folds.Data is null || folds.Data.Rows.Root.Equals(part.Root))
        || context.Trace.All<EscapeEvent>().Any(escape => ((Group)escape.Value).Items.Any(value => value is Model))
        || context.Trace.All<FitEvent>().Any(fit => fit.IsSearch);

    private static bool Learned(EvaluationEvent score, RowSet rows, CodeContext context) =>
        context.Trace.At<FitEvent>(score.LastFit)?.Data?.Rows.Contains(rows) == true;
}
