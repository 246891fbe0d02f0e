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

    private readonly IParser parser;
    private readonly Dictionary<string, (YamlNode Node, long Size)> anchors = new(StringComparer.Ordinal);

    private YamlTree(string text) =>
        parser = new Parser(new Scanner(new StringReader(text), skipComments: true));

    /// <summary>Reads the one document of a text. The root is null if the text holds none.</summary>
    public static (YamlNode? Root, Finding? Problem) Parse(string text)
    {
        var nul = text.IndexOf('\0');
        if (nul >= 0)
            return (null, Problem(PlaceOf(text, nul), "the file holds a NUL byte; save it as plain UTF-8 text"));

        try
        {
            return (new YamlTree(text).ReadDocument(), null);
        }
        catch (UnreadableException problem)
        {
            return (null, Problem(problem.Span, problem.Message));
        }
        catch (YamlException problem)
        {
            return (null, Problem(SpanOf(problem.Start, problem.End), Explain(problem, text)));
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
                if (!anchors.TryGetValue(alias.Value.Value, out var target))
                    throw new UnreadableException(start, $"the alias '*{alias.Value.Value}' stands inside its own anchor");
                return (target.Node with { Span = start }, target.Size);

            case Scalar scalar:
                parser.MoveNext();
                return Remember(
                    scalar, (new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, start), 1), start);

            case SequenceStart:
            {
                parser.MoveNext();
                var items = new List<YamlNode>();
                var size = 1L;
                while (parser.Current is not SequenceEnd)
                {
                    var (item, itemSize) = ReadNode(depth + 1);
                    items.Add(item);
                    size = Grow(size, itemSize, start);
                }

                var end = Next<SequenceEnd>();
                return Remember((NodeEvent)current, (new YamlList(items, Trim(start, end, items.LastOrDefault())), size), start);
            }

            case MappingStart:
            {
                parser.MoveNext();
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
                    (NodeEvent)current, (new YamlMap(entries, Trim(start, end, entries.LastOrDefault()?.Value)), size), start);
            }

            default:
                throw new UnreadableException(start, "unexpected content");
        }
    }

    private (YamlNode, long) Remember(NodeEvent source, (YamlNode Node, long Size) read, SourceSpan start)
    {
        if (!source.Anchor.IsEmpty)
            anchors[source.Anchor.Value] = read;
        return (read.Node with { Span = read.Node.Span with { Line = start.Line, Column = start.Column } }, read.Size);
    }

    private static long Grow(long size, long more, SourceSpan place) =>
        size + more is var sum && sum <= MaxNodes
            ? sum
            : throw new UnreadableException(place, $"more than {MaxNodes} values once its aliases are followed");

    /// <summary>A block collection's own end lies on the line after it; the last child knows better.</summary>
    private static SourceSpan Trim(SourceSpan start, ParsingEvent end, YamlNode? last) =>
        end.Start.Equals(end.End) && last is not null
            ? start.To(last.Span)
            : start.To(SpanOf(end.Start, end.End));

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

    private static string Explain(YamlException problem, string text)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)problem.Start.Line - 1) ?? "";
        if (line.TakeWhile(char.IsWhiteSpace).Contains('\t'))
            return "a tab indents this line; YAML is indented with spaces only";

        var message = (problem.InnerException ?? problem).Message.Trim().TrimEnd('.');
        return message.Length == 0 ? "its structure is broken here" : char.ToLowerInvariant(message[0]) + message.Substring(1);
    }

    private static SourceSpan SpanOf(Mark start, Mark end) =>
        new((int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    private static SourceSpan PlaceOf(string text, int index)
    {
        var line = 1;
        var column = 1;
        for (var i = 0; i < index; i++)
        {
            if (text[i] == '\n')
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
