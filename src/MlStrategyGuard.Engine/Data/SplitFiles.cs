using System.IO.Enumeration;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Data;

/// <summary>The files that paths and patterns lead to: <c>*</c> and <c>?</c> within a name, <c>**</c> for any depth.</summary>
internal static class SplitFiles
{
    /// <summary>Finds the files of a split, each once, in a fixed order.</summary>
    /// <param name="folder">The strategy file's folder.</param>
    /// <param name="split">The split.</param>
    /// <returns>The files, and the paths that lead nowhere.</returns>
    public static (IReadOnlyList<DataFile> Files, IReadOnlyList<MissingFile> Missing) Find(
        string folder, SplitDeclaration split) => Find(folder, split.Name.Value, split.Files);

    /// <summary>Finds the files that some paths or patterns lead to, each once, in a fixed order.</summary>
    /// <param name="folder">The strategy file's folder.</param>
    /// <param name="split">The name of the split that they belong to.</param>
    /// <param name="sources">The paths or patterns.</param>
    /// <returns>The files, and the paths that lead nowhere.</returns>
    public static (IReadOnlyList<DataFile> Files, IReadOnlyList<MissingFile> Missing) Find(
        string folder, string split, IReadOnlyList<Marked<string>> sources)
    {
        var files = new List<DataFile>();
        var missing = new List<MissingFile>();
        foreach (var source in sources)
        {
            var found = Expand(folder, source.Value)
                .Select(path => new DataFile(path, Show(folder, path), source))
                .ToList();
            if (found.Count == 0)
                missing.Add(new MissingFile(split, source, NearestFile(folder, source.Value)));
            files.AddRange(found);
        }

        return ([.. files.DistinctBy(file => file.FullPath)], missing);
    }

    /// <summary>The full paths that a path or pattern leads to, in ordinal order.</summary>
    public static IEnumerable<string> Expand(string folder, string pattern) =>
        Resolve(folder, pattern).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Resolve(string folder, string pattern)
    {
        // A backslash separates on Windows, and a strategy file must mean the same everywhere.
        var normal = pattern.Replace('\\', '/');
        if (normal.Contains('\0') || normal.Length == 0)
            return [];
        if (normal.IndexOfAny(['*', '?']) < 0)
        {
            var path = Path.GetFullPath(normal, folder);
            return File.Exists(path) || Directory.Exists(path) ? [path] : [];
        }

        var fixedPart = normal[..(normal.AsSpan(0, normal.IndexOfAny(['*', '?'])).LastIndexOf('/') + 1)];
        var root = Path.GetFullPath(fixedPart.Length == 0 ? "." : fixedPart, folder);
        return Directory.Exists(root) ? Walk(root, normal[fixedPart.Length..].Split('/')) : [];
    }

    private static IEnumerable<string> Walk(string folder, string[] pattern)
    {
        var head = pattern[0];
        if (pattern.Length == 1 && head != "**")
            return Entries(folder, head, directories: false);
        if (head != "**")
            return Entries(folder, head, directories: true).SelectMany(inner => Walk(inner, pattern[1..]));

        var rest = pattern.Length == 1 ? new[] { "*" } : pattern[1..];
        return Walk(folder, rest)
            .Concat(Entries(folder, "*", directories: true).SelectMany(inner => Walk(inner, pattern)))
            .Distinct();
    }

    private static IEnumerable<string> Entries(string folder, string expression, bool directories) =>
        new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => entry.ToFullPath(),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true })
        {
            // Links to folders aren't followed, so that a walk ends; case counts, so that every machine finds the same.
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory == directories
                && !(directories && entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                && FileSystemName.MatchesSimpleExpression(expression, entry.FileName, ignoreCase: false),
        };

    private static string? NearestFile(string folder, string path)
    {
        if (path.IndexOfAny(['*', '?', '\0']) >= 0 || path.Length == 0)
            return null;
        var full = Path.GetFullPath(path.Replace('\\', '/'), folder);
        var parent = Path.GetDirectoryName(full);
        return Directory.Exists(parent)
            && Nearest.To(Path.GetFileName(full), Entries(parent, "*", directories: false).Select(Path.GetFileName).Order(StringComparer.Ordinal)!) is { } near
            ? Show(folder, Path.Combine(parent, near))
            : null;
    }

    private static string Show(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
