using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Another candidate that passes beats the declared choice.</summary>
internal static class MLS2005
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (Selection.Of(strategy) is not { Choice: { Passes: true, Figure: { } chosen } choice, Winner: { } winner } selection
            || !selection.IsBetter(winner, choice)
            || !selection.Matters(winner, choice)
            || !selection.IsBeyondNoise(winner, choice))
            yield break;

        yield return Finding.Of(nameof(MLS2005), strategy.Choice!.Span,
            $"'{Texts.Shorten(winner.Name)}' beats the choice '{Texts.Shorten(choice.Name)}': {selection.Metric} {Show.Figure(winner.Figure!)} against {Show.Figure(chosen)}, and it passes every threshold. Choose it, or optimize the metric that makes the other one better.") with
        {
            Subjects = [choice.Name, winner.Name],
            Data = [new("choice", choice.Name), new("winner", winner.Name)],
        };
    }
}
