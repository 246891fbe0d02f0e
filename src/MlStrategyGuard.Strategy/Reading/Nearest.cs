namespace MlStrategyGuard.Reading;

/// <summary>Finds what somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The longest word that is compared; nobody mistypes more than this.</summary>
    private const int MaxLength = 64;

    /// <summary>The most candidates that are compared, so that a long list of wrong words stays cheap.</summary>
    private const int MaxCandidates = 200;

    /// <summary>The candidate with the fewest edits, if that is few enough to be a slip; ties go to the first.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > MaxLength)
            return null;

        string? best = null;
        var fewest = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Length > MaxLength)
                continue;
            var edits = Edits(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits < fewest)
                (best, fewest) = (candidate, edits);
        }

        return best;
    }

    /// <summary>Ends a message with the nearest candidate, or with nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>Ends a message with the nearest candidate, else with a sign of its own.</summary>
    public static string HintOr(string word, IEnumerable<string> candidates, string otherwise) =>
        Hint(word, candidates) is { Length: > 0 } hint ? hint : otherwise;

    /// <summary>Insertions, deletions, changes and swaps of neighbours (optimal string alignment).</summary>
    private static int Edits(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            table[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                table[i, j] = Math.Min(change, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Length, b.Length];
    }
}
