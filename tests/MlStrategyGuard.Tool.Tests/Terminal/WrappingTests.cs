using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("one two three", 0, "one two three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two|three")]
    [InlineData("one two three", 3, "one|two|three")]
    [InlineData("a verylongword b", 5, "a|verylongword|b")]
    [InlineData("by 5 % or so", 6, "by 5 %|or so")]
    [InlineData("by 5 % or so", 5, "by|5 %|or so")]
    [InlineData("名前 名前 x", 6, "名前|名前 x")]
    [InlineData("", 10, "")]
    public void Text_BreaksBetweenWords(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), Wrapping.Lines(text, width));

    [Fact]
    public void FirstLine_HasLessRoom_AndTheOthersAnIndent() =>
        Assert.Equal(["one", "  two", "  three"], Wrapping.Lines("one two three", width: 8, first: 4, indent: 2));

    [Fact]
    public void WordThatFitsNowhere_StaysBehindTheBeginning() =>
        Assert.Equal(["verylongword", "  b"], Wrapping.Lines("verylongword b", width: 8, first: 4, indent: 2));
}
