using System.Globalization;

namespace MlStrategyGuard.Reading;

/// <summary>
/// Reads the keys of one map. Asking for a key makes it known; <see cref="Close"/> reports the keys that nobody asked
/// for. A value that can't be used is reported and reads as absent.
/// </summary>
internal sealed class SectionReader
{
    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly List<Finding> findings;
    private readonly string path;

    /// <summary>Opens a map; doubled keys are reported, the first one counts.</summary>
    /// <param name="map">The map.</param>
    /// <param name="path">Its keys from the top, as messages name it: <c>splits.dev</c>; empty at the top.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public SectionReader(YamlMap map, string path, List<Finding> findings)
    {
        Map = map;
        this.path = path;
        this.findings = findings;
        foreach (var entry in map.Entries)
        {
            if (entries.TryGetValue(entry.Key.Text, out var first))
                Report("MLS0007", entry.Key.Span, $"'{Shorten(entry.Key.Text)}' is given twice; the first is in line {first.Key.Span.Line}. Keep one.");
            else
                entries.Add(entry.Key.Text, entry);
        }
    }

    /// <summary>The map that is read.</summary>
    public YamlMap Map { get; }

    /// <summary>The keys asked for so far, in order.</summary>
    public IReadOnlyList<string> Known => known;

    /// <summary>The entry of a key whose value isn't empty.</summary>
    public YamlEntry? Find(string key) =>
        FindEvenEmpty(key) is { Value: not YamlScalar { IsNull: true } } entry ? entry : null;

    /// <summary>The entry of a key even if its value is empty.</summary>
    public YamlEntry? FindEvenEmpty(string key)
    {
        if (!known.Contains(key))
            known.Add(key);
        return entries.TryGetValue(key, out var entry) ? entry : null;
    }

    /// <summary>Reads a map below a key.</summary>
    public SectionReader? Section(string key) =>
        Find(key) is { } entry && As<YamlMap>(entry.Value, key, "a map of keys and values") is { } map
            ? new SectionReader(map, PathOf(key), findings)
            : null;

    /// <summary>Reads a map below a key, and tells where the key stands.</summary>
    public (SourceSpan Key, SectionReader Reader)? FindSection(string key) =>
        Find(key) is { } entry && As<YamlMap>(entry.Value, key, "a map of keys and values") is { } map
            ? (entry.Key.Span, Open(map, key))
            : null;

    /// <summary>Reads a map that stands somewhere below a key.</summary>
    public SectionReader Open(YamlMap map, string key) => new(map, PathOf(key), findings);

    /// <summary>Knows keys without reading them, where what they belong to is unusable.</summary>
    public void Skip(params string[] keys) => known.AddRange(keys);

    /// <summary>A word or a number.</summary>
    public Marked<string>? Text(string key) => Find(key) is { } entry ? TextOf(entry.Value, key) : null;

    /// <summary>The same, and its absence is reported at <paramref name="owner"/>.</summary>
    public Marked<string>? RequiredText(string key, SourceSpan owner, string what)
    {
        if (Find(key) is { } entry)
            return TextOf(entry.Value, key);
        Report("MLS0004", owner, $"'{PathOf(key)}' is missing: {what}.");
        return null;
    }

    /// <summary>One of several words.</summary>
    public Marked<T>? Choice<T>(string key, IReadOnlyDictionary<string, T> choices) =>
        Text(key) is { } text ? ChoiceOf(text, key, choices) : null;

    /// <summary>A share, written 0.08 or 8%, within bounds.</summary>
    public Marked<double>? Share(string key, double lowest, double highest, bool open)
    {
        if (Find(key) is not { } entry || TextOf(entry.Value, key) is not { } text)
            return null;
        if (!Numbers.TryShare(text.Value, out var share))
        {
            Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'; write a share such as 0.05 or 5%.");
            return null;
        }

        if (share < lowest || share > highest || (open && (share == lowest || share == highest)))
        {
            Report("MLS0003", text.Span,
                $"'{PathOf(key)}' is {Shorten(text.Value)}; it must lie {(open ? "strictly " : "")}between {Plain(lowest)} and {Plain(highest)}.");
            return null;
        }

        return new Marked<double>(share, text.Span);
    }

    /// <summary>A number, written 12, 0.5, 1e6 or 5%.</summary>
    public Marked<double>? Number(string key) => Find(key) is { } entry ? NumberOf(entry.Value, key) : null;

