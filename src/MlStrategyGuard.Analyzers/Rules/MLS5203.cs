using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5203: the split's sampling key was mapped to keys before. ML.NET then takes the first keys of the dictionary for
/// the test set instead of random groups (RangeFilter on key types).
/// </summary>
internal sealed class MLS5203 : CodeRule
{
    public MLS5203()
        : base(
            "MLS5203",
            "The sampling key `{0}` was mapped to keys at line {1}: ML.NET then puts the groups that come first into the test set instead of random ones. "
                + "Use the column that the keys were made from.",
            "Keys are numbered in the order in which values occur, so the test set is the start of the file.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is not { Key: Text { IsWhole: true, Pattern: var key } })
                continue;
            var last = Columns.LinksOf(split.Split.Input, context.Trace)
                .LastOrDefault(part => part.Text("outputColumnName") == key);
            if (last is not { Site: { } mapping, Type.Name: "ValueToKeyMappingEstimator" })
                continue;
            var argument = split.Site.Argument("samplingKeyColumnName");
            var place = argument is null ? CodeContext.PlaceOf(split.Site) : CodeContext.PlaceOf(argument, split.Site);
            var raw = last.Text("inputColumnName");
            var edits = raw is null || raw == key || argument is null || !place.Site.Equals(split.Site)
                ? null
                : new Edits($"Split by {raw}").Replace(place.Node, $"\"{raw}\"");
            context.Report(place, [split.Node, mapping.Node], edits, key, CodeContext.Line(mapping.Node, place.Node));
        }
    }
}
