using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5013: a model is fitted on the training part of one split and measured on the test part of another split of the
/// same data, so that it has seen most of these rows.
/// </summary>
internal sealed class MLS5013 : CodeRule
{
    public MLS5013()
        : base(
            "MLS5013",
            "`{0}` holds {1}, but the model was fitted on {2}: two splits of the same data share rows. Use both parts of one split.",
            "The parts of one split are apart; parts of two splits aren't.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score is { Data.Rows.Part: { IsTest: true } scored, Input: { } input }
                && context.Trace.At<FitEvent>(score.LastFit) is { Data.Rows.Part: { IsTest: false } learned } fit
                && !context.IsOtherTurn(score, fit)
                && !scored.Split.IsFold && !learned.Split.IsFold
                && !scored.Split.Site.Equals(learned.Split.Site)
                && scored.Split.Input.Rows.Equals(learned.Split.Input.Rows)
                && Overlap(context.Trace.Of(learned), context.Trace.Of(scored)))
            {
                var place = CodeContext.PlaceOf(input, score.Site);
                context.Report(
                    place,
                    [scored.Split.Site.Node, learned.Split.Site.Node],
                    Edits(score, scored, learned, context),
                    CodeContext.Quote(place.Node),
                    CodeContext.Describe(scored, place.Node),
                    CodeContext.Describe(learned, place.Node));
            }
        }
    }

    /// <summary>
    /// Splits draw one number a row: with the same seed and key, the smaller test part lies inside the larger one.
    /// </summary>
    private static bool Overlap(SplitEvent? learned, SplitEvent? scored)
    {
        if (learned is null || scored is null)
            return false;
        var isSameDraw = learned.Seed.Equals(scored.Seed) && learned.Key.Equals(scored.Key);
        if (learned.Seed is Unknown || scored.Seed is Unknown || learned.Key is Unknown || scored.Key is Unknown)
            return false;
        return !isSameDraw || (learned.Fraction is { } mine && scored.Fraction is { } theirs && mine < theirs);
    }

    private static Edits? Edits(EvaluationEvent score, PartRows scored, PartRows learned, CodeContext context)
    {
        var first = Name(learned.Split, scored.Split, context);
        var uses = context.Trace.All<PartEvent>()
            .Where(taken => taken.IsTest && taken.Split.Equals(scored.Split))
            .Select(taken => taken.Site.Operation)
            .ToList();
        if (first is null || uses.Count != 1
            || uses[0] is not IFieldReferenceOperation { Instance: ILocalReferenceOperation instance }
            || instance.Syntax.SyntaxTree != score.Node.SyntaxTree)
        {
            return null;
        }

        return new Edits($"Use {first}.TestSet").Replace(instance.Syntax, first);
    }

    /// <summary>The local that holds the split, where both splits are made in one body.</summary>
    private static string? Name(Split split, Split other, CodeContext context) => context.Trace.All<PartEvent>()
        .Where(taken => taken.Split.Equals(split) && Equals(taken.Site.Caller, other.Site.Caller))
        .Select(taken => ((taken.Site.Operation as IFieldReferenceOperation)?.Instance as ILocalReferenceOperation)?.Local.Name)
        .FirstOrDefault(name => name is not null);
}
