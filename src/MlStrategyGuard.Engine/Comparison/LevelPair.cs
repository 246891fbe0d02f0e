namespace MlStrategyGuard.Engine.Comparison;

/// <summary>A level in two splits.</summary>
/// <param name="Name">The level as a message names it, <c>country=DE</c>.</param>
/// <param name="A">Its rows in the first split.</param>
/// <param name="B">Its rows in the second split.</param>
internal readonly record struct LevelPair(string Name, long A, long B)
{
    /// <summary>
    /// The levels of two columns, most frequent first, so that figures don't depend on how they are spelled or whether
    /// their names are known. A level that one side knows by its hash only is the other's with the same hash.
    /// </summary>
    public static IReadOnlyList<LevelPair> Of(ComparedColumn x, ComparedColumn y)
    {
        var hashed = x.IsHashed || y.IsHashed;
        var byHash = !hashed && (x.HasUnnamedLevels || y.HasUnnamedLevels);
        var pairs = new Dictionary<string, (string? Name, long A, long B)>(StringComparer.Ordinal);
        foreach (var level in x.Levels(hashed))
            Add(level, level.Rows, 0);
        foreach (var level in y.Levels(hashed))
            Add(level, 0, level.Rows);
        return [.. pairs
            .OrderByDescending(pair => pair.Value.A + pair.Value.B)
            .ThenByDescending(pair => pair.Value.A)
            .ThenBy(pair => pair.Value.Name ?? pair.Key, StringComparer.Ordinal)
            .Select(pair => new LevelPair(Show(pair.Value.Name), pair.Value.A, pair.Value.B))];

        void Add(LevelRows level, long rowsA, long rowsB)
        {
            var key = byHash ? level.Hash ?? LevelHash.Of(x.Name, level.Name!) : level.Name!;
            var (name, a, b) = pairs.GetValueOrDefault(key);
            pairs[key] = (level.Name ?? name, a + rowsA, b + rowsB);
        }

        string Show(string? level) =>
            level is null ? $"{x.Name}: a rare level" : hashed ? $"{x.Name} hash {level}" : $"{x.Name}={level}";
    }
}
