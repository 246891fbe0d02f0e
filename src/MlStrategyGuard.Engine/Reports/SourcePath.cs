namespace MlStrategyGuard.Engine.Reports;

/// <summary>A file's path as a code host knows it: from the root of its repository, with forward slashes.</summary>
public static class SourcePath
{
    /// <summary>
    /// The path from the nearest folder above that has a <c>.git</c>; if there is none, from <paramref name="otherwise"/>;
    /// if the file isn't below that either, its name.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="otherwise">A folder; null for the file's own.</param>
    public static string Of(string file, string? otherwise = null)
    {
        var path = Path.GetFullPath(file);
        var root = Root(path) ?? Path.GetFullPath(otherwise ?? Path.GetDirectoryName(path)!);
        var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative;
    }

    /// <summary>The relative path as a URI reference: what isn't unreserved in RFC 3986 is percent-encoded as UTF-8.</summary>
    /// <param name="path">A relative path with forward slashes.</param>
    public static string ToUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string? Root(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // In a worktree or a submodule it is a file.
            var git = Path.Combine(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return folder;
        }

        return null;
    }
}
