using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class HtmlReportTests : IDisposable
{
    private const string TwoSplits = "version: 1\nname: x\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }\n";

    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void HostileNames_StayText()
    {
        const string hostile = "<script>alert(1)</script>";
        var rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i % 7},{(i % 3 == 0 ? hostile : "\"a\"\"'&\"")}\n"));
        _pages.Folder.Write("dev.csv", $"x,\"{hostile}\"\n" + rows);
        _pages.Folder.Write("test.csv", $"x,\"{hostile}\"\n" + rows.Replace("a\"\"", "<b>", StringComparison.Ordinal));

        var page = _pages.Page($"version: 1\nname: 'n {hostile}'\nsplits:\n  dev: {{ files: dev.csv, distribution: '{hostile}' }}\n  test: {{ files: test.csv }}\nmetrics: {{ optimize: ['{hostile}', f1] }}\n");

        Assert.Empty(page.Descendants("script"));
        Assert.Empty(page.Descendants("b"));
        Assert.Contains(hostile, page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("figcaption"), caption => caption.Value.Contains(hostile, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingIsLoaded_AndLinksGoToRulePagesAndPartsOnly()
    {
        var page = _pages.Page("version: 1\nmetrics: { optimize: [f1, recall] }\n");

        Assert.Empty(page.Descendants().Attributes("src"));
        Assert.All(page.Descendants("a").Attributes("href"), link => Assert.Matches("^(#[a-z0-9-]+|https://github\\.com/.*/docs/rules/MLS\\d{4}\\.md)$", link.Value));
        Assert.DoesNotContain("url(", page.ToString(), StringComparison.Ordinal);
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants("a").Attributes("href").Where(link => link.Value.StartsWith('#')), link => Assert.Contains(link.Value[1..], ids));
    }

    [Fact]
    public void EveryPicture_HasWordsAndATableInItsFigure()
    {
        _pages.Folder.WriteTable("dev.csv", 400, seed: 1);
        _pages.Folder.WriteTable("test.csv", 400, seed: 2, shift: 0.4);

        var pictures = _pages.Page(TwoSplits + "errors: { bayes: 1%, train: 5%, dev: { error: 9%, rows: 2000 } }\n").Descendants("svg").Where(svg => svg.Attribute("role")?.Value == "img").ToList();

        Assert.True(pictures.Count >= 4, "the ladder and columns are drawn");
        Assert.All(pictures, picture =>
        {
            Assert.NotEmpty(picture.Attribute("aria-label")!.Value);
            Assert.NotEmpty(picture.Ancestors("figure").First().Descendants("tbody").Elements("tr"));
        });
    }

    [Fact]
    public void TheSameCheck_WritesTheSameBytes_InEveryCulture()
    {
        _pages.Folder.WriteTable("dev.csv", 400, seed: 1);
        _pages.Folder.WriteTable("test.csv", 400, seed: 2, shift: 0.1);
        const string strategy = TwoSplits + "errors: { bayes: 0.5%, train: 8%, dev: { error: 10%, rows: 5000 } }\nerror_analysis: { examined: 100, tags: { dog: 8 } }\n";
        var before = CultureInfo.CurrentCulture;
        try
        {
            var pages = new[] { "", "de-DE", "tr-TR", "ar-SA", "fa-IR" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                return Encoding.UTF8.GetString(_pages.Bytes(strategy));
            }).ToList();

            Assert.All(pages, page => Assert.Equal(pages[0], page));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void OrderOfRows_ChangesNoByte()
    {
        var lines = Enumerable.Range(0, 500).Select(i => $"{i * 37 % 101},{"abcd"[i % 4]}\n").ToList();
        _pages.Folder.Write("test.csv", "x,y\n" + string.Concat(lines));
        _pages.Folder.Write("dev.csv", "x,y\n" + string.Concat(lines));
        var page = _pages.Text(TwoSplits);
        _pages.Folder.Write("dev.csv", "x,y\n" + string.Concat(lines.AsEnumerable().Reverse()));

        Assert.Equal(page, _pages.Text(TwoSplits));
    }

    [Fact]
    public void ManyColumns_StayBelowOneMegabyte()
    {
        const int columns = 700;
        foreach (var (name, shift) in new[] { ("dev", 0), ("test", 3) })
        {
            var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(i => $"a_rather_long_name_of_a_column_{i}")) + "\n");
            for (var row = 0; row < 120; row++)
                text.Append(string.Join(',', Enumerable.Range(0, columns).Select(i => i % 2 == 0 ? $"level {(row * (i + 3) + shift) % 30}" : ((row * 7919 % 1009) + (shift * i)).ToString(CultureInfo.InvariantCulture)))).Append('\n');
            _pages.Folder.Write(name + ".csv", text.ToString());
        }

        var page = _pages.Bytes(TwoSplits);

        Assert.InRange(page.Length, 50_000, 1_000_000);
        Assert.Contains("more columns without a picture", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOfRows_AreNowhere()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"person-{i:D4},secret{i}@example.org,{i % 5}\n"));
        _pages.Folder.Write("dev.csv", "id,mail,x\n" + rows + "person-x,only-once,4\n");
        _pages.Folder.Write("test.csv", "id,mail,x\n" + rows.Replace("person", "human", StringComparison.Ordinal));

        var page = _pages.Text(TwoSplits + "data: { columns: { mail: categorical } }\n");

        Assert.DoesNotMatch(new Regex(@"person-\d|human-\d|secret\d|only-once"), page);
    }

    [Fact]
    public void UnreadableFile_StillMakesAPage()
    {
        var page = _pages.Page("version: 1\nsplits: [\n");

        Assert.Contains("fails", page.Descendants("p").First(p => p.Attribute("class")?.Value.StartsWith("verdict", StringComparison.Ordinal) == true).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutData_ThePageSaysSo()
    {
        var page = Encoding.UTF8.GetString(_pages.Bytes(TwoSplits, readData: false));

        Assert.Contains("no data was read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"comparisons\"", page, StringComparison.Ordinal);
    }
}
