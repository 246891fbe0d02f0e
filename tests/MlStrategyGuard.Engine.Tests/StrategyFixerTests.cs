using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

public sealed class StrategyFixerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("version: 1\nnmae: x   # who\n", "version: 1\nname: x   # who\n")]
    [InlineData("version: 1\ntask: \"regresion\" # t\n", "version: 1\ntask: regression # t\n")]
    [InlineData("version: 1\nsplits:\n  validation: { files: a.csv }\n", "version: 1\nsplits:\n  dev: { files: a.csv }\n")]
    [InlineData(
        "version: 1\nmetrics:\n  optimize: [f1, recall]   # both?\n",
        "version: 1\nmetrics:\n  watch: [recall]\n  optimize: f1   # both?\n")]
    [InlineData(
        "version: 1\nmetrics: { optimize: [f1, recall, precision] }\n",
        "version: 1\nmetrics: { watch: [recall, precision], optimize: f1 }\n")]
    [InlineData(
        "version: 1\nmetrics:\n  optimize:\n    - f1\n    - recall  # r\n  watch: [precision]  # w\n",
        "version: 1\nmetrics:\n  optimize:\n    f1  # r\n  watch: [precision, recall]  # w\n")]
    [InlineData(
        "version: 1\nmetrics:\n  watch:\n    - precision  # p\n  optimize: [f1, recall]\n",
        "version: 1\nmetrics:\n  watch:\n    - recall\n    - precision  # p\n  optimize: f1\n")]
    [InlineData(
        "version: 1\nmetrics:\n  watch: precision\n  optimize: [f1, recall]\n",
        "version: 1\nmetrics:\n  watch: [precision, recall]\n  optimize: f1\n")]
    [InlineData(
        "version: 1\nmetrics: { watch: [recall], optimize: [f1, recall] }\n",
        "version: 1\nmetrics: { watch: [recall], optimize: f1 }\n")]
    [InlineData("version: 1\nmetircs:\n  optimise: f1\n", "version: 1\nmetrics:\n  optimize: f1\n")]
    [InlineData("version: 1\nlabels: { corrected: [dev] } # c\n", "version: 1\nlabels: { corrected: [dev, test] } # c\n")]
    [InlineData("version: 1\nlabels:\n  corrected:\n    - test # t\n", "version: 1\nlabels:\n  corrected:\n    - dev\n    - test # t\n")]
    [InlineData("version: 1\nlabels: { corrected: dev }\n", "version: 1\nlabels: { corrected: [dev, test] }\n")]
    [InlineData("version: 1\r\nnmae: x\r\nmetrics:\r\n  optimize: [f1, recall]\r\n", "version: 1\r\nname: x\r\nmetrics:\r\n  watch: [recall]\r\n  optimize: f1\r\n")]
    public void CertainFix_ChangesItsPlaceOnly_AndIsDoneAfterwards(string text, string expected)
    {
        var path = _folder.Write("mlstrategy.yaml", text);

        Assert.NotEmpty(StrategyFixer.Fix(path, default));
        Assert.Equal(expected, File.ReadAllText(path));
        Assert.Empty(StrategyFixer.Fix(path, default));
        Assert.Equal(expected, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("version: 1\nmetrics: { optimize: f1 }\n")]
    [InlineData("version: 1\nfrobnicate: 1\n")]
    [InlineData("version: 1\nname: x\nnmae: y\n")]
    [InlineData("version: 1\nmetrics:\n  optimize:\n    - precision # p\n    - recall # r\n")]
    [InlineData("version: 1\nmetrics: { optimize: [f1, { metric: profit, direction: higher }] }\n")]
    [InlineData("version: 1\nmetrics: { optimize: [f1, recall,], watch: [precision,] }\n")]
    [InlineData("version: 1\nmetrics: { optimize: [f1, recall] }\naccept: [{ rule: MLS2002, because: both count }]\n")]
    [InlineData("version: 1\nname: [\n")]
    [InlineData("")]
    public void WhatIsNotCertain_IsLeftAlone(string text)
    {
        var path = _folder.Write("mlstrategy.yaml", text);

        Assert.Empty(StrategyFixer.Fix(path, default));
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void EncodingAndByteOrderMark_AreKept()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            var path = _folder.Write("mlstrategy.yaml", [.. encoding.GetPreamble(), .. encoding.GetBytes("version: 1\nnmae: Größe\n")]);

            Assert.Single(StrategyFixer.Fix(path, default));
            Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes("version: 1\nname: Größe\n")], File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void LinkAndMode_AreKept()
    {
        if (OperatingSystem.IsWindows())
            return; // Links need rights there, and files have no mode.
        var real = _folder.Write("real.yaml", "version: 1\nnmae: x\n");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(_folder["mlstrategy.yaml"], real);

        Assert.Single(StrategyFixer.Fix(_folder["mlstrategy.yaml"], default));
        Assert.Equal("version: 1\nname: x\n", File.ReadAllText(real));
        Assert.Equal(real, new FileInfo(_folder["mlstrategy.yaml"]).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(real));
    }

    [Fact]
    public void Fix_StandsInTheReport()
    {
        var path = _folder.Write("mlstrategy.yaml", "version: 1\nnmae: x\n");

        var report = StrategyCheck.Run(new CheckRequest(path, default), null, default);

        var fix = Assert.Single(report.Findings).Fix!;
        Assert.Equal("rename 'nmae' to 'name'", fix.Title);
        Assert.Equal(new ReportedEdit { Line = 2, Column = 1, EndLine = 2, EndColumn = 5, Text = "name" }, Assert.Single(fix.Edits));
    }
}
