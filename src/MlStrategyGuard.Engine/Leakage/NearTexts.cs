using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>
/// Texts that share most of their shingles (five letters in a row): candidates by MinHash with 128 values from one permutation
/// (Li, Owen and Zhang 2012, empty bins filled from the next as in Shrivastava and Li 2014) in 16 bands of 8,
/// each verified by the Jaccard similarity of the shingles themselves.
/// </summary>
internal static class NearTexts
{
    private const int Values = 128;
    private const int Bands = 16;
    private const int Shingle = 5;
    private const double Alike = 0.8;

    /// <summary>Shorter texts are levels, and a letter more or less is much of them.</summary>
    private const int ShortestMean = 30;

    /// <summary>A text is compared with so many others of a band at most.</summary>
    private const int MostNeighbours = 8;

    /// <summary>The most texts of a split that are looked at, and of a text the most letters.</summary>
    private const int MaxTexts = 16_384;

    private const int MaxLetters = 2_000;

    /// <summary>Whether the column holds texts: long ones, and mostly different.</summary>
    public static bool AreTexts(SampledColumn column) =>
        column is { Levels: { Length: > 0 } levels, Codes: { } codes, Kind: ColumnKind.Text or ColumnKind.Categorical }
        && 2 * levels.Length >= codes.Count(code => code >= 0)
        && levels.Average(level => (double)level.Length) >= ShortestMean;

    /// <summary>The texts of these rows, as many as are looked at; null where there is none.</summary>
    public static string?[] Of(SampledColumn column, int[] rows) =>
        [.. rows.Take(MaxTexts).Select(row => column.Codes![row] < 0 ? null : column.Levels![column.Codes[row]])];

    /// <summary>A key for each text; texts that are alike, directly or through others, have the same.</summary>
    /// <param name="texts">The texts of each split.</param>
    /// <param name="cancel">Ends the work.</param>
    public static ulong[][] Clusters(string?[][] texts, CancellationToken cancel)
    {
        string?[] all = [.. texts.SelectMany(split => split)];
        var shingles = new ulong[all.Length][];
        var signatures = new ulong[all.Length][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.For(0, all.Length, options, i =>
        {
            shingles[i] = all[i] is { } text ? Shingles(text) : [];
            signatures[i] = Signature(shingles[i]);
        });

        var parent = Enumerable.Range(0, all.Length).ToArray();
        for (var band = 0; band < Bands; band++)
        {
            cancel.ThrowIfCancellationRequested();
            var keys = new ulong[all.Length];
            var order = Enumerable.Range(0, all.Length).ToArray();
            for (var i = 0; i < all.Length; i++)
                keys[i] = shingles[i].Length == 0 ? Hashing.Mix((ulong)i) : Band(signatures[i], band);
            Array.Sort(keys, order);
            for (int start = 0, end; start < order.Length; start = end)
            {
                for (end = start + 1; end < order.Length && keys[end] == keys[start];)
                    end++;
                if (end - start > 1)
                    Join(order[start..end], shingles, parent);
            }
        }

        var result = new ulong[texts.Length][];
        var offset = 0;
        for (var split = 0; split < texts.Length; split++)
        {
            var first = offset;
            result[split] = [.. Enumerable.Range(0, texts[split].Length).Select(i => Hashing.Mix((ulong)Root(parent, first + i)))];
            offset += texts[split].Length;
        }

        return result;
    }

    private static void Join(int[] members, ulong[][] shingles, int[] parent)
    {
        Array.Sort(members);
        for (var i = 1; i < members.Length; i++)
        {
            for (var j = i - 1; j >= 0 && j >= i - MostNeighbours; j--)
            {
                var (x, y) = (Root(parent, members[i]), Root(parent, members[j]));
                if (x != y && AreAlike(shingles[members[i]], shingles[members[j]]))
                    parent[Math.Max(x, y)] = Math.Min(x, y);
            }
        }
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }

    /// <summary>The hashes of all shingles of the letters and digits, each once, ascending.</summary>
    private static ulong[] Shingles(string text)
    {
        Span<char> letters = stackalloc char[Math.Min(text.Length, MaxLetters)];
        var length = 0;
        foreach (var letter in text)
        {
            if (length == letters.Length)
                break;
            if (char.IsLetterOrDigit(letter))
                letters[length++] = char.ToLowerInvariant(letter);
            else if (length > 0 && letters[length - 1] != ' ')
                letters[length++] = ' ';
        }

        var hashes = new ulong[Math.Max(0, length - Shingle + 1)];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = 0UL;
            foreach (var letter in letters.Slice(i, Shingle))
                hash = (hash * 65_599) + letter;
            hashes[i] = Hashing.Mix(hash);
        }

        Array.Sort(hashes);
        var different = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[different++] = hashes[i];
        }

        return hashes[..different];
    }

    private static ulong[] Signature(ulong[] shingles)
    {
        var values = new ulong[Values];
        if (shingles.Length == 0)
            return values;
        Array.Fill(values, ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            var bin = shingle >> 57;
            values[bin] = Math.Min(values[bin], shingle);
        }

        var filled = new ulong[Values];
        for (var bin = 0; bin < Values; bin++)
        {
            var from = bin;
            while (values[from % Values] == ulong.MaxValue)
                from++;
            filled[bin] = values[from % Values] + (ulong)(from - bin);
        }

        return filled;
    }

    private static ulong Band(ulong[] signature, int band)
    {
        var key = (ulong)band;
        for (var i = band * (Values / Bands); i < (band + 1) * (Values / Bands); i++)
            key = Hashing.Mix(key ^ signature[i]);
        return key;
    }

    /// <summary>
    /// Whether the Jaccard similarity is large enough. Each shingle that only one of them has makes it smaller, so most pairs are
    /// told apart long before their ends.
    /// </summary>
    private static bool AreAlike(ulong[] x, ulong[] y)
    {
        var all = x.Length + y.Length;
        var least = (int)(Alike / (1 + Alike) * all);
        while (least / (double)Math.Max(1, all - least) < Alike)
            least++;
        var left = all - (2 * least);
        var (i, j) = (0, 0);
        while (i < x.Length && j < y.Length && left >= 0)
        {
            var (own, other) = (x[i], y[j]);
            left -= own == other ? 0 : 1;
            i += own <= other ? 1 : 0;
            j += other <= own ? 1 : 0;
        }

        return left >= x.Length - i + y.Length - j;
    }
}
