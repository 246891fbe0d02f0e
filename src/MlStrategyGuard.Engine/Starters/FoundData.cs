using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Starters;

/// <summary>Data files of a folder, sorted into splits by their names or by a column that names the split.</summary>
/// <param name="Splits">The splits found, in the order of the ladder, as YAML flow maps.</param>
/// <param name="Columns">The columns of the first file, empty if there is none that can be read.</param>
/// <param name="Profile">The first split's profile; null without data.</param>
internal sealed record FoundData(
    IReadOnlyList<KeyValuePair<string, string>> Splits, IReadOnlyList<string> Columns, SplitProfile? Profile)
{
    private const int MaxDepth = 4;
    private const int MaxFiles = 2_000;

    private static readonly string[] Endings =
        [.. new[] { ".csv", ".tsv", ".jsonl", ".ndjson" }.SelectMany(ending => new[] { ending, ending + ".gz", ending + ".zst" })];

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = "train",
        ["training"] = "train",
        ["traindev"] = "train_dev",
        ["dev"] = "dev",
        ["val"] = "dev",
        ["valid"] = "dev",
        ["validation"] = "dev",
        ["development"] = "dev",
        ["test"] = "test",
        ["testing"] = "test",
        ["holdout"] = "test",
    };

    private static readonly string[] SplitColumns = ["split", "set", "subset", "fold", "partition"];

    /// <summary>Looks through a folder, four levels deep.</summary>
    public static FoundData In(string folder, CancellationToken cancel)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth, IgnoreInaccessible = true })
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => Array.Exists(Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" || part.StartsWith('.')))
            .Take(MaxFiles)
            .Order(StringComparer.Ordinal)
            .ToList();

        var named = files.Select(path => (Path: path, Split: SplitOf(path))).Where(file => file.Split is not null)
            .GroupBy(file => file.Split!).ToDictionary(group => group.Key, group => group.Select(file => file.Path).ToList());
        if (named.Count > 0)
        {
            var splits = SplitDeclaration.Names.Where(named.ContainsKey)
                .Select(name => new KeyValuePair<string, string>(name, $"{{ files: {List(named[name])} }}")).ToList();
            return Read(folder, named[splits[0].Key], splits, cancel);
        }

        return files.Count == 0 ? new FoundData([], [], null) : ByColumn(folder, files[0], cancel);
    }

    private static FoundData ByColumn(string folder, string file, CancellationToken cancel)
    {
        var all = Read(folder, [file], [], cancel);
        var column = all.Profile?.Columns.FirstOrDefault(one =>
            SplitColumns.Contains(one.Name, StringComparer.OrdinalIgnoreCase) && !one.IsHashed);
        var splits = column?.Levels(hashed: false)
            .Select(level => (Level: level.Key, Split: Words.GetValueOrDefault(level.Key.Replace("_", "", StringComparison.Ordinal))))
            .Where(level => level.Split is not null)
            .GroupBy(level => level.Split!)
            .OrderBy(group => SplitDeclaration.Names.ToList().IndexOf(group.Key))
            .Select(group => new KeyValuePair<string, string>(
                group.Key, $"{{ files: {Yaml.Text(file)}, where: {{ {Yaml.Text(column.Name)}: {List([.. group.Select(level => level.Level)])} }} }}"))
            .ToList();
        return all with { Splits = splits ?? [] };
    }

    private static FoundData Read(
        string folder, List<string> paths, IReadOnlyList<KeyValuePair<string, string>> splits, CancellationToken cancel)
    {
        var source = new Marked<string>(paths[0], SourceSpan.FileStart);
        var files = paths.Select(path => new DataFile(Path.GetFullPath(path, Path.GetFullPath(folder)), path, source)).ToList();
        var split = new SplitDeclaration(new Marked<string>("train", SourceSpan.FileStart));
        var (profile, _) = new ProfileReader(new Strategy(), null, cancel) { WithRows = false }.Read([new SplitSource(split, files)])[0];
        return new FoundData(splits, profile is null ? [] : [.. profile.Columns.Select(column => column.Name)], profile);
    }

    /// <summary>The split that a file's name, or else its nearest folder, speaks of; null if none or several.</summary>
    private static string? SplitOf(string path)
    {
        foreach (var part in path.Split('/').Reverse())
        {
            var words = part.ToLowerInvariant().Replace("train_dev", "traindev", StringComparison.Ordinal).Replace("train-dev", "traindev", StringComparison.Ordinal)
                .Split(['.', '-', '_', ' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
            var splits = words.Select(word => Words.GetValueOrDefault(word)).OfType<string>().Distinct().ToList();
            if (splits.Count > 0)
                return splits.Count == 1 ? splits[0] : null;
        }

        return null;
    }

    private static string List(IReadOnlyList<string> texts) =>
        texts.Count == 1 ? Yaml.Text(texts[0]) : $"[{string.Join(", ", texts.Select(Yaml.Text))}]";
}
