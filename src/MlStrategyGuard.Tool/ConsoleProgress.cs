using System.Diagnostics;
using MlStrategyGuard.Engine;

namespace MlStrategyGuard.Tool;

/// <summary>One line on a terminal's error stream, for work that takes longer than a second; gone when it is done.</summary>
internal sealed class ConsoleProgress : IProgress<CheckProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly bool _terminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last;
    private int _width;

    public void Report(CheckProgress value)
    {
        if (!_terminal || Stopwatch.GetElapsedTime(_start) < Patience)
            return;

        lock (_lock)
        {
            // What comes behind the reading says nothing more of itself.
            var isRead = value.BytesRead >= value.BytesInAll;
            if (!isRead && _last != 0 && Stopwatch.GetElapsedTime(_last) < Pause)
                return;
            _last = Stopwatch.GetTimestamp();
            var line = isRead
                ? $"read {value.BytesInAll / 1e6:N0} MB; comparing …"
                : $"reading data: {100 * value.BytesRead / value.BytesInAll} % of {value.BytesInAll / 1e6:N0} MB";
            Console.Error.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_width > 0)
                Console.Error.Write("\r" + new string(' ', _width) + "\r");
        }
    }
}
