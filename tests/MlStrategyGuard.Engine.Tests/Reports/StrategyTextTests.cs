using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

public sealed class StrategyTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb\n", "\n")]
    [InlineData("a\r\nb\r\n", "\r\n")]
    [InlineData("a\rb", "\n")]
    public void Lines_ComeWithoutTheirEnds(string text, string newLine)
    {
        var strategy = new StrategyText(text);

        Assert.Equal(("a", "b", newLine), (strategy.Line(1), strategy.Line(2), strategy.NewLine));
        Assert.Null(strategy.Line(0));
        Assert.Null(strategy.Line(9));
    }

    [Fact]
    public void LineEndsThatEditorsDontKnow_MakeLinesUntrustworthy() => Assert.Null(new StrategyText("a\u2028b").Line(1));

    [Fact]
    public void ByteOrderMark_IsNoCharacter()
    {
        _folder.Write("a.yaml", [0xEF, 0xBB, 0xBF, (byte)'v']);

        Assert.Equal("v", StrategyText.Of(_folder["a.yaml"]).Line(1));
    }

    [Theory]
    [InlineData("nowhere.yaml")]
    [InlineData("bytes.yaml")]
    public void WhatCantBeRead_HasNoText(string name)
    {
        _folder.Write("bytes.yaml", [0xFF, 0x80, 0x81]);

        Assert.Equal("", StrategyText.Of(_folder[name]).Text);
    }
}
