namespace MlStrategyGuard.Tool.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly ToolRun _tool = new();

    public ReportCommandTests() => _tool.Write("mlstrategy.yaml", "version: 1\nname: cats\nmetrics: { optimize: [f1, recall] }\n");

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void WithoutArguments_ThePageLiesBesideTheStrategy_AndFindingsAreNoFailure()
    {
        var (code, output, error) = _tool.Run("report");

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^wrote mlstrategy-report\.html \(\d+ kB\)\n$", output);
        Assert.Contains("cats fails with 1 error", _tool.Read("mlstrategy-report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void OtherFileAndOutput_AreTaken()
    {
        _tool.Write("sub/my.yaml", "version: 1\nname: dogs\n");

        Assert.Equal(0, _tool.Run("report", "sub/my.yaml").Code);
        Assert.Equal(0, _tool.Run("report", "sub/my.yaml", "--output", "out/page.html").Code);

        Assert.Contains("dogs passes", _tool.Read("sub/mlstrategy-report.html"), StringComparison.Ordinal);
        Assert.Equal(_tool.Read("sub/mlstrategy-report.html"), _tool.Read("out/page.html"));
    }

    [Fact]
    public void Check_WritesThePageToo()
    {
        Assert.Equal(1, _tool.Run("check", "--report", "page.html").Code);
        _tool.Run("report");

        Assert.Equal(_tool.Read("mlstrategy-report.html"), _tool.Read("page.html"));
    }

    [Theory]
    [InlineData("report", "nowhere.yaml")]
    [InlineData("report", "--output", "mlstrategy.yaml")]
    [InlineData("report", "--output", "")]
    [InlineData("check", "--report", "mlstrategy.yaml")]
    [InlineData("check", "--report", "")]
    [InlineData("report", "--memory", "1")]
    [InlineData("check", "--memory", "abc")]
    [InlineData("check", "--memory", "1.5")]
    [InlineData("check", "--memory", "-20")]
    [InlineData("check", "--memory", "99999999999")]
    [InlineData("check", "--report", "x", "--sarif", "./x")]
    public void WhatCannotBeDone_IsSaid_AndNothingIsOverwritten(params string[] arguments)
    {
        var before = _tool.Read("mlstrategy.yaml");
        var (code, _, error) = _tool.Run(arguments);

        Assert.Equal(2, code);
        Assert.StartsWith("mlguard: ", error, StringComparison.Ordinal);
        Assert.Equal(before, _tool.Read("mlstrategy.yaml"));
    }
}
