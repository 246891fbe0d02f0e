using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Dev or test isn't drawn from the target.</summary>
internal static class MLS1017
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Target is not { } target)
            yield break;

        foreach (var split in strategy.Splits.Where(split => split.Name.Value is "dev" or "test"))
        {
            var name = split.Name.Value;
            var parts = Sources.Of(split, evidence);
            var isCounted = evidence.Leakage.SourcesOf(name) is { Rows: > 0 };
            if (parts.Rows > 0 && split.Distribution?.Value != target.Value)
            {
                // Several sources, none of which is ever called like the target, may all be parts of it; so may any of a column.
                if ((isCounted || parts.Counts.Count > 1) && split.Distribution is null && !IsSource(strategy, evidence, target.Value))
                    continue;
                var hit = parts.Share(target.Value);
                if (parts.ShareOfOthers(target.Value) > strategy.Consistency.Tolerance)
                    yield return Finding.Of(nameof(MLS1017), split.Name.Span,
                        $"{(hit > 0 ? "only " + Show.Percent(hit) : "none")} of {name}'s rows come from the target '{Texts.Shorten(target.Value)}', so the team aims at something else. "
                        + $"Fill dev and test with rows of '{Texts.Shorten(target.Value)}' only and put the others into train.") with
                    {
                        Split = name,
                    };
            }
            else if (split.Distribution is { } distribution && distribution.Value != target.Value)
            {
                yield return Finding.Of(nameof(MLS1017), distribution.Span,
                    $"{name} is drawn from '{Texts.Shorten(distribution.Value)}', and the target is '{Texts.Shorten(target.Value)}'. Dev and test must be what the model has to do well on.") with
                {
                    Split = name,
                };
            }
        }
    }

    private static bool IsSource(Strategy strategy, Evidence evidence, string name) =>
        strategy.Splits.Any(split => split.Distribution?.Value == name) || Sources.Names(strategy, evidence).Contains(name);
}
