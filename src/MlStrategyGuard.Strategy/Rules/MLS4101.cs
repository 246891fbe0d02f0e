using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Tasks have very unequal amounts of data.</summary>
internal static class MLS4101
{
    private const double Unequal = 10;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var counted = (strategy.MultiTask?.Tasks ?? []).Where(task => task.Examples is not null)
            .OrderBy(task => task.Examples!.Value).ToList();
        if (counted.Count < 2)
            yield break;

        var (least, most) = (counted[0], counted[counted.Count - 1]);
        if (most.Examples!.Value > Unequal * least.Examples!.Value)
            yield return Finding.Of(nameof(MLS4101), least.Examples.Span,
                $"'{Texts.Shorten(least.Name.Value)}' has {Show.Count(least.Examples.Value)} labels and '{Texts.Shorten(most.Name.Value)}' {Show.Count(most.Examples.Value)}; one network for both pays when each task has a similar amount. Learn them apart, or collect more of the first.").On(least.Name.Value);
    }
}
