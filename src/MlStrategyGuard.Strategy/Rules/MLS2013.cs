using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Candidates scored on different sets.</summary>
internal static class MLS2013
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { Single: { } optimized })
            yield break;

        var scored = strategy.Candidates
            .Select(candidate => (candidate.Name, Figures: candidate.Measured
                .Where(figure => MetricCatalogue.AreSame(figure.Metric.Value, optimized.Metric.Value)).ToList()))
            .Where(candidate => candidate.Figures.Count > 0)
            .ToList();
        for (var i = 1; i < scored.Count; i++)
        {
            var other = scored[i];
            foreach (var first in scored.Take(i))
            {
                var common = first.Figures
                    .SelectMany(a => other.Figures.Where(b => b.On == a.On).Select(b => (A: a, B: b)))
                    .ToList();
                string problem;
                MeasuredFigure place;
                if (common.Count == 0)
                    (place, problem) = (other.Figures[0], $"'{Texts.Shorten(other.Name.Value)}' is scored on {other.Figures[0].On} and '{Texts.Shorten(first.Name.Value)}' on {first.Figures[0].On}; only figures of the same set can be compared. Score both on dev.");
                else if (common.Find(pair => pair.A.Rows is { } a && pair.B.Rows is { } b && a != b
                    && !IsSaid(evidence, pair.A, first.Name.Value) && !IsSaid(evidence, pair.B, other.Name.Value)) is { A: not null } pair)
                    (place, problem) = (pair.B, $"'{Texts.Shorten(other.Name.Value)}' is scored on {Show.Count(pair.B.Rows!.Value)} rows of {pair.B.On} and '{Texts.Shorten(first.Name.Value)}' on {Show.Count(pair.A.Rows!.Value)}; score both on the same rows.");
                else
                    continue;

                yield return Finding.Of(nameof(MLS2013), place.Value.Span, problem).On(other.Name.Value);
                break;
            }
        }
    }

    /// <summary>Whether rows are missing from a prediction file, which MLS2012 reports.</summary>
    private static bool IsSaid(Evidence evidence, MeasuredFigure figure, string candidate) => figure.Computed is not null
        && evidence.Scores.Any(one => one.Candidate == candidate && one.Split == figure.On && (one.Match?.Missing > 0 || one.Match?.AmbiguousIds > 0));
}
