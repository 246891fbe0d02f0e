using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5001: an estimator is fitted on the test part of a split, or on data that contains it, and what it made is then
/// scored on that part. A last refit after which nothing is scored is no finding, and neither is a model that is
/// scored on other rows.
/// </summary>
internal sealed class MLS5001 : CodeRule
{
    public MLS5001()
        : base(
            "MLS5001",
            "`{0}` {1}; `{2}` learns from it, so the score at line {3} is not a test score. Fit on {4}.",
            "The test set is looked at once, at the end. A model that was fitted on it reports its training error as its test error.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is { Data: { } data, Input: { } input, Learns: not false } && Score(fit, data, context) is { } score)
                Report(fit, data, CodeContext.PlaceOf(input, fit.Site), score, context);
        }
    }

    /// <summary>The first score of the fitted model on test rows that it was fitted on; null when there is none.</summary>
    private static EvaluationEvent? Score(FitEvent fit, Data data, CodeContext context)
    {
        var scores = context.Trace.All<EvaluationEvent>().Where(score => score.Fits.Contains(fit.Site)).ToList();
        foreach (var score in scores)
        {
            var scored = score.Data!.Rows;
            if (!context.IsTest(scored) || context.IsOtherTurn(score, fit) || !data.Rows.WithoutChoice.Contains(scored.Part!) || (data.Rows.IsChosen && scored.IsChosen))
                continue;
            var isLast = Equals(score.LastFit, fit.Site);
            var isPart = Equals(data.Rows.Part, scored.Part);

            // What prepares features from all rows is another rule's business; here it counts when it saw the part alone.
            if (fit.Learns is null ? !isLast : !isLast && !isPart)
                continue;
            if (data.Rows is UnionRows)
                continue;
            if (!isPart && (data.Rows.Part is { } outer && !context.IsTest(outer)))
                continue;

            // Scored on both parts of a split whose parts may be swapped: this score is the training error of an error
            // ladder, and the other one is the honest one.
            if (isPart && context.Trace.Of(scored.Part!) is { HalvesMayBeSwapped: true } && scores.Any(other => IsOtherPart(other, scored.Part!)))
                continue;
            return score;
        }

        return null;
    }

    private static bool IsOtherPart(EvaluationEvent score, PartRows part) =>
        score.Data?.Rows.Part is { } other && other.Split.Equals(part.Split) && other.IsTest != part.IsTest;

    private static void Report(FitEvent fit, Data data, Place place, EvaluationEvent score, CodeContext context)
    {
        var part = score.Data!.Rows.Part!;
        var split = part.Split.Site;
        var isPart = Equals(data.Rows.Part, part);
        var line = CodeContext.Line(split.Node, place.Node);
        var training = TrainingPart.For(place, fit, data, part, context);
        context.Report(
            place,
            [split.Node],
            training.Edits,
            CodeContext.Quote(place.Node),
            isPart ? $"is the test part of the split at line {line}" : $"contains the test part of the split at line {line}",
            CodeContext.NameOf(fit.Site),
            CodeContext.Line(score.Node, place.Node),
            training.Name);
    }
}
