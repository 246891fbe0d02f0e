using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Analyzers;

/// <summary>What the project's strategy file says, as far as code can be compared with it.</summary>
internal sealed class DeclaredStrategy
{
    private static readonly DeclaredStrategy None = new(new Strategy(), null, null);

    private readonly List<(string Split, string Pattern, bool IsWhole, SourceSpan Span)> _files = [];
    private readonly SourceText? _text;

    private DeclaredStrategy(Strategy strategy, string? path, SourceText? text)
    {
        _text = text;
        Strategy = strategy;
        Path = path;
        foreach (var split in strategy.Splits)
        {
            foreach (var file in split.Files)
                _files.Add((split.Name.Value, Normal(file.Value), split.Where.Count == 0, file.Span));
        }
    }

    /// <summary>The strategy; an empty one without a file, and one of waivers only with several.</summary>
    public Strategy Strategy { get; }

    /// <summary>The strategy file; null when there is none or several.</summary>
    public string? Path { get; }

    /// <summary>
    /// Reads the strategy file among a compilation's additional files. With several nothing tells which of them a piece of
    /// code follows, so code is compared with none; what any of them accepts is accepted.
    /// </summary>
    public static DeclaredStrategy From(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var found = new List<DeclaredStrategy>();
        foreach (var file in options.AdditionalFiles)
        {
            if (StrategyFileAnalyzer.IsStrategyFile(file, options.AnalyzerConfigOptionsProvider)
                && file.GetText(cancellationToken) is { } text)
            {
                found.Add(new DeclaredStrategy(StrategyReader.Read(text.ToString()).Strategy, file.Path, text));
            }
        }

        return found.Count switch
        {
            0 => None,
            1 => found[0],
            _ => new DeclaredStrategy(new Strategy { Accept = [.. found.SelectMany(one => one.Strategy.Accept)] }, null, null),
        };
    }

    /// <summary>
    /// The split that a file belongs to, by the end of its path; null when no split or several claim it, or when a
    /// split takes only some of its rows.
    /// </summary>
    /// <param name="path">The path in the code, with <see cref="Flow.Text.Gap"/> for unknown pieces.</param>
    public string? SplitOf(string? path)
    {
        var claims = ClaimsOn(path);
        return claims.Select(claim => claim.Split).Distinct().Count() == 1 && claims.All(claim => claim.IsWhole) ? claims[0].Split : null;
    }

    /// <summary>The places in the strategy file where splits claim a file; none when nothing surely does.</summary>
    public IReadOnlyList<Location> PlacesOf(string? path) => ClaimsOn(path).Select(claim => PlaceOf(claim.Span)).ToList();

    /// <summary>A place in the strategy file, for a finding in code.</summary>
    public Location PlaceOf(SourceSpan span) => StrategyFileAnalyzer.Place(Path!, _text!, span);

    private List<(string Split, string Pattern, bool IsWhole, SourceSpan Span)> ClaimsOn(string? path)
    {
        if (path is null || path.IndexOf('*') >= 0)
            return [];
        var known = Normal(path.Substring(path.LastIndexOf(Flow.Text.Gap) + 1));
        var isCut = path.IndexOf(Flow.Text.Gap) >= 0;

        // A gap in the middle of a name leaves nothing to compare.
        if (known.Length == 0 || (isCut && !known.StartsWith("/", StringComparison.Ordinal) && path[path.LastIndexOf(Flow.Text.Gap) + 1] != '/'))
            return [];
        return _files.Where(file => Ends(file.Pattern, known.TrimStart('/'))).ToList();
    }

    /// <summary>Whether the team lives with a rule's findings, in this file or everywhere. Only a build knows the date.</summary>
    public bool Accepts(string rule, string file)
    {
        foreach (var waiver in Strategy.Accept)
        {
            if (waiver.IsActive(DateTime.MinValue) && waiver.Rule!.Value == rule && (waiver.Where is null || Ends(Normal(waiver.Where.Value), Normal(file))))
                return true;
        }

        return false;
    }

    /// <summary>Whether one path is the other one's end, segment by segment, or they are the same from the end on.</summary>
    private static bool Ends(string pattern, string path)
    {
        var wanted = Enumerable.Reverse(pattern.Split('/')).ToList();
        var given = Enumerable.Reverse(path.Split('/')).ToList();
        for (var i = 0; i < Math.Min(wanted.Count, given.Count); i++)
        {
            if (wanted[i] == "**")
                return true;
            var expression = "^" + Regex.Escape(wanted[i]).Replace("\\*", ".*").Replace("\\?", ".") + "$";
            if (!Regex.IsMatch(given[i], expression, RegexOptions.CultureInvariant))
                return false;
        }

        return true;
    }

    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
