namespace MlStrategyGuard.Reading;

/// <summary>
/// Names places of a strategy file by what they mean, such as <c>candidates[tree].measured.f1</c>: a name that stays when
/// lines, keys and items around it come, go or move.
/// </summary>
public sealed class ContentPaths
{
    /// <summary>What tells the items of a list of maps apart, the first that an item has.</summary>
    private static readonly string[] Names = ["name", "metric", "who", "run", "rule"];

    private readonly Dictionary<(int Line, int Column), string> named = [];
    private readonly List<(int Line, int Column)> places = [];

    private ContentPaths()
    {
    }

    /// <summary>The places of a text; of one that isn't YAML there are none.</summary>
    public static ContentPaths Of(string text)
    {
        var paths = new ContentPaths();
        if (YamlTree.Parse(text).Root is { } root)
            paths.Add(root, "");

        // What an alias repeats stands where its anchor is.
        paths.places.AddRange(paths.named.Keys);
        paths.places.Sort();
        return paths;
    }

    /// <summary>
    /// The path of the last key or item that begins at this place or before it; empty for the file as a whole, and where
    /// nothing begins.
    /// </summary>
    /// <param name="span">The place.</param>
    public string At(SourceSpan span)
    {
        if (span == SourceSpan.FileStart)
            return "";

        var found = "";
        foreach (var place in places)
        {
            if (place.CompareTo((span.Line, span.Column)) > 0)
                break;
            found = named[place];
        }

        return found;
    }

    private void Add(YamlNode node, string path)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries)
                {
                    var key = path.Length == 0 ? entry.Key.Text : path + "." + entry.Key.Text;
                    Mark(entry.Key, key);
                    Add(entry.Value, key);
                }

                break;

            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var item = $"{path}[{NameOf(list.Items[i]) ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
                    Mark(list.Items[i], item);
                    Add(list.Items[i], item);
                }

                break;
        }
    }

    /// <summary>The first name of a place counts: that of an item before its first key's, and of an anchor before its alias's.</summary>
    private void Mark(YamlNode node, string path)
    {
        if (!named.ContainsKey((node.Span.Line, node.Span.Column)))
            named.Add((node.Span.Line, node.Span.Column), path);
    }

    private static string? NameOf(YamlNode item) => item switch
    {
        YamlScalar scalar => scalar.Text,
        YamlMap map => Names.Select(name => map.Entries.FirstOrDefault(entry => entry.Key.Text == name)?.Value)
            .OfType<YamlScalar>().FirstOrDefault()?.Text,
        _ => null,
    };
}
