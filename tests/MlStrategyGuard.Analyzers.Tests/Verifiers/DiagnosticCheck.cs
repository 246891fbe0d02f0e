using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>Compares the diagnostics of a source with those that its markup and its test expect.</summary>
internal static class DiagnosticCheck
{
    /// <exception cref="VerificationException">One is missing, there is one too many, or one says something else.</exception>
    public static void Compare(
        ImmutableArray<Diagnostic> actual,
        Markup markup,
        IEnumerable<DiagnosticResult> expected,
        DiagnosticAnalyzer analyzer)
    {
        var left = actual.ToList();
        var missing = new List<string>();
        foreach (var result in expected)
            Take(found => Matches(found, result, markup), Describe(result, markup));
        foreach (var (id, span) in markup.Spans)
        {
            var wanted = id ?? OnlyId(analyzer);
            Take(found => found.Id == wanted && found.Location.SourceSpan == span, $"{wanted} on «{TextOf(span, markup)}»");
        }

        foreach (var start in markup.Starts)
        {
            var wanted = OnlyId(analyzer);
            Take(found => found.Id == wanted && found.Location.SourceSpan.Start == start, $"{wanted} at {start}");
        }

        if (missing.Count > 0 || left.Count > 0)
            throw new VerificationException(
                $"Expected and not found: {Join(missing)}\nFound and not expected: {Join(left.Select(Describe))}");

        void Take(Predicate<Diagnostic> matches, string description)
        {
            var index = left.FindIndex(matches);
            if (index >= 0)
                left.RemoveAt(index);
            else
                missing.Add(description);
        }
    }

    private static bool Matches(Diagnostic found, DiagnosticResult result, Markup markup)
    {
        if (found.Id != result.Id || (result.Message is not null && Message(found) != result.Message))
            return false;
        if (result.Locations.IsEmpty)
            return true;
        if (found.Location.SourceSpan != Place(result.Locations[0], markup))
            return false;

        // A test that names only the location doesn't care for the additional ones.
        return result.Locations.Length == 1
            || found.AdditionalLocations.Select(location => location.SourceSpan)
                .SequenceEqual(result.Locations.Skip(1).Select(key => Place(key, markup)));
    }

    private static TextSpan Place(int key, Markup markup) =>
        markup.Places.TryGetValue(key, out var span)
            ? span
            : throw new VerificationException($"The source has no mark {{|#{key}:…|}}.");

    private static string OnlyId(DiagnosticAnalyzer analyzer) =>
        analyzer.SupportedDiagnostics is [var only]
            ? only.Id
            : throw new VerificationException("The analyzer has several diagnostics: mark with {|MLS0000:x|}.");

    private static string Describe(DiagnosticResult result, Markup markup)
    {
        var places = result.Locations.Select(key => $"«{TextOf(Place(key, markup), markup)}»");
        return $"{result.Id} on {string.Join(" and ", places)} {result.Message}";
    }

    private static string Describe(Diagnostic found)
    {
        var also = string.Concat(found.AdditionalLocations.Select(location => $", also {location.GetLineSpan().Span}"));
        return $"{found.Id} at {found.Location.GetLineSpan().Span}{also}: {Message(found)}";
    }

    private static string Message(Diagnostic found) => found.GetMessage(CultureInfo.InvariantCulture);

    private static string TextOf(TextSpan span, Markup markup) => markup.Source.Substring(span.Start, span.Length);

    private static string Join(IEnumerable<string> lines) =>
        lines.Any() ? string.Concat(lines.Select(line => "\n  " + line)) : "nothing";
}
