using System.Text;
using System.Xml.Linq;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

/// <summary>Pages of strategies in a folder of their own.</summary>
internal sealed class Pages : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>Where strategies and their data lie.</summary>
    public TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    /// <summary>The bytes of the page of a strategy.</summary>
    public byte[] Bytes(string strategy, bool readData = true) => StrategyCheck.MakePage(
        new CheckRequest(Folder.Write("mlstrategy.yaml", strategy), Today) { ShownAs = "mlstrategy.yaml", ReadData = readData }, null, default);

    /// <summary>The page's text.</summary>
    public string Text(string strategy) => Encoding.UTF8.GetString(Bytes(strategy));

    /// <summary>The page as a tree: it is well-formed XML behind its first line. Spaces that don't break are plain ones here.</summary>
    public XElement Page(string strategy)
    {
        var text = Text(strategy);
        Assert.StartsWith("<!doctype html>\n", text, StringComparison.Ordinal);
        return XElement.Parse(text["<!doctype html>\n".Length..].Replace('\u00A0', ' '));
    }

    /// <summary>A part of the page; null if it isn't there.</summary>
    public XElement? Part(string strategy, string id) => Page(strategy).Descendants("section").FirstOrDefault(section => section.Attribute("id")?.Value == id);

    /// <summary>The words of the pictures in a part.</summary>
    public static IReadOnlyList<string> Pictures(XElement part) =>
        [.. part.Descendants("svg").Where(svg => svg.Attribute("role")?.Value == "img").Select(svg => svg.Attribute("aria-label")!.Value)];

    /// <summary>The row of a table whose head says that.</summary>
    public static IReadOnlyList<string> Row(XElement part, string head) =>
        [.. part.Descendants("tbody").Elements("tr").First(row => row.Element("th")!.Value == head).Elements().Select(cell => cell.Value)];
}
