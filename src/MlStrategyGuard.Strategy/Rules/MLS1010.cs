using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A split holds rows of another source than it declares (mixed and shuffled).</summary>
internal static class MLS1010
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var sources = strategy.Splits.SelectMany(split => split.Composition.Select(part => part.Value.Key)).ToList();
        foreach (var split in strategy.Splits)
        {
            // A free name (mixed) contradicts no composition.
            if (split.Distribution is not { } declared || !sources.Contains(declared.Value))
                continue;
            var total = split.Composition.Sum(part => (double)part.Value.Value);
            var others = split.Composition.Where(part => part.Value.Key != declared.Value).ToList();
            var share = total > 0 ? others.Sum(part => (double)part.Value.Value) / total : 0;
            if (share > strategy.Consistency.Tolerance)
                yield return Finding.Of(nameof(MLS1010), declared.Span,
                    $"split '{split.Name.Value}' declares the distribution '{Texts.Shorten(declared.Value)}', and {Show.Percent(share)} of its rows come from {string.Join(", ", others.Select(part => $"'{Texts.Shorten(part.Value.Key)}'"))}. "
                    + "Take those rows out, or give the mix a name of its own.") with
                {
                    Split = split.Name.Value,
                };
        }
    }
}
