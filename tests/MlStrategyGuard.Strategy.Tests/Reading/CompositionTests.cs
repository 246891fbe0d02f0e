using System.Globalization;
using MlStrategyGuard.Reading;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Reading;

public sealed class CompositionTests
{
    [Fact]
    public void Texts_are_composed_as_the_reference_composes_them()
    {
        foreach (var (text, composed) in Cases())
            Assert.Equal(Points(composed), Points(Composition.Compose(text)));
    }

    [Fact]
    public void What_is_composed_stays_as_it_is()
    {
        foreach (var (_, composed) in Cases())
            Assert.Equal(Points(composed), Points(Composition.Compose(composed)));
    }

    [Fact]
    public void Pieces_between_characters_that_are_not_special_are_composed_on_their_own()
    {
        var text = string.Concat(Cases().Select(sample => "|" + sample.Text));
        var pieces = new List<string>();
        for (int i = 0, length; i < text.Length; i += length)
        {
            length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (pieces.Count > 0 && Composition.IsSpecial(char.ConvertToUtf32(text, i)))
                pieces[^1] += text.Substring(i, length);
            else
                pieces.Add(text.Substring(i, length));
        }

        Assert.Equal(Composition.Compose(text), string.Concat(pieces.Select(Composition.Compose)));
        Assert.InRange(pieces.Count, 5_000, text.Length - 1_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain ASCII, é ß and ÿ")]
    [InlineData("Straße 東京 Москва हिन्दी ไทย العربية 한국어 😀")]
    [InlineData("\ud800 half a pair \udc00")]
    public void Texts_as_they_are_usually_written_are_not_changed(string text) => Assert.Same(text, Composition.Compose(text));

    [Fact]
    public void No_character_becomes_one_that_ends_a_field()
    {
        for (var point = 0x80; point <= 0x10FFFF; point++)
        {
            if (point is >= 0xD800 and < 0xE000)
                continue;
            var composed = Composition.Compose(char.ConvertFromUtf32(point));
            Assert.True(composed.IndexOfAny([',', ';', '\t', '|', '"', '\n', '\r', ' ', '\0']) < 0, point.ToString("X", CultureInfo.InvariantCulture));
        }

        Assert.Equal("\u037e", Composition.Compose("\u037e"));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(33)]
    [InlineData(100_000)]
    public void Marks_in_any_number_are_ordered_and_those_of_one_class_keep_their_order(int times)
    {
        // Above, below left, overlaid; the first two of one class each, and none of them joins the letter before.
        var above = string.Concat(Enumerable.Range(0, times).Select(i => i % 2 == 0 ? '\u030d' : '\u030e'));
        var marks = string.Concat(above.SelectMany(mark => new[] { mark, '\u0321', '\u0334' }));
        var ordered = "x" + new string('\u0334', times) + new string('\u0321', times) + above;
        Assert.Equal(Points(ordered), Points(Composition.Compose("x" + marks)));
    }

    [Fact]
    public void Half_a_pair_of_surrogates_stays_where_it_is() =>
        Assert.Equal("\ud800\u00e9\udc00", Composition.Compose("\ud800e\u0301\udc00"));

    [Fact]
    public void Names_of_columns_and_levels_are_composed_and_paths_are_not()
    {
        var strategy = StrategyReader.Read("""
            version: 1
            task: binary_classification
            data: { label: "re\u0301ponse", positive: "re\u0301el", missing: ["ne\u0301ant"] }
            splits:
              dev: { files: "re\u0301el.csv", where: { "de\u0301part": "Cre\u0301teil" } }
              test: { profile: "re\u0301el.json" }
            """).Strategy!;

        Assert.Equal("r\u00e9ponse", strategy.Data.Label!.Value);
        Assert.Equal("r\u00e9el", strategy.Data.Positive!.Value);
        Assert.Equal(["n\u00e9ant"], strategy.Data.Missing);
        Assert.Equal("re\u0301el.csv", strategy.Split("dev")!.Files.Single().Value);
        Assert.Equal("re\u0301el.json", strategy.Split("test")!.Profile!.Value);
        var filter = Assert.Single(strategy.Split("dev")!.Where);
        Assert.Equal(("d\u00e9part", "Cr\u00e9teil"), (filter.Column.Value, filter.Values[0]));
    }

    private static List<(string Text, string Composed)> Cases() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "reference", "composed.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (Text(cells[0]), Text(cells[1] == "=" ? cells[0] : cells[1])))];

    private static string Text(string points) =>
        string.Concat(points.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(point => char.ConvertFromUtf32(int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    private static string Points(string text) => string.Join(' ', text.EnumerateRunes().Select(rune => rune.Value.ToString("X", CultureInfo.InvariantCulture)));
}
