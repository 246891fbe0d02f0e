using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>Counts an audit of labels, and finds out whether its errors depend on the class or on a column.</summary>
internal static class LabelAuditor
{
    /// <summary>Columns with more levels are names or texts.</summary>
    private const int MostLevels = 50;

    /// <summary>With fewer wrong labels in all, or checked rows of a level, no pattern is worth a build.</summary>
    private const int FewestWrong = 5;

    /// <summary>The audit of a file.</summary>
    /// <param name="table">One row a checked label.</param>
    /// <param name="given">The name of the column of the label that the data has.</param>
    /// <param name="found">The name of the column of the label that the audit found.</param>
    /// <param name="correct">The name of the column that says whether the prediction was right; null if there is none.</param>
    public static AuditedLabels Audit(WordTable table, string given, string found, string? correct)
    {
        var (labels, truths) = (table.Find(given)!, table.Find(found)!);
        var names = new ClassNames(labels.Words);
        var before = labels.Words.Select(names.Of).ToArray();
        var after = truths.Words.Select(names.Of).ToArray();
        var answers = correct is null ? null : table.Find(correct);
        var right = answers?.Words.Select(Answers.Of).ToArray();

        // A row that nobody filled in wasn't checked.
        var rows = Enumerable.Range(0, table.Count)
            .Where(i => labels.Codes[i] >= 0 && truths.Codes[i] >= 0
                && (answers is null || (answers.Codes[i] >= 0 && right![answers.Codes[i]] is not null)))
            .ToArray();
        var wrong = Array.ConvertAll(rows, i => before[labels.Codes[i]] != after[truths.Codes[i]]);
        var stratum = Array.ConvertAll(rows, i => answers is null || right![answers.Codes[i]] == true ? 1 : 0);
        long CountOf(int which, bool onlyWrong) => Enumerable.Range(0, rows.Length).LongCount(n => stratum[n] == which && (wrong[n] || !onlyWrong));
        return new AuditedLabels
        {
            WrongExamined = answers is null ? null : CountOf(0, false),
            WrongMislabeled = answers is null ? null : CountOf(0, true),
            RightExamined = answers is null ? null : CountOf(1, false),
            RightMislabeled = answers is null ? null : CountOf(1, true),
            Patterns = wrong.Count(one => one) < FewestWrong ? [] : Patterns(table, given, [found, correct ?? found], rows, wrong, stratum, before, labels),
        };
    }

    private static IReadOnlyList<LabelPattern> Patterns(
        WordTable table, string given, string[] others, int[] rows, bool[] wrong, int[] stratum, string[] before, WordColumn labels)
    {
        var columns = new List<(string Name, int[] Codes, IReadOnlyList<string> Words)>();
        for (var c = 0; c < table.Header.Count; c++)
        {
            if (Array.IndexOf(others, table.Header[c]) >= 0)
                continue;
            // Spellings of one class are one level.
            var words = table.Header[c] == given ? before : [.. table.Columns[c].Words];
            var distinct = words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var numbers = Array.ConvertAll([.. words], word => Array.BinarySearch(distinct, word, StringComparer.Ordinal));
            var codes = Array.ConvertAll(rows, i => table.Columns[c].Codes[i] is >= 0 and var code ? numbers[code] : -1);
            var levels = codes.Where(code => code >= 0).Distinct().Count();
            if (levels is > 1 and <= MostLevels && levels <= rows.Length / 2)
                columns.Add((table.Header[c], codes, distinct));
        }

        return
        [
            .. columns.Select(column => Pattern(column, given, wrong, stratum, columns.Count)).OfType<LabelPattern>()
                .OrderBy(pattern => pattern.P).ThenBy(pattern => pattern.Column, StringComparer.Ordinal),
        ];
    }

    private static LabelPattern? Pattern(
        (string Name, int[] Codes, IReadOnlyList<string> Words) column, string given, bool[] wrong, int[] stratum, int tried)
    {
        var known = Enumerable.Range(0, wrong.Length).Where(n => column.Codes[n] >= 0).ToArray();
        var test = new StratifiedLevels(
            column.Words.Count, Array.ConvertAll(known, n => column.Codes[n]), Array.ConvertAll(known, n => wrong[n]), Array.ConvertAll(known, n => stratum[n]));
        var p = Math.Min(1, test.P() * tried);
        var (level, rows, errors) = test.Worst();
        if (errors < FewestWrong)
            return null;
        var all = known.LongCount(n => wrong[n]);
        return new LabelPattern(column.Name, column.Name == given, column.Words[level], rows, errors, known.LongLength - rows, all - errors, p);
    }
}
