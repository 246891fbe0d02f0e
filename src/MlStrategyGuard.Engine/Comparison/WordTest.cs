using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Words of texts: in how many rows does a word of each of 256 hash buckets occur? Each bucket is an exact test of its own,
/// and the smallest p-value counts for all of them.
/// </summary>
internal sealed class WordTest : ColumnTest
{
    private const int Buckets = 256;
    private const int RowsToName = 10;
    private const int MaxLength = 4_096;

    private readonly long[] _a;
    private readonly long[] _b;
    private readonly string?[] _words;

    private WordTest(string column, long[] a, long[] b, long rowsA, long rowsB, string?[] words)
        : base(column, ColumnAspect.Words, false, ColumnKind.Text)
    {
        (_a, _b, RowsA, RowsB, _words) = (a, b, rowsA, rowsB, words);
        P = Math.Min(1, Enumerable.Range(0, Buckets).Where(k => a[k] + b[k] > 0)
            .Select(k => Buckets * Hypergeometric.TwiceSmallerTail(a[k], rowsA + rowsB, a[k] + b[k], rowsA)).DefaultIfEmpty(1).Min());
        Estimate = Enumerable.Range(0, Buckets).Max(k => Math.Abs(Gap(k)));
    }

    public override long RowsA { get; }

    public override long RowsB { get; }

    /// <summary>The largest difference of the shares of rows with a word of a bucket.</summary>
    public override double Estimate { get; }

    public override double P { get; }

    public override IReadOnlyList<MovedShare> Movers =>
        [.. Enumerable.Range(0, Buckets)
            .Where(k => Gap(k) != 0)
            .OrderByDescending(k => Math.Abs(Gap(k))).ThenBy(k => k).Take(3)
            .Select(k => new MovedShare(
                _words[k] is { } word ? $"{Column} with \"{word}\"" : $"{Column} with words of bucket {k}", (double)_a[k] / RowsA, (double)_b[k] / RowsB))];

    protected override double InverseRows => (1.0 / RowsA) + (1.0 / RowsB);

    /// <summary>The test of a column of texts; null if one sample has none.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="x">The first sample's column.</param>
    /// <param name="rowsX">How many of its first rows take part.</param>
    /// <param name="y">The second sample's column.</param>
    /// <param name="rowsY">How many of its first rows take part.</param>
    public static WordTest? Of(string column, SampledColumn? x, int rowsX, SampledColumn? y, int rowsY)
    {
        if (x is not { Codes: not null, Levels: not null } || y is not { Codes: not null, Levels: not null })
            return null;
        var vocabulary = new Vocabulary();
        var (a, n) = Count(x, rowsX, vocabulary);
        var (b, m) = Count(y, rowsY, vocabulary);
        if (n == 0 || m == 0)
            return null;

        // A bucket goes by its most frequent word; one of a handful of rows could tell whose they are.
        var names = new string?[Buckets];
        foreach (var group in vocabulary.Words.Where(word => word.Rows >= RowsToName).GroupBy(word => word.Bucket))
            names[group.Key] = group.OrderByDescending(word => word.Rows).ThenBy(word => word.Name, StringComparer.Ordinal).First().Name;
        return new WordTest(column, a, b, n, m, names);
    }

    public override double Lower(double alpha) =>
        Enumerable.Range(0, Buckets).Max(k => Mover.LowerOfDifference(_a[k], RowsA, _b[k], RowsB, alpha / (2 * Buckets)));

    public override double IntervalUpper(double alpha) =>
        Enumerable.Range(0, Buckets).Max(k => Mover.UpperOfDifference(_a[k], RowsA, _b[k], RowsB, alpha / (2 * Buckets)));

    /// <summary>The same words may say anything, so they never prove SAME.</summary>
    public override double Upper(double tail) => 1;

    public override double Resolution(double alpha) =>
        Math.Min(1, 0.5 * Math.Sqrt(ChiSquare.NoncentralityForPower(1, alpha / Buckets, 0.8) * InverseRows));

    public override double RowsConstant(int columns, double rows) => AtColumns(columns, 2.13, 2.27, 2.4);

    public override double DecisionConstant(double alpha) =>
        0.5 * (-SpecialFunctions.NormalQuantile(alpha / (2 * Buckets)) - SpecialFunctions.NormalQuantile(0.2));

    private double Gap(int k) => ((double)_a[k] / RowsA) - ((double)_b[k] / RowsB);

    private static (long[] Rows, long Total) Count(SampledColumn column, int rows, Vocabulary vocabulary)
    {
        var byLevel = new long[column.Levels!.Length];
        for (var row = 0; row < rows; row++)
        {
            if (column.Codes![row] >= 0)
                byLevel[column.Codes[row]]++;
        }

        var (counts, total) = (new long[Buckets], 0L);
        for (var level = 0; level < byLevel.Length; level++)
        {
            if (byLevel[level] == 0)
                continue;
            total += byLevel[level];
            vocabulary.Add(column.Levels[level], byLevel[level], counts);
        }

        return (counts, total);
    }

    /// <summary>Runs of letters and digits, in lower case.</summary>
    internal static IEnumerable<string> WordsOf(string text)
    {
        var length = Math.Min(text.Length, MaxLength);
        for (var start = 0; start < length;)
        {
            var end = start;
            while (end < length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > start && (end < length || end == text.Length))
                yield return text[start..end].ToLowerInvariant();
            start = end + 1;
        }
    }

    /// <summary>Words that occurred, and in how many rows.</summary>
    private sealed class Vocabulary
    {
        private readonly List<Word> _words = [];
        private readonly Dictionary<string, Word> _byName = new(StringComparer.Ordinal);
        private readonly int[] _lastOfBucket = new int[Buckets];
        private int _text;

        public IReadOnlyList<Word> Words => _words;

        /// <summary>Counts a text's words, and the buckets that they are in.</summary>
        public void Add(string text, long rows, long[] buckets)
        {
            var known = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
            Span<char> letters = stackalloc char[Math.Min(text.Length, MaxLength)];
            text.AsSpan(0, letters.Length).ToLowerInvariant(letters);
            _text++;
            for (var start = 0; start < letters.Length;)
            {
                var end = start;
                while (end < letters.Length && char.IsLetterOrDigit(text[end]))
                    end++;

                // Of a word that goes on behind what is looked at nothing is known.
                if (end > start && (end < letters.Length || end == text.Length))
                {
                    if (!known.TryGetValue(letters[start..end], out var word))
                    {
                        word = new Word(letters[start..end].ToString());
                        _byName.Add(word.Name, word);
                        _words.Add(word);
                    }

                    if (word.LastText != _text)
                    {
                        word.LastText = _text;
                        word.Rows += rows;
                    }

                    if (_lastOfBucket[word.Bucket] != _text)
                    {
                        _lastOfBucket[word.Bucket] = _text;
                        buckets[word.Bucket] += rows;
                    }
                }

                start = end + 1;
            }
        }
    }

    private sealed class Word(string name)
    {
        public string Name { get; } = name;

        public int Bucket { get; } = (int)(Hashing.Of(System.Text.Encoding.UTF8.GetBytes(name)) % Buckets);

        public long Rows { get; set; }

        /// <summary>The number of the last text that it occurred in.</summary>
        public int LastText { get; set; }
    }
}
