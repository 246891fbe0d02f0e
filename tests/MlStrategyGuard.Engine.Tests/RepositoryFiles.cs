namespace MlStrategyGuard.Engine.Tests;

/// <summary>The files of this repository, for what is pinned in it.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's root, above the folder of the tests.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file of the repository.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>
    /// Compares a text with a pinned file. To refresh all pinned reports, set MLGUARD_REFRESH=1 and run the tests once.
    /// </summary>
    /// <param name="path">The pinned file, from the root.</param>
    /// <param name="text">What it should hold.</param>
    public static void AssertPinned(string path, string text)
    {
        const string Command = "MLGUARD_REFRESH=1 dotnet test tests/MlStrategyGuard.Engine.Tests";
        if (Environment.GetEnvironmentVariable("MLGUARD_REFRESH") == "1")
        {
            File.WriteAllText(At(path), text);
            Assert.Fail($"{path} is refreshed; look at its changes, and run the tests again without MLGUARD_REFRESH.");
        }

        Assert.True(File.Exists(At(path)), $"{path} is missing: run {Command}");
        Assert.True(File.ReadAllText(At(path)).ReplaceLineEndings("\n") == text, $"{path} isn't what the guard writes. If the change is meant, run {Command}");
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "MlStrategyGuard.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests stand outside of their repository.");
    }
}
