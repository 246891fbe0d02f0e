using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The choice fails a satisficing metric, or no candidate passes.</summary>
internal static class MLS2006
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (Selection.Of(strategy) is not { } selection)
            yield break;

        if (selection.Candidates.All(candidate => candidate.Fails))
            yield return Finding.Of(nameof(MLS2006), strategy.Choice?.Span ?? selection.Candidates[0].Candidate.Name.Span,
                $"no candidate passes every threshold: {string.Join("; ", selection.Candidates.Select(Failure).Take(5))}{(selection.Candidates.Count > 5 ? "; …" : "")}. Make one pass, or reconsider the thresholds.") with
            {
                Subjects = [.. selection.Candidates.Select(candidate => candidate.Name)],
            };
        else if (selection.Choice is { Fails: true } choice)
            yield return Finding.Of(nameof(MLS2006), strategy.Choice!.Span,
                $"the choice fails a threshold: {Failure(choice)}.{(selection.Winner is { } winner ? $" The best that passes is '{Texts.Shorten(winner.Name)}'." : "")}").On(choice.Name);
    }

    private static string Failure(RankedCandidate candidate)
    {
        var failed = candidate.Satisficing.First(result => result.Passes == false);
        var value = failed.Figure!.Value.Value;
        var limit = failed.Metric.AtMost is { } most && value > most.Value
            ? $"at most {Show.Plain(most.Value)}"
            : $"at least {Show.Plain(failed.Metric.AtLeast!.Value)}";
        return $"'{Texts.Shorten(candidate.Name)}' has {Texts.Shorten(failed.Metric.Metric.Value)} {Show.Figure(failed.Figure)} ({limit})";
    }
}
