using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Can't tell whether a satisficing metric holds: a candidate has no value for it.</summary>
internal static class MLS2014
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from candidate in Selection.Of(strategy)?.Candidates ?? []
        where candidate.Candidate is { Predictions.Count: 0, Measured.Count: > 0 }
        let missing = candidate.Satisficing.FirstOrDefault(result => result.Passes is null)
        where missing is not null
        select Finding.Of(nameof(MLS2014), candidate.Candidate.Name.Span,
            $"'{Texts.Shorten(candidate.Name)}' has no {Texts.Shorten(missing.Metric.Metric.Value)}{(missing.Metric.On is { } on ? $" on {on.Value}" : "")}, so nobody can tell whether it passes. Add it to 'measured:'.");
}
