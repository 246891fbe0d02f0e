using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

/// <summary>‸ marks both ends of the place; the second line is what the terminal shows under the first.</summary>
public sealed class SourceFrameTests
{
    [Theory]
    [InlineData("key: ‸value‸ # why", "key: value # why", "     ^^^^^")]
    [InlineData("‸key‸: 1", "key: 1", "^^^")]
    [InlineData("\t‸a‸", "    a", "    ^")]
    [InlineData("ab\t‸c\td‸", "ab  c   d", "    ^^^^^")]
    [InlineData("名前: ‸x‸", "名前: x", "      ^")]
    [InlineData("x: ‸名前‸", "x: 名前", "   ^^^^")]
    [InlineData("e\u0301e\u0301: ‸x‸", "e\u0301e\u0301: x", "    ^")]
    [InlineData("👩‍👩‍👧: ‸x‸", "👩‍👩‍👧: x", "    ^")]
    [InlineData("key: ‸‸value", "key: value", "     ^")]
    [InlineData("key:‸‸", "key:", "    ^")]
    [InlineData("key: ‸a, b   ‸", "key: a, b", "     ^^^^")]
    [InlineData("‸\e[0m‸", "\uFFFD[0m", "^^^^")]
    public void Line_IsShownWithItsPlace(string marked, string shown, string carets)
    {
        var frame = Frame(marked, 0);

        Assert.Equal((shown, carets), (frame.Text, Carets(frame)));
    }

    [Theory]
    [InlineData("0123456789‸ab‸cdefghij", 12, "…789abcdefg…", "    ^^")]
    [InlineData("‸01‸23456789abcdefghij", 12, "0123456789a…", "^^")]
    [InlineData("0123456789abcdefgh‸ij‸", 12, "…9abcdefghij", "          ^^")]
    [InlineData("0123456789‸abcdefghij‸", 12, "…789abcdefg…", "    ^^^^^^^^")]
    [InlineData("‸0123456789‸ab", 12, "0123456789ab", "^^^^^^^^^^")]
    [InlineData("名名名名名名名名‸x‸ 名名名名名名", 12, "…名x 名名名…", "   ^")]
    public void LongLine_IsCutAroundItsPlace(string marked, int width, string shown, string carets)
    {
        var frame = Frame(marked, width);

        Assert.Equal((shown, carets), (frame.Text, Carets(frame)));
        Assert.True(Cells.Of(frame.Text) <= width);
    }

    [Fact]
    public void EveryPlaceOfEveryLine_StaysWithinTheWidth()
    {
        const string Line = "a: 名前, \tb: e\u0301e\u0301 [👩‍👩‍👧, 2], c: { d: 'ééé', f: 1234567890 }   # and so on";
        for (var width = 10; width < 80; width += 3)
        {
            for (var from = 0; from <= Line.Length; from++)
            {
                for (var to = from; to <= Line.Length; to += 5)
                {
                    var frame = SourceFrame.Of(Line, from, to, width);
                    Assert.True(Cells.Of(frame.Text) <= width, $"{width} {from} {to}: {frame}");
                    Assert.True(frame.Start >= 0 && frame.Length > 0 && frame.Start + frame.Length <= width + 1, $"{width} {from} {to}: {frame}");
                }
            }
        }
    }

    private static SourceFrame Frame(string marked, int width)
    {
        var from = marked.IndexOf('‸', StringComparison.Ordinal);
        var to = marked.LastIndexOf('‸');
        return SourceFrame.Of(marked.Replace("‸", "", StringComparison.Ordinal), from, to - 1, width);
    }

    private static string Carets(SourceFrame frame) => new string(' ', frame.Start) + new string('^', frame.Length);
}
