using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A data file can't be read: file, row, column, why.</summary>
internal static class MLS0006
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.Unreadable.Select(data => Finding.Of(
            nameof(MLS0006), data.Path.Span, $"{Place(data)} can't be read: {data.Why.TrimEnd('.')}.") with
        {
            Split = data.Split,
            ColumnName = data.Column,
            Data = [.. Figures(data)],
        });

    private static string Place(UnreadableData data)
    {
        var place = data.File;
        if (data.Line is { } line)
            place += $", line {line}";
        if (data.Row is { } row)
            place += $" (row {row})";
        if (data.Column is { } column)
            place += $", column '{Texts.Shorten(column)}'";
        return place;
    }

    private static IEnumerable<KeyValuePair<string, object>> Figures(UnreadableData data)
    {
        yield return new("data_file", data.File);
        if (data.Line is { } line)
            yield return new("data_line", line);
        if (data.Row is { } row)
            yield return new("data_row", row);
    }
}
