using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

public sealed class SourcePathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FileInARepository_IsNamedFromItsRoot()
    {
        Directory.CreateDirectory(_folder[".git"]);
        var file = _folder.Write("a b/c/mlstrategy.yaml", "");

        Assert.Equal("a b/c/mlstrategy.yaml", SourcePath.Of(file, _folder["a b"]));
    }

    [Fact]
    public void FileInAWorktree_IsNamedFromItsRoot()
    {
        _folder.Write("sub/.git", "gitdir: elsewhere");
        var file = _folder.Write("sub/x/mlstrategy.yaml", "");

        Assert.Equal("x/mlstrategy.yaml", SourcePath.Of(file));
    }

    [Fact]
    public void FileInNoRepository_IsNamedFromTheOtherFolder_OrByItself()
    {
        var file = _folder.Write("a/b/mlstrategy.yaml", "");
        Directory.CreateDirectory(_folder["other"]);

        Assert.Equal("a/b/mlstrategy.yaml", SourcePath.Of(file, _folder.Path));
        Assert.Equal("mlstrategy.yaml", SourcePath.Of(file, _folder["other"]));
        Assert.Equal("mlstrategy.yaml", SourcePath.Of(file));
    }

    [Theory]
    [InlineData("mlstrategy.yaml", "mlstrategy.yaml")]
    [InlineData("a b/ü.yaml", "a%20b/%C3%BC.yaml")]
    [InlineData("50%/#1?[x].yaml", "50%25/%231%3F%5Bx%5D.yaml")]
    [InlineData("c:d/e.yaml", "c%3Ad/e.yaml")]
    [InlineData("名前/𝄞.yaml", "%E5%90%8D%E5%89%8D/%F0%9D%84%9E.yaml")]
    [InlineData("a-b_c.d~e/f", "a-b_c.d~e/f")]
    public void Uri_EncodesWhatIsntUnreserved(string path, string uri) => Assert.Equal(uri, SourcePath.ToUri(path));
}
