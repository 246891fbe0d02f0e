using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// A fix that the rule worked out, as changes of text. They travel in the diagnostic's properties, their places counted
/// from the diagnostic's own, so that they hold when text above it changes.
/// </summary>
internal sealed class Edits
{
    /// <summary>The property that says what the fix does.</summary>
    public const string TitleKey = "fix";

    private const string EditKey = "edit";

    private readonly string _title;
    private readonly List<(SyntaxTree Tree, TextSpan Span, string Text)> _changes = [];

    /// <param name="title">What the fix does, as the IDE offers it.</param>
    public Edits(string title) => _title = title;

    /// <summary>Puts a text in the place of a node.</summary>
    public Edits Replace(SyntaxNode node, string text) => Replace(node.SyntaxTree, node.Span, text);

    /// <summary>Puts a text in the place of another one.</summary>
    public Edits Replace(SyntaxTree tree, TextSpan span, string text)
    {
        _changes.Add((tree, span, text));
        return this;
    }

    /// <summary>The changes of a diagnostic at a place.</summary>
    public static ImmutableArray<TextChange> Read(ImmutableDictionary<string, string?> properties, TextSpan place)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        for (var i = 0; properties.TryGetValue(EditKey + i.ToString(CultureInfo.InvariantCulture), out var edit) && edit is not null; i++)
        {
            var parts = edit.Split([','], 3);
            var start = place.Start + int.Parse(parts[0], CultureInfo.InvariantCulture);
            changes.Add(new TextChange(new TextSpan(start, int.Parse(parts[1], CultureInfo.InvariantCulture)), parts[2]));
        }

        return changes.ToImmutable();
    }

    /// <summary>The properties of a diagnostic at a place; none when a change lies in another file.</summary>
    public ImmutableDictionary<string, string?> ToProperties(SyntaxNode place)
    {
        if (_changes.Any(change => change.Tree != place.SyntaxTree))
            return ImmutableDictionary<string, string?>.Empty;
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties.Add(TitleKey, _title);
        for (var i = 0; i < _changes.Count; i++)
        {
            var (_, span, text) = _changes[i];
            properties.Add(
                EditKey + i.ToString(CultureInfo.InvariantCulture),
                string.Format(CultureInfo.InvariantCulture, "{0},{1},{2}", span.Start - place.SpanStart, span.Length, text));
        }

        return properties.ToImmutable();
    }
}
