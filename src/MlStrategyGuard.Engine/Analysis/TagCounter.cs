using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>Counts the tags of an error analysis: one column <c>tags</c> with lists such as a;b, or a true/false column a tag.</summary>
internal static class TagCounter
{
    private const string ListColumn = "tags";

    /// <summary>The counts, in the order of columns or of names; null if the file has no tag.</summary>
    public static TaggedErrors? Count(WordTable table)
    {
        var tags = table.Find(ListColumn) is { } lists ? OfLists(lists) : OfColumns(table).ToList();
        return tags.Count == 0 ? null : new TaggedErrors(table.Count, tags);
    }

    private static List<KeyValuePair<string, long>> OfLists(WordColumn lists)
    {
        var words = lists.Words.Select(list => list
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal).ToArray()).ToArray();
        return
        [
            .. lists.Codes.Where(code => code >= 0)
                .SelectMany(code => words[code])
                .GroupBy(tag => tag, StringComparer.Ordinal)
                .Select(group => new KeyValuePair<string, long>(group.Key, group.LongCount()))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Columns in which nothing but yes and no is written; an empty field says no.</summary>
    private static IEnumerable<KeyValuePair<string, long>> OfColumns(WordTable table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            var answers = column.Words.Select(Answers.Of).ToArray();
            if (answers.Length > 0 && Array.TrueForAll(answers, answer => answer is not null)
                && !table.Header[i].Equals("id", StringComparison.OrdinalIgnoreCase))
                yield return new(table.Header[i], column.Codes.LongCount(code => code >= 0 && answers[code] == true));
        }
    }
}