    /// <summary>A number that must be there; its absence is reported at <paramref name="owner"/>.</summary>
    public Marked<double>? RequiredNumber(string key, SourceSpan owner) => Required(key, owner, Number);

    /// <summary>A whole number that must be there.</summary>
    public Marked<long>? RequiredCount(string key, SourceSpan owner) => Required(key, owner, Count);

    /// <summary>A number of examples or a duration that must be there.</summary>
    public Marked<Amount>? RequiredAmount(string key, SourceSpan owner) => Required(key, owner, ReadAmount);

    /// <summary>A number of examples or a duration.</summary>
    public Marked<Amount>? Amount(string key) => Find(key) is null ? null : ReadAmount(key);

    /// <summary>A number from any node.</summary>
    public Marked<double>? NumberOf(YamlNode node, string key)
    {
        if (TextOf(node, key) is not { } text)
            return null;
        if (Numbers.TryShare(text.Value, out var number))
            return new Marked<double>(number, text.Span);
        Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'; write a number such as 100 or 0.9.");
        return null;
    }

    /// <summary>Whether a number fits a metric that is a share; if not, that is reported.</summary>
    /// <param name="number">The number.</param>
    /// <param name="key">Its key.</param>
    /// <param name="isShare">Whether it is due to be a share; other metrics take any number.</param>
    public bool IsShare(Marked<double> number, string key, bool isShare)
    {
        if (!isShare || number.Value is >= 0 and <= 1)
            return true;
        var meant = number.Value is >= 2 and <= 100 ? $"; did you mean {Plain(number.Value)}%?" : ".";
        Report("MLS0003", number.Span, $"'{PathOf(key)}' is {Plain(number.Value)}; it is a share and must lie between 0 and 1 (0 % and 100 %){meant}");
        return false;
    }

    /// <summary>A whole number, zero or more.</summary>
    public Marked<long>? Count(string key) => Find(key) is { } entry ? CountOf(entry.Value, key) : null;

    /// <summary>The number of rows that something was measured on, one or more.</summary>
    public Marked<long>? MeasuredRows(string key)
    {
        var rows = Count(key);
        if (rows is not { Value: 0 })
            return rows;
        Report("MLS0003", rows.Span, $"'{PathOf(key)}' is 0; nothing was measured on no row. Write how many there were, or remove it.");
        return null;
    }

    /// <summary>A whole number, zero or more, from any node.</summary>
    public Marked<long>? CountOf(YamlNode node, string key)
    {
        if (TextOf(node, key) is not { } text)
            return null;
        if (Numbers.TryCount(text.Value, out var count))
            return new Marked<long>(count, text.Span);
        Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'; write a whole number, zero or more.");
        return null;
    }

    /// <summary>A day, written 2027-03-31.</summary>
    public Marked<DateTime>? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (DateTime.TryParseExact(
                text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new Marked<DateTime>(date, text.Span);
        Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'; write a day such as 2027-03-31.");
        return null;
    }

    /// <summary>One word, or a list of words.</summary>
    public IReadOnlyList<Marked<string>> Words(string key) =>
        Nodes(key).Select(node => TextOf(node, key)).OfType<Marked<string>>().ToList();

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IReadOnlyList<YamlNode> Nodes(string key) => Find(key) switch
    {
        null => [],
        { Value: YamlList list } => list.Items,
        { Value: var single } => [single],
    };

    /// <summary>The items of what must be a list.</summary>
    public IReadOnlyList<YamlNode> List(string key) =>
        Find(key) is { } entry ? As<YamlList>(entry.Value, key, "a list")?.Items ?? [] : [];

    /// <summary>The entries of a map with free keys; doubled ones are reported, the first counts.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key) =>
        Section(key) is { } section ? [.. section.entries.Values.OrderBy(e => e.Key.Span.Line).ThenBy(e => e.Key.Span.Column)] : [];

    /// <summary>The path of a file, as it is written; null if it is absent or something else, which is reported.</summary>
    public Marked<string>? Path(string key) => Find(key) is { } entry ? FileOf(entry.Value, key) : null;

    /// <summary>One path or pattern, or a list of them, as they are written.</summary>
    public IReadOnlyList<Marked<string>> Paths(string key) =>
        Nodes(key).Select(node => FileOf(node, key)).OfType<Marked<string>>().ToList();

    /// <summary>The node as text, or a report that it is something else.</summary>
    public Marked<string>? TextOf(YamlNode node, string key) =>
        ScalarOf(node, key) is { } scalar ? new Marked<string>(scalar.Text, scalar.Span) : null;

    private Marked<string>? FileOf(YamlNode node, string key) =>
        ScalarOf(node, key) is { } scalar ? new Marked<string>(scalar.Written, scalar.Span) : null;

    private YamlScalar? ScalarOf(YamlNode node, string key)
    {
        if (node is YamlScalar { IsNull: true })
        {
            Report("MLS0004", node.Span, $"'{PathOf(key)}' has an empty value here; write one or remove it.");
            return null;
        }

        return As<YamlScalar>(node, key, "a single value");
    }

    /// <summary>The text as one of several words.</summary>
    public Marked<T>? ChoiceOf<T>(Marked<string> text, string key, IReadOnlyDictionary<string, T> choices)
    {
        if (choices.TryGetValue(text.Value, out var choice))
            return new Marked<T>(choice, text.Span);
        var nearest = Nearest.To(text.Value, choices.Keys);
        var hint = nearest is null ? "; it takes " : $"; did you mean '{nearest}'? It takes ";
        Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'{hint}{string.Join(", ", choices.Keys)}.",
            nearest is null ? null : Rename(text.Span, text.Value, nearest));
        return null;
    }

