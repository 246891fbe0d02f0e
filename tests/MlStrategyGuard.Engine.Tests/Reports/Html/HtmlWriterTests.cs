using MlStrategyGuard.Engine.Reports.Html;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class HtmlWriterTests
{
    [Fact]
    public void TextAndAttributes_AreEncoded()
    {
        var html = new HtmlWriter();
        html.Leaf("p", "a < b & \"c\" > d", ("title", "\"><script>"));

        Assert.Equal("<!doctype html>\n<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; &quot;c&quot; &gt; d</p>\n\n", html.Finish());
    }

    [Theory]
    [InlineData("a\0b\u001Fc\u0085", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("\U0001F40E äß 中", "\U0001F40E äß 中")]
    public void WhatHtmlForbids_IsReplaced_AndEveryScriptStays(string text, string written) =>
        Assert.Contains($"<p>{written}</p>", new HtmlWriter().Leaf("p", text).Finish(), StringComparison.Ordinal);

    [Fact]
    public void HalfOfAPair_IsReplaced()
    {
        var half = new string((char)0xD83D, 1);

        Assert.Contains("<p>x\uFFFDy</p>", new HtmlWriter().Leaf("p", $"x{half}y").Finish(), StringComparison.Ordinal);
    }

    [Fact]
    public void PercentSign_StaysWithItsNumber_ButInCode()
    {
        Assert.Contains("<p>5\u00A0% of 20\u00A0%</p>", new HtmlWriter().Leaf("p", "5 % of 20 %").Finish(), StringComparison.Ordinal);
        Assert.Contains("<code>5 %</code>", new HtmlWriter().Leaf("code", "5 %").Finish(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsStillOpen_IsAFault() => Assert.Throws<InvalidOperationException>(() => new HtmlWriter().Open("p").Finish());

    [Theory]
    [InlineData(0.12346, "12.35%")]
    [InlineData(-0.2, "0%")]
    [InlineData(7, "100%")]
    public void Part_IsAShareOfTheWidth(double share, string written) => Assert.Equal(written, HtmlWriter.Part(share));

    [Fact]
    public void NegativeZero_IsZero() => Assert.Equal("0", HtmlWriter.Number(-0.0001));
}
