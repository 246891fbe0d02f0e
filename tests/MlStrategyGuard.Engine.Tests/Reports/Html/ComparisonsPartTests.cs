using System.Globalization;
using System.Xml.Linq;

namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class ComparisonsPartTests : IDisposable
{
    private const string TwoSplits = "version: 1\nsplits:\n  dev: { files: dev.csv, distribution: app }\n  test: { files: test.csv }\n";

    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public void ColumnThatDiffersMost_StandsFirst_WithItsHistogram()
    {
        _pages.Folder.WriteTable("dev.csv", 1_000, seed: 1);
        _pages.Folder.WriteTable("test.csv", 1_000, seed: 2, shift: 0.4);

        var part = _pages.Part(TwoSplits, "comparisons")!;

        var cards = part.Descendants("li").Where(card => card.Attribute("class")?.Value == "card").ToList();
        Assert.Equal(["x", "word"], cards.Select(card => card.Descendants("span").First().Value));
        Assert.Contains(Pages.Pictures(cards[0]), words => words.StartsWith("Histogram of x in dev and test from ", StringComparison.Ordinal));
        Assert.Equal(2, cards[0].Descendants("path").Count());
        Assert.Contains("different", cards[0].Value, StringComparison.Ordinal);
        Assert.Matches(@"Dev against test different", part.Descendants("h3").First().Value);
        Assert.Equal(["dev", "1,000", "2", "app"], Pages.Row(part, "dev"));
        Assert.Equal(["test", "1,000", "2", "not declared"], Pages.Row(part, "test"));
    }

    [Fact]
    public void Histogram_SumsToOneOnBothSides()
    {
        _pages.Folder.WriteTable("dev.csv", 1_000, seed: 1);
        _pages.Folder.WriteTable("test.csv", 1_000, seed: 2);

        var card = _pages.Part(TwoSplits, "comparisons")!.Descendants("li").First(one => one.Attribute("class")?.Value == "card" && one.Descendants("span").First().Value == "x");

        foreach (var column in new[] { 1, 2 })
        {
            var shares = card.Descendants("tbody").Elements("tr").Skip(1)
                .Select(row => double.Parse(row.Elements().ElementAt(column).Value.TrimEnd('%', ' '), CultureInfo.InvariantCulture));
            Assert.InRange(shares.Sum(), 99, 101);
        }
    }

    [Fact]
    public void Levels_AreBarsByName_WithoutTheColumnsName()
    {
        _pages.Folder.Write("dev.csv", "city\n" + Repeat("Rome", 300) + Repeat("Oslo", 200));
        _pages.Folder.Write("test.csv", "city\n" + Repeat("Rome", 150) + Repeat("Oslo", 350));

        var part = _pages.Part(TwoSplits, "comparisons")!;

        Assert.Contains("Shares of city in dev and test: Oslo 40.0 % and 70.0 %, Rome 60.0 % and 30.0 %", Pages.Pictures(part));
        Assert.Equal(["Rome", "60.0 %", "30.0 %"], Pages.Row(part, "Rome"));
        Assert.DoesNotContain("city=Rome", part.Descendants("figure").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyLevels_AreFewBars_AndTheRestIsOne()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => Repeat($"level {i}", 40 + i)));
        _pages.Folder.Write("dev.csv", "name\n" + rows);
        _pages.Folder.Write("test.csv", "name\n" + rows);

        var part = _pages.Part(TwoSplits, "comparisons")!;

        var words = Pages.Pictures(part).Single(one => one.StartsWith("Shares of name", StringComparison.Ordinal));
        Assert.Equal(5, words.Split(" % and ").Length - 1);
        Assert.Contains("all others", words, StringComparison.Ordinal);
        Assert.Equal(25, part.Descendants("figure").Single().Descendants("tbody").Elements("tr").Count());
        Assert.Equal("17 other levels", part.Descendants("figure").Single().Descendants("tbody").Elements("tr").Last().Element("th")!.Value);
    }

    [Fact]
    public void RareLevels_StayUnnamed()
    {
        _pages.Folder.Write("dev.csv", "city\n" + Repeat("Rome", 300) + Repeat("Oslo", 200) + Repeat("Hidden", 3) + Repeat("Secret", 4));
        _pages.Folder.Write("test.csv", "city\n" + Repeat("Rome", 300) + Repeat("Oslo", 200));

        Assert.DoesNotMatch("Hidden|Secret", _pages.Text(TwoSplits));
    }

    [Fact]
    public void MissingValues_AreACardOfTheirOwn()
    {
        _pages.Folder.Write("dev.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{(i % 50 == 0 ? "" : i % 9)},{i % 5}\n")));
        _pages.Folder.Write("test.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{(i % 4 == 0 ? "" : i % 9)},{i % 5}\n")));

        var part = _pages.Part(TwoSplits, "comparisons")!;

        Assert.Contains("Shares of x, missing or not in dev and test: missing 2.0 % and 25.0 %, present 98.0 % and 75.0 %", Pages.Pictures(part));
    }

    [Fact]
    public void ColumnsThatTurnTogether_AreNamed()
    {
        var random = new Random(5);
        _pages.Folder.Write("dev.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 2_000).Select(_ => random.NextDouble()).Select(x => FormattableString.Invariant($"{x},{x + (random.NextDouble() / 9)}\n"))));
        _pages.Folder.Write("test.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 2_000).Select(_ => random.NextDouble()).Select(x => FormattableString.Invariant($"{x},{1.1 - x - (random.NextDouble() / 9)}\n"))));

        var part = _pages.Part(TwoSplits, "comparisons")!;

        Assert.Contains("Pairs of columns whose combinations moved: a and b.", part.Value, StringComparison.Ordinal);
        Assert.Contains(Pages.Pictures(part), words => words.StartsWith("Columns that a classifier tells the splits apart by", StringComparison.Ordinal));
    }

    [Fact]
    public void EqualSplits_SayThatNothingWasFoundTogether()
    {
        _pages.Folder.WriteTable("dev.csv", 600, seed: 1);
        _pages.Folder.WriteTable("test.csv", 600, seed: 2);

        Assert.Contains("found nothing beyond chance", _pages.Part(TwoSplits, "comparisons")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatIsTheSame_SaysWhatItCannotExceed()
    {
        var rows = string.Concat(Enumerable.Range(0, 4_000).Select(i => $"{"abc"[i % 3]}\n"));
        _pages.Folder.Write("dev.csv", "word\n" + rows);
        _pages.Folder.Write("test.csv", "word\n" + rows);

        var card = _pages.Part(TwoSplits, "comparisons")!.Descendants("li").Single(one => one.Attribute("class")?.Value == "card");

        Assert.Contains("the same", card.Value, StringComparison.Ordinal);
        Assert.Matches(@"0\.0 % differs \(at most [1-4]\.\d %\)", card.Value);
    }

    [Fact]
    public void WithoutData_ThereIsNoComparison() => Assert.Null(_pages.Part("version: 1\nsplits: { dev: { rows: 20 } }\n", "comparisons"));

    private static string Repeat(string line, int times) => string.Concat(Enumerable.Repeat(line + "\n", times));
}
