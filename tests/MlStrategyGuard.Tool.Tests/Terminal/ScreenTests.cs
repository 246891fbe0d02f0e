using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

public sealed class ScreenTests
{
    [Theory]
    [InlineData("auto", false, null, "xterm", true, true)]
    [InlineData("auto", false, null, null, true, true)]
    [InlineData("auto", false, "", "xterm", true, true)]
    [InlineData("auto", false, "1", "xterm", true, false)]
    [InlineData("auto", false, null, "dumb", true, false)]
    [InlineData("auto", true, null, "xterm", false, false)]
    [InlineData("never", false, null, "xterm", true, false)]
    [InlineData("never", true, null, "xterm", false, false)]
    [InlineData("always", true, null, "xterm", true, true)]
    [InlineData("always", true, "1", "dumb", true, true)]
    [InlineData("always", false, "1", "dumb", true, true)]
    public void LayoutAndColour_FollowTheStreamAndTheUser(
        string choice, bool isRedirected, string? noColor, string? term, bool isForPeople, bool hasColor)
    {
        var screen = Screen.Of(
            Enum.Parse<ColorChoice>(choice, ignoreCase: true), isRedirected,
            name => name switch { "NO_COLOR" => noColor, "TERM" => term, _ => null }, () => 80, () => true);

        Assert.Equal((isForPeople, hasColor), (screen.IsForPeople, screen.HasColor));
    }

    [Fact]
    public void TerminalWithoutColours_GetsNone() => Assert.False(
        Screen.Of(ColorChoice.Always, isRedirected: false, _ => null, () => 80, () => false).HasColor);

    [Theory]
    [InlineData(60, 60, 60)]
    [InlineData(80, 80, 80)]
    [InlineData(200, 110, 200)]
    [InlineData(7, 30, 30)]
    [InlineData(0, 80, 80)]
    public void Width_IsTheTerminals_AndProseIsNotTooWide(int told, int prose, int code)
    {
        var screen = Screen.Of(ColorChoice.Auto, isRedirected: false, _ => null, () => told, () => true);

        Assert.Equal((prose, code), (screen.Width, screen.CodeWidth));
    }

    [Fact]
    public void FileOrPipe_HasNoWidth()
    {
        var screen = Screen.Of(ColorChoice.Always, isRedirected: true, _ => null, () => 80, () => true);

        Assert.Equal((0, 0), (screen.Width, screen.CodeWidth));
    }
}
