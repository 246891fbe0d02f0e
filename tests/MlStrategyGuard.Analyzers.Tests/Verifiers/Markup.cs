using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>
/// A test source without its markup, and what the markup said. <c>[|x|]</c> expects the analyzer's only diagnostic
/// on x, <c>{|MLS0000:x|}</c> expects that id (a compiler error's too), <c>{|#0:x|}</c> names a place for
/// <see cref="DiagnosticResult.WithLocation"/>, and <c>$$</c> expects the only diagnostic to start there.
/// </summary>
internal sealed class Markup
{
    private Markup(
        string source,
        ImmutableArray<(string? Id, TextSpan Span)> spans,
        ImmutableDictionary<int, TextSpan> places,
        ImmutableArray<int> starts)
    {
        Source = source;
        Spans = spans;
        Places = places;
        Starts = starts;
    }

    public string Source { get; }

    /// <summary>Marked spans; a null id means the analyzer's only diagnostic.</summary>
    public ImmutableArray<(string? Id, TextSpan Span)> Spans { get; }

    public ImmutableDictionary<int, TextSpan> Places { get; }

    public ImmutableArray<int> Starts { get; }

    /// <exception cref="FormatException">A mark is opened and not closed, closed and not opened, or named twice.</exception>
    public static Markup Parse(string text)
    {
        var source = new StringBuilder(text.Length);
        var open = new Stack<(string? Name, bool Braces, int Start)>();
        var spans = ImmutableArray.CreateBuilder<(string?, TextSpan)>();
        var places = ImmutableDictionary.CreateBuilder<int, TextSpan>();
        var starts = ImmutableArray.CreateBuilder<int>();

        for (var i = 0; i < text.Length;)
        {
            var pair = i + 1 < text.Length ? text.Substring(i, 2) : "";
            var colon = pair == "{|" ? text.IndexOf(':', i) : -1;
            if (pair == "[|")
            {
                open.Push((null, false, source.Length));
                i += 2;
            }
            else if (colon > 0)
            {
                open.Push((text[(i + 2)..colon], true, source.Length));
                i = colon + 1;
            }
            else if (pair is "|]" or "|}")
            {
                if (!open.TryPop(out var mark) || mark.Braces != (pair == "|}"))
                    throw new FormatException($"The markup closes at {source.Length} what it didn't open: {pair}");
                var span = TextSpan.FromBounds(mark.Start, source.Length);
                if (mark.Name is not ['#', .. var number])
                    spans.Add((mark.Name, span));
                else if (!places.TryAdd(int.Parse(number, CultureInfo.InvariantCulture), span))
                    throw new FormatException($"The markup names #{number} twice.");
                i += 2;
            }
            else if (pair == "$$")
            {
                starts.Add(source.Length);
                i += 2;
            }
            else
            {
                source.Append(text[i++]);
            }
        }

        if (open.TryPop(out var unclosed))
            throw new FormatException($"The markup opened at {unclosed.Start} is never closed.");
        return new Markup(source.ToString(), spans.ToImmutable(), places.ToImmutable(), starts.ToImmutable());
    }
}
