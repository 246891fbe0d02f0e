using System.Diagnostics;
using System.Globalization;

namespace MlStrategyGuard.Benchmarks.Reading;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">Seconds of all cores together.</param>
/// <param name="PeakMegabytes">The largest resident set.</param>
/// <param name="ExitCode">How it ended.</param>
internal sealed record Measured(double Wall, double Cpu, double PeakMegabytes, int ExitCode)
{
    /// <summary>Runs a program under GNU time.</summary>
    public static Measured Run(string folder, params string[] command)
    {
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%e %U %S %M", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        output.Wait();
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        var figures = said.TrimEnd().Split('\n')[^1].Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new Measured(wall, figures[1] + figures[2], figures[3] / 1_024, process.ExitCode);
    }

    /// <summary>The best of each figure: a busy neighbour only makes them worse.</summary>
    public static Measured Best(IReadOnlyList<Measured> runs) => new(
        runs.Min(run => run.Wall), runs.Min(run => run.Cpu), runs.Min(run => run.PeakMegabytes), runs[0].ExitCode);
}
