using System.Globalization;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Benchmarks.Compiling;

/// <summary>What the compiler reports of its analyzers with <c>-reportanalyzer</c>.</summary>
/// <param name="Guard">Seconds in the guard's analyzers; a line "&lt;0.001" counts as 0.001.</param>
/// <param name="Control">Seconds in the <see cref="ControlAnalyzer"/>, counted alike.</param>
/// <param name="All">Seconds in all analyzers but the control; the others are the SDK's own.</param>
internal sealed partial record AnalyzerTimes(double Guard, double Control, double All)
{
    /// <summary>The times in the text of a build; null when it has none.</summary>
    public static AnalyzerTimes? Read(string build)
    {
        if (Total().Match(build) is not { Success: true } total)
            return null;
        var lines = Line().Matches(build).ToList();
        var control = Of("MlStrategyGuard.Benchmarks");
        return new AnalyzerTimes(Of("MlStrategyGuard.Analyzers"), control, double.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture) - control);

        double Of(string assembly) => lines.Where(line => line.Groups["name"].Value.StartsWith(assembly, StringComparison.Ordinal)).Sum(Seconds);
    }

    private static double Seconds(Match line) => double.Parse(line.Groups["seconds"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total analyzer execution time: ([0-9.]+) seconds")]
    private static partial Regex Total();

    /// <summary>A line about a whole assembly: it ends with a version and a public key token, the lines of single analyzers don't.</summary>
    [GeneratedRegex(@"^\s*<?(?<seconds>[0-9.]+)\s+<?[0-9]+\s+(?<name>[A-Za-z.]+), Version=", RegexOptions.Multiline)]
    private static partial Regex Line();
}
