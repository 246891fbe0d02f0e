using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A split holds rows of another source than it declares (mixed and shuffled).</summary>
internal static class MLS1010
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var sources = Sources.Names(strategy, evidence);
        foreach (var split in strategy.Splits)
        {
            var tolerance = strategy.Consistency.Tolerance;
            var parts = Sources.Of(split, evidence);

            // A free name (mixed) contradicts no composition.
            if (split.Distribution is { } declared && sources.Contains(declared.Value) && parts.ShareOfOthers(declared.Value) > tolerance)
            {
                var others = parts.Counts.Where(part => part.Key != declared.Value && part.Value > 0).Select(part => $"'{Texts.Shorten(part.Key)}'").ToList();
                yield return Finding.Of(nameof(MLS1010), declared.Span,
                    $"split '{split.Name.Value}' declares the distribution '{Texts.Shorten(declared.Value)}', and {Show.Percent(parts.ShareOfOthers(declared.Value))} of its rows come from {string.Join(", ", others.Take(3))}{(others.Count > 3 ? ", …" : "")}. "
                    + "Take those rows out, or give the mix a name of its own.") with
                {
                    Split = split.Name.Value,
                };
            }
            else if (split.Composition.Count > 0 && evidence.Leakage.SourcesOf(split.Name.Value) is { Rows: > 0 } counted)
            {
                var said = Sources.Declared(split);
                var (name, off) = said.Counts.Concat(counted.Counts).Select(part => part.Key)
                    .Select(source => (source, Off: counted.Share(source) - said.Share(source)))
                    .OrderByDescending(source => Math.Abs(source.Off)).ThenBy(source => source.source, StringComparer.Ordinal).First();
                if (Math.Abs(off) > tolerance)
                    yield return Finding.Of(nameof(MLS1010), split.Composition[0].Span,
                        $"'composition' says that {Show.Percent(said.Share(name))} of {split.Name.Value}'s rows come from '{Texts.Shorten(name)}', and in the data {Show.Percent(counted.Share(name))} do ({Show.Count(counted.Rows)} rows). Write down what the split holds.") with
                    {
                        Split = split.Name.Value,
                    };
            }
        }
    }
}
