using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MlStrategyGuard.Reading;

/// <summary>
/// Text to a tree of marked nodes, or one MLS0001. YamlDotNet tells the events; what could make them expensive or
/// surprising (endless depth, exploding aliases, NUL, several documents) ends here.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Deeper nesting is refused: the format needs five levels, and parsing cost grows with depth.</summary>
    private const int MaxDepth = 100;

    /// <summary>The most nodes that a file may have after its aliases are followed.</summary>
    private const long MaxNodes = 200_000;

    /// <summary>What the parser's commonest complaints mean to the person who wrote the file.</summary>
    private static readonly (string Complaint, string Meaning)[] Meanings =
    [
        ("found invalid mapping", "a ':' stands where none can be; quote a value that holds ': ', write a space after the ':' of a key, and let the keys of one map begin in one column"),
        ("cannot start any token", "no value begins with this character; put the value in quotes"),
        ("unknown escape character", "in double quotes a backslash begins an escape, and this one doesn't exist; write paths with '/', or use single quotes"),
        ("quoted scalar, found unexpected end of stream", "this quote is never closed"),
        ("multi-line double-quoted scalar, found wrong indentation", "this quote isn't closed on its line"),
        ("multi-line single-quoted scalar, found wrong indentation", "this quote isn't closed on its line"),
        ("did not find expected ',' or '}'", "a '{' before this place isn't closed, or a ',' is missing"),
        ("did not find expected ',' or ']'", "a '[' before this place isn't closed, or a ',' is missing"),
        ("parsing a block mapping, did not find expected key", "a key with ':' is due here; the keys of one map begin in one column"),
        ("parsing a block collection, did not find expected '-' indicator", "a '-' is due here; the items of one list begin in one column"),
    ];

    private readonly Scanner scanner;
    private readonly IParser parser;
    private readonly Dictionary<string, (YamlNode Node, long Size)> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> openAnchors = new(StringComparer.Ordinal);

    private YamlTree(string text)
    {
        scanner = new Scanner(new StringReader(text), skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>Reads the one document of a text. The root is null if the text holds none.</summary>
    public static (YamlNode? Root, Finding? Problem) Parse(string text)
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
            text = text.Substring(1); // Editors count no column for a byte order mark.

        var nul = text.IndexOf('\0');
        if (nul >= 0)
            return (null, Problem(PlaceOf(text, nul), "the file holds a NUL byte; save it as plain UTF-8 text"));

        var tree = new YamlTree(text);
        try
        {
            return (tree.ReadDocument(), null);
        }
        catch (UnreadableException problem)
        {
            return (null, Problem(problem.Span, problem.Message));
        }
        catch (YamlException problem)
        {
            return (null, TabIn(text, problem) is { } tab
                ? Problem(tab, "a tab indents this line; YAML is indented with spaces only")
                : Problem(SpanOf(problem.Start, problem.End), Explain(problem)));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // Some broken texts trip up YamlDotNet itself: an unclosed bracket before a key, \UFFFFFFFF, an empty tag.
            var place = tree.scanner.CurrentPosition;
            return (null, Problem(SpanOf(place, place),
                "it can't be read beyond this place; look here and above for a bracket, brace or quote that isn't closed, or for a bad escape or tag"));
        }
    }

    private YamlNode? ReadDocument()
    {
        Next<StreamStart>();
        if (parser.Current is StreamEnd)
            return null;

        Next<DocumentStart>();
        var (root, _) = ReadNode(0);
        Next<DocumentEnd>();
        if (parser.Current is not StreamEnd)
            throw new UnreadableException(
                SpanOf(parser.Current!.Start, parser.Current.End),
                "a second document starts here; a strategy file holds one");
        return root;
    }

    private (YamlNode Node, long Size) ReadNode(int depth)
    {
        var current = parser.Current!;
        var start = SpanOf(current.Start, current.End);
        if (depth > MaxDepth)
            throw new UnreadableException(start, $"more than {MaxDepth} levels of nesting");

        switch (current)
        {
            case AnchorAlias alias:
                parser.MoveNext();
                var name = Texts.Shorten(alias.Value.Value);
                if (openAnchors.Contains(alias.Value.Value))
                    throw new UnreadableException(start, $"the alias '*{name}' stands inside its own anchor");
                if (!anchors.TryGetValue(alias.Value.Value, out var target))
                    throw new UnreadableException(start, $"'*{name}' is an alias, and nothing above is marked '&{name}'; put a pattern that begins with '*' in quotes");
                return (target.Node with { Span = start }, target.Size);

            case Scalar scalar:
                parser.MoveNext();
                return Remember(
                    scalar, (new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, start), 1), start);

            case SequenceStart sequence:
                {
                    parser.MoveNext();
                    Open(sequence);
                    var items = new List<YamlNode>();
                    var size = 1L;
                    while (parser.Current is not SequenceEnd)
                    {
                        var (item, itemSize) = ReadNode(depth + 1);
                        items.Add(item);
                        size = Grow(size, itemSize, start);
                    }

                    var end = Next<SequenceEnd>();
                    return Remember(sequence, (new YamlList(items, sequence.Style == SequenceStyle.Flow, Extent(start, end, items.LastOrDefault(), sequence.Style == SequenceStyle.Flow)), size), start);
                }

            case MappingStart mapping:
                {
                    parser.MoveNext();
                    Open(mapping);
                    var entries = new List<YamlEntry>();
                    var size = 1L;
                    while (parser.Current is not MappingEnd)
                    {
                        var (key, keySize) = ReadNode(depth + 1);
                        if (key is not YamlScalar word)
                            throw new UnreadableException(key.Span, "a key must be a word, not " + key.KindName);
                        var (value, valueSize) = ReadNode(depth + 1);
                        entries.Add(new YamlEntry(word, value));
                        size = Grow(size, keySize + valueSize, start);
                    }

                    var end = Next<MappingEnd>();
                    return Remember(
                        mapping, (new YamlMap(entries, mapping.Style == MappingStyle.Flow, Extent(start, end, entries.LastOrDefault()?.Value, mapping.Style == MappingStyle.Flow)), size), start);
                }

            default:
                throw new UnreadableException(start, "unexpected content");
        }
    }

    private void Open(NodeEvent source)
    {
        if (!source.Anchor.IsEmpty)
            openAnchors.Add(source.Anchor.Value);
    }

    private (YamlNode, long) Remember(NodeEvent source, (YamlNode Node, long Size) read, SourceSpan start)
    {
        if (!source.Anchor.IsEmpty)
        {
            anchors[source.Anchor.Value] = read;
            openAnchors.Remove(source.Anchor.Value);
        }

        return (read.Node with { Span = read.Node.Span with { Line = start.Line, Column = start.Column } }, read.Size);
    }

    private static long Grow(long size, long more, SourceSpan place) =>
        size + more is var sum && sum <= MaxNodes
            ? sum
            : throw new UnreadableException(place, $"more than {MaxNodes} values once its aliases are followed");

    /// <summary>
    /// YamlDotNet's ends have no extent. That of a flow collection stands before its bracket; that of a block
    /// collection on the line after it, where the last child knows better.
    /// </summary>
    private static SourceSpan Extent(SourceSpan start, ParsingEvent end, YamlNode? last, bool isFlow) =>
        isFlow || last is null
            ? start with { EndLine = (int)end.End.Line, EndColumn = (int)end.End.Column + (isFlow ? 1 : 0) }
            : start.To(last.Span);

    private T Next<T>()
        where T : ParsingEvent
    {
        if (parser.Current is null)
            parser.MoveNext();
        var current = parser.Current as T
            ?? throw new UnreadableException(SpanOf(parser.Current!.Start, parser.Current.End), "unexpected content");
        parser.MoveNext();
        return current;
    }

    private static Finding Problem(SourceSpan span, string why) =>
        Finding.Of("MLS0001", span, $"this isn't readable YAML: {why}.");

    private static string Explain(YamlException problem)
    {
        var message = (problem.InnerException ?? problem).Message.Trim().TrimEnd('.');
        foreach (var (complaint, meaning) in Meanings)
        {
            if (message.IndexOf(complaint, StringComparison.Ordinal) >= 0)
                return meaning;
        }

        return message.Length == 0 ? "its structure is broken here" : char.ToLowerInvariant(message[0]) + message.Substring(1);
    }

    /// <summary>
    /// The tab that a problem is about: in the indentation of its lines or, if the parser speaks of a tab without
    /// saying where, of the first line below.
    /// </summary>
    private static SourceSpan? TabIn(string text, YamlException problem)
    {
        var last = problem.Message.IndexOf(" tab ", StringComparison.Ordinal) >= 0 ? long.MaxValue : problem.End.Line;
        var lines = new StringReader(text);
        for (var number = 1; number <= last && lines.ReadLine() is { } line; number++)
        {
            var indent = line.Length - line.TrimStart(' ', '\t').Length;
            var tab = line.IndexOf('\t', 0, indent);
            if (number >= problem.Start.Line && tab >= 0)
                return new SourceSpan(number, tab + 1, number, tab + 2);
        }

        return null;
    }

    private static SourceSpan SpanOf(Mark start, Mark end) =>
        new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    private static SourceSpan PlaceOf(string text, int index)
    {
        var line = 1;
        var column = 1;
        for (var i = 0; i < index; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
                (line, column) = (line + 1, 1);
            else
                column++;
        }

        return SourceSpan.At(line, column);
    }

    private sealed class UnreadableException(SourceSpan span, string message) : Exception(message)
    {
        public SourceSpan Span { get; } = span;
    }
}
