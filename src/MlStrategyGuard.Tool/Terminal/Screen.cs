using System.Runtime.InteropServices;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>What standard output can show.</summary>
/// <param name="IsForPeople">Whether somebody looks at it: a terminal, or colours that were asked for. Otherwise it gets plain lines.</param>
/// <param name="HasColor">Whether it gets colours.</param>
/// <param name="Width">The cells of a line of prose; 0 if nothing limits it.</param>
/// <param name="CodeWidth">The cells of a line that isn't prose; 0 if nothing limits it.</param>
internal sealed record Screen(bool IsForPeople, bool HasColor, int Width, int CodeWidth)
{
    /// <summary>Longer lines of prose are hard to read, however wide the terminal is.</summary>
    private const int WidestProse = 110;

    private const int Narrowest = 30;

    /// <summary>What a terminal has that doesn't tell its width.</summary>
    private const int UsualWidth = 80;

    /// <summary>Standard output of this process.</summary>
    public static Screen Of(ColorChoice choice) =>
        Of(choice, Console.IsOutputRedirected, Environment.GetEnvironmentVariable, WindowWidth, WindowsConsole.TryEnableColors);

    /// <summary>What follows from the circumstances.</summary>
    /// <param name="choice">What the user says.</param>
    /// <param name="isRedirected">Whether standard output is a file or a pipe.</param>
    /// <param name="environment">The environment's variables.</param>
    /// <param name="width">Asks the terminal for its width; 0 if it doesn't tell.</param>
    /// <param name="enableColors">Switches the terminal's colours on; false if it has none.</param>
    internal static Screen Of(
        ColorChoice choice, bool isRedirected, Func<string, string?> environment, Func<int> width, Func<bool> enableColors)
    {
        var hasColor = choice switch
        {
            ColorChoice.Always => true,
            ColorChoice.Never => false,
            _ => !isRedirected
                && string.IsNullOrEmpty(environment("NO_COLOR")) // https://no-color.org
                && environment("TERM") != "dumb",
        };
        if (isRedirected)
            return new Screen(choice == ColorChoice.Always, hasColor, 0, 0);

        var cells = width() is > 0 and var told ? Math.Max(told, Narrowest) : UsualWidth;
        return new Screen(true, hasColor && enableColors(), Math.Min(cells, WidestProse), cells);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The console of Windows shows escape sequences as characters until it is told to obey them.</summary>
    private static class WindowsConsole
    {
        private const int StandardOutput = -11;
        private const uint ObeyEscapes = 4;

        public static bool TryEnableColors() =>
            !OperatingSystem.IsWindows()
            || (GetConsoleMode(GetStdHandle(StandardOutput), out var mode)
                && ((mode & ObeyEscapes) != 0 || SetConsoleMode(GetStdHandle(StandardOutput), mode | ObeyEscapes)));

        [DllImport("kernel32.dll")]
        private static extern nint GetStdHandle(int which);

        [DllImport("kernel32.dll")]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static extern bool GetConsoleMode(nint handle, out uint mode);

        [DllImport("kernel32.dll")]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static extern bool SetConsoleMode(nint handle, uint mode);
    }
}
