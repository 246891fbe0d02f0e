namespace MlStrategyGuard.Tool.Tests;

public sealed class ProfileCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public ProfileCommandTests()
    {
        var rows = string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 7},{"abc"[i % 3]}\n"));
        _tool.Write("data/dev.csv", "x,y\n" + rows);
        _tool.Write("data/test.csv", "x,y\n" + rows);
        _tool.Write("mlstrategy.yaml", "version: 1\nsplits:\n  dev: { files: data/dev.csv }\n  test: { files: data/test.csv, profile: profiles/test.json }\n");
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void AllSplits_AreWrittenAndTheLineToAddIsShown()
    {
        var (code, output, error) = _tool.Run("profile");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(4, output.Split('\n').Length);
        Assert.Contains("dev.json (200 rows, 2 columns, 1 kB)", output, StringComparison.Ordinal);
        Assert.Contains("now write in mlstrategy.yaml, at splits: dev:   profile: profiles/dev.json\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("at splits: test:", output, StringComparison.Ordinal);
        Assert.StartsWith("{\"version\":1,\"split\":\"dev\",\"rows\":200,", _tool.Read("profiles/dev.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void OneSplitIntoAnotherFolder_IsWrittenThere()
    {
        var (code, output, _) = _tool.Run("profile", "mlstrategy.yaml", "--split", "dev", "--output", "an other");

        Assert.Equal(0, code);
        Assert.Contains("profile: 'an other/dev.json'", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_tool.Folder, "profiles")));
        Assert.Contains("\"split\":\"dev\"", _tool.Read("an other/dev.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsThere_IsOverwrittenWithTheSameBytes()
    {
        _tool.Run("profile");
        var first = _tool.Read("profiles/dev.json");
        _tool.Write("profiles/dev.json", "old");

        Assert.Equal(0, _tool.Run("profile").Code);
        Assert.Equal(first, _tool.Read("profiles/dev.json"));
    }

    [Theory]
    [InlineData("no split 'train'", "--split", "train")]
    [InlineData("there is no strategy file 'none.yaml'", "none.yaml")]
    [InlineData("an empty path", "--output", "")]
    public void WhatCannotBeDone_IsSaidWithCode2(string message, params string[] arguments)
    {
        var (code, output, error) = _tool.Run(["profile", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckWithProfiles_NeedsNoData()
    {
        _tool.Run("profile");
        Directory.Delete(Path.Combine(_tool.Folder, "data"), recursive: true);
        _tool.Write("mlstrategy.yaml", "version: 1\nsplits:\n  dev: { files: data/dev.csv, profile: profiles/dev.json }\n  test: { files: data/test.csv, profile: profiles/test.json }\n");
        var (code, output, _) = _tool.Run("check", "--verbose");

        Assert.Equal(0, code);
        Assert.Contains("dev, test: from a pinned profile, which has no rows", output, StringComparison.Ordinal);
    }
}