    /// <summary>The node as a certain kind, or a report that it is another.</summary>
    public T? As<T>(YamlNode node, string key, string expected)
        where T : YamlNode
    {
        if (node is T fitting)
            return fitting;
        Report("MLS0003", node.Span, $"'{PathOf(key)}' must be {expected}; here it is {node.KindName}.");
        return null;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    /// <param name="synonyms">What people write for keys of this map, to what the file format calls them.</param>
    public void Close(IReadOnlyDictionary<string, string>? synonyms = null)
    {
        foreach (var entry in entries.Values.Where(entry => !known.Contains(entry.Key.Text)))
        {
            var word = entry.Key.Text;
            var meant = synonyms is not null && synonyms.TryGetValue(word, out var synonym) ? synonym : Nearest.To(word, known);
            var hint = meant is null ? $"; known here: {string.Join(", ", known)}." : $"; did you mean '{meant}'?";
            Report("MLS0002", entry.Key.Span, $"unknown key '{Shorten(word)}'{(path.Length == 0 ? "" : $" in '{path}'")}{hint}",
                meant is null || entries.ContainsKey(meant) ? null : Rename(entry.Key.Span, word, meant));
        }
    }

    /// <summary>Adds a finding.</summary>
    public void Report(string id, SourceSpan span, string message, Fix? fix = null) =>
        findings.Add(Finding.Of(id, span, message) with { Fix = fix });

    /// <summary>Where the value of a key stands and how it is written; null if it is absent.</summary>
    public ListPlace? PlaceOf(string key) => Find(key)?.Value switch
    {
        null => null,
        YamlList { Items.Count: 0, IsFlow: false } => null,
        YamlList list => new ListPlace(list.Span, list.IsFlow ? ListForm.Flow : ListForm.Block),
        var single => new ListPlace(single.Span, ListForm.Single),
    };

    /// <summary>The key with the keys above it, as messages name it.</summary>
    public string PathOf(string key) => path.Length == 0 ? key : path + "." + key;

    private Marked<Amount>? ReadAmount(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (Numbers.TryAmount(text.Value, out var amount))
            return new Marked<Amount>(amount, text.Span);
        Report("MLS0003", text.Span, $"'{PathOf(key)}' is '{Shorten(text.Value)}'; write a count such as 5000 or a duration such as 1 h.");
        return null;
    }

    private Marked<T>? Required<T>(string key, SourceSpan owner, Func<string, Marked<T>?> read)
    {
        if (Find(key) is not null)
            return read(key);
        Report("MLS0004", owner, $"'{PathOf(key)}' is missing; write it, or remove all that belongs to it.");
        return null;
    }

    private static Fix? Rename(SourceSpan place, string from, string to) =>
        ListPlace.IsPlain(to) ? Fix.Of($"rename '{Shorten(from)}' to '{to}'", place, to) : null;

    private static string Plain(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Shorten(string text) => Texts.Shorten(text);
}
