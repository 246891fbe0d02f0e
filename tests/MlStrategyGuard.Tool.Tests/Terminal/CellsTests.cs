using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

public sealed class CellsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("größe", 5)]
    [InlineData("e\u0301", 1)] // A letter and its accent.
    [InlineData("名前", 4)]
    [InlineData("ｶﾅ", 2)] // Halfwidth forms.
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)] // One syllable in three parts.
    [InlineData("→ – …", 5)]
    [InlineData("𝄞", 1)]
    [InlineData("😀", 2)]
    [InlineData("👩‍👩‍👧", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("❤️", 2)]
    [InlineData("🇩🇪🇫🇷", 4)]
    [InlineData("a\u200Bb", 2)]
    public void Text_TakesTheCellsThatTerminalsGiveIt(string text, int cells) => Assert.Equal(cells, Cells.Of(text));

    [Theory]
    [InlineData("plain\ttext ü 👩‍👩‍👧", "plain\ttext ü 👩‍👩‍👧")]
    [InlineData("\e[31mred", "\uFFFD[31mred")]
    [InlineData("a\rb\nc\u0007", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("\u202Ekcatta", "\uFFFDkcatta")]
    [InlineData("\u009B1m", "\uFFFD1m")]
    public void ForeignText_CantSteerTheTerminal(string text, string harmless) => Assert.Equal(harmless, Cells.Harmless(text));
}
