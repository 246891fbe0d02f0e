using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.UsualRules;

/// <summary>A rule that people use today to say that a column has drifted, re-implemented from its formula.</summary>
/// <param name="Name">Its statistic and its default threshold.</param>
/// <param name="Alarms">Whether it alarms on a column of the reference and of the current data; null if it isn't for such columns.</param>
internal sealed record UsualRule(string Name, Func<Column, Column, bool?> Alarms)
{
    /// <summary>All rules, in the order of the report.</summary>
    public static IReadOnlyList<UsualRule> All { get; } =
    [
        new("KS p < .05", (a, b) => (a, b) is (Numbers x, Numbers y) ? NumberRules.KolmogorovSmirnovP(x, y) < 0.05 : null),
        new("χ² (fixed reference) p < .05", (a, b) => (a, b) is (Levels x, Levels y) ? LevelRules.FixedReferenceP(x, y) < 0.05 : null),
        new("PSI > .2", (a, b) => (a, b) switch
        {
            (Numbers x, Numbers y) => NumberRules.StabilityIndex(x, y) > 0.2,
            (Levels x, Levels y) => LevelRules.StabilityIndex(x, y) > 0.2,
            _ => null,
        }),
        new("JS distance > .1", (a, b) => (a, b) switch
        {
            (Numbers x, Numbers y) => NumberRules.JensenShannonDistance(x, y) > 0.1,
            (Levels x, Levels y) => LevelRules.JensenShannonDistance(x, y) > 0.1,
            _ => null,
        }),
        new("Cramér's V > .2", (a, b) => (a, b) is (Levels x, Levels y) ? LevelRules.CramersV(x, y) > 0.2 : null),
        new("Wasserstein / sd > .1", (a, b) => (a, b) is (Numbers x, Numbers y) ? NumberRules.NormedWasserstein(x, y) > 0.1 : null),
    ];

    /// <summary>How many columns each rule alarms on, and how many it is for; in the order of <see cref="All"/>.</summary>
    /// <param name="splits">Dev is the reference, test the current data.</param>
    /// <param name="only">The columns to look at; all if it is empty.</param>
    public static (int Alarms, int Columns)[] Judge(Splits splits, params string[] only) =>
        [.. All.Select(rule =>
        {
            var judged = splits.Dev.Columns.Zip(splits.Test.Columns)
                .Where(pair => only.Length == 0 || only.Contains(pair.First.Name))
                .Select(pair => rule.Alarms(pair.First, pair.Second))
                .Where(alarm => alarm is not null)
                .ToList();
            return (judged.Count(alarm => alarm == true), judged.Count);
        })];
}
