using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5102: of several models the one with the best score on the test set survives. Comparing a score with a constant
/// is a satisficing limit and no finding; neither is a "test" part that other held-out rows follow, for it is the dev set.
/// </summary>
internal sealed class MLS5102 : CodeRule
{
    public MLS5102()
        : base(
            "MLS5102",
            "`{0}` chooses a model by its score on {1}, measured at line {2}. "
                + "Choose on a dev set, split from the training part, and measure the winner once on the test set.",
            "The best of several scores on one set is too good: part of it is luck. The set that chooses is the dev set.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var (choice, candidate, rivals) in Choices(context))
        {
            if (!IsDev(choice, candidate, rivals, context))
                Report(choice, candidate, context);
        }

        foreach (var choice in TestChoice.All(context).Where(choice => choice.IsBetweenNetworks))
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

    /// <summary>Whether a model is chosen, or training ended, by scores on a part.</summary>
    public static bool ChoosesOn(PartRows part, CodeContext context) =>
        Choices(context).Select(choice => choice.Candidate)
            .Concat(Comparisons(Selection.Stops, context).Select(choice => choice.Candidate))
            .Any(candidate => candidate.Evaluation.Data!.Rows.Part!.Equals(part));

    /// <summary>The comparisons of models' scores on a test part that have a consequence.</summary>
    public static IEnumerable<(ComparisonEvent Choice, Candidate Candidate, HashSet<Site> Rivals)> Comparisons(Func<SyntaxNode, bool> hasConsequence, CodeContext context)
    {
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            var left = Scores(comparison.Left, context).ToList();
            var right = Scores(comparison.Right, context).ToList();
            foreach (var one in left.Count > 0 ? left : right)
            {
                if ((left.Count > 0 ? right : left).Any(other => AreRivals(one, other, comparison)) && hasConsequence(comparison.Node))
                    yield return (comparison, one, FitsOf(left.Concat(right)));
            }
        }
    }

    private static IEnumerable<(Event Choice, Candidate Candidate, HashSet<Site> Rivals)> Choices(CodeContext context)
    {
        foreach (var choice in Comparisons(Selection.Chooses, context))
            yield return choice;

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            var scores = Scores(ranking.Key, context).ToList();
            if (context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site))
                && scores.FirstOrDefault(score => scores.Any(other => AreRivals(score, other, null))) is { } found)
            {
                yield return (ranking, found, FitsOf(scores));
            }
        }
    }

    /// <summary>The measurements on a test set of models that this code fits.</summary>
    private static IEnumerable<Candidate> Scores(Value value, CodeContext context)
    {
        foreach (var score in value.Alternatives.OfType<Score>())
        {
            if (context.Trace.At<EvaluationEvent>(score.Evaluation) is { Data.Rows: { } rows } evaluation
                && context.IsTest(rows)
                && rows.Root is LoadedRows
                && evaluation.RivalFits.Select(site => context.Trace.At<FitEvent>(site)).ToList() is { Count: > 0 } fits
                && fits.All(fit => fit is not null))
            {
                yield return new Candidate(evaluation, fits[0]!)
                {
                    Fits = [.. fits.Select(fit => fit!.Site)],
                };
            }
        }
    }

    /// <summary>Two models on one test set, or one line of code that measures another model at each turn of a loop.</summary>
    private static bool AreRivals(Candidate one, Candidate other, Event? where) =>
        one.Evaluation.Data!.Rows.Part!.Equals(other.Evaluation.Data!.Rows.Part)
        && (one.Fits.Count > 1 && one.Evaluation.Site.Equals(other.Evaluation.Site)
            ? !one.Evaluation.Loops.IsEmpty && (where is null || where.SharesLoop(one.Evaluation))
            : one.Fit.Site.Equals(other.Fit.Site)
                ? one.Fit.SharesLoop(one.Evaluation) && (where is null || where.SharesLoop(one.Fit))
                : !one.Evaluation.Site.Equals(other.Evaluation.Site));

    private static HashSet<Site> FitsOf(IEnumerable<Candidate> candidates) => new(candidates.SelectMany(candidate => candidate.Fits));

    /// <summary>Whether other held-out rows measure, or may measure, the chosen model: then these were its dev set.</summary>
    public static bool IsDev(Event choice, Candidate candidate, HashSet<Site> rivals, CodeContext context)
    {
        var part = candidate.Evaluation.Data!.Rows.Part!;
        return MayBeMeasuredElsewhere(context) || context.Trace.All<EvaluationEvent>().Any(other =>
            (other.Data?.Rows is not { } rows
                || (!part.Contains(rows) && !rows.Contains(part) && candidate.Fit.Data is { } data && !data.Rows.Contains(rows)))
            && MayMeasureTheWinner(other, choice, candidate, rivals, context.Trace));
    }

    /// <summary>Reports a choice with the split of the part that it went by, and the score.</summary>
    public static void Report(Event choice, Candidate candidate, CodeContext context)
    {
        var part = candidate.Evaluation.Data!.Rows.Part!;
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(
            place,
            [part.Split.Site.Node, candidate.Evaluation.Node],
            null,
            CodeContext.Quote(place.Node),
            CodeContext.Describe(part, place.Node),
            CodeContext.Line(candidate.Evaluation.Node, place.Node));
    }

    /// <summary>
    /// Whether a score may be that of the chosen model: it comes after the choice, or in another member, and its model is
    /// a rival, is unknown, or was fitted on rows of the same source.
    /// </summary>
    private static bool MayMeasureTheWinner(EvaluationEvent other, Event choice, Candidate candidate, HashSet<Site> rivals, Trace trace)
    {
        var fit = trace.At<FitEvent>(other.LastFit);
        if (other.Order < choice.Order && MemberOf(other) == MemberOf(choice) && (fit is not null || !other.SharesLoop(choice)))
            return false;
        return fit is null || rivals.Contains(fit.Site) || fit.Data is null || fit.Data.Rows.Root.Equals(candidate.Fit.Data?.Rows.Root);
    }

    private static SyntaxNode? MemberOf(Event happened) => CodeContext.RootOf(happened.Site).FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax);

    /// <summary>Models leave this code, and other code measures models: perhaps the winner, on the real test set.</summary>
    private static bool MayBeMeasuredElsewhere(CodeContext context) =>
        context.Flow.Compilation.IsAnyCalledOutside(context.Flow.Type, "Evaluate")
        && context.Trace.All<EscapeEvent>().Any(escape => ((Group)escape.Value).Items.Any(value => value is Model));

    /// <summary>A measurement on a test part, and the fit of what is measured: the first one, where it is one of several models.</summary>
    public sealed record Candidate(EvaluationEvent Evaluation, FitEvent Fit)
    {
        /// <summary>The calls that fitted what is measured.</summary>
        public IReadOnlyList<Site> Fits { get; init; } = [Fit.Site];
    }
}
