using System.Globalization;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Package.Tests;

/// <summary>A line that an editor can follow to its place: <c>file(line,column): severity id: message [project]</c>.</summary>
/// <param name="File">The full path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="Id">The rule.</param>
/// <param name="Message">What it says.</param>
internal sealed partial record GuardLine(string File, int Line, int Column, string Severity, string Id, string Message)
{
    /// <summary>Reads a line of a build; null if it isn't in that form, for instance if a subcategory stands before the severity.</summary>
    public static GuardLine? Read(string line)
    {
        var match = Form().Match(line);
        return match.Success
            ? new GuardLine(
                match.Groups["file"].Value, Number("line"), Number("column"),
                match.Groups["severity"].Value, match.Groups["id"].Value, match.Groups["message"].Value)
            : null;

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Where and what: <c>error MLS1001 at mlstrategy.yaml(10,3)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Severity} {Id} at {Path.GetFileName(File)}({Line},{Column})");

    [GeneratedRegex(@"^(?<file>[^\s(][^(]*)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning) (?<id>[A-Z]+\d{4}): (?<message>.+) \[[^\]]+\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
