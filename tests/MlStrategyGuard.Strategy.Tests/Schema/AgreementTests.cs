using FsCheck;
using FsCheck.Fluent;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>Schema and reader give the same answer: what one rejects the other rejects.</summary>
public sealed class AgreementTests
{
    private static readonly string[] SchemaRules = ["MLS0002", "MLS0003", "MLS0004"];

    /// <summary>Values to put behind any key: of every kind, right and wrong, on both sides of every limit.</summary>
    private static readonly string[] Values =
    [
        "", "~", "null", "Null", "'null'", "''", "true", "False", "0", "1", "-1", "+1", "7", "5000", "5_000", "5e3", "2.5e3",
        "0.05", ".05", "5.", "0.5", "0.6", "1.0", "1.5", "-0.1", "5%", "5 %", "'5%'", "'0.05'", "'.5%'", "0%", "100%",
        "100.5%", "50%", "50.1%", "99%", "'0'", "'1'", "'-3'", "'1,5'", "0.0", "1e-9", "9.3e18", "word", "'two words'",
        "2027-03-31", "2027-3-31", "2027-13-01", "'2027-03-31'", "2027", "random", "temporal", "Random", "regression",
        "ranking", "higher", "mean", "worst", "dev", "train", "f1", "roc_auc", "numeric", "off", "error", "MLS1001",
        "[]", "[a]", "[a, 1, true]", "[null]", "[[a]]", "[{}]", "[{ metric: f1 }]", "[f1, f1]",
        "{}", "{ a: b }", "{ a: 1 }", "{ a: 5_000 }", "{ a: -1 }", "{ a: null }", "{ a: [] }", "{ a: [b, 2] }", "{ a: [[b]] }",
        "{ a: numeric }", "{ a: {} }", "{ metric: f1 }", "{ metric: null }", "{ metric: own, direction: lower }",
        "{ metric: f1, at_most: 5% }", "{ metric: f1, at_least: x }", "{ metric: f1, on: dev }", "{ metric: f1, on: null }",
        "{ MLS1001: off }", "{ MLS1001: loud }", "{ MLS9999: off }", "{ MLS1001: null }",
        "[{ rule: MLS1001 }]", "[{ rule: 5 }]", "[{ because: x }]", "[{ rule: MLS1001, until: 2027-03-31 }]",
    ];

    public static TheoryData<string, string> Files => AgreementFiles.All;

    [Theory]
    [MemberData(nameof(Files))]
    public void File_GetsTheExpectedAnswerFromBoth(string expected, string yaml)
    {
        var ids = Ids(yaml);

        Assert.Equal(expected, ids.Count == 0 ? "valid" : string.Join(" ", ids));
        Assert.Equal(expected == "valid", StrategySchema.Complaints(yaml).Count == 0);
    }

    [Fact]
    public void EveryValueBehindEveryKey_GetsTheSameAnswerFromBoth()
    {
        var files =
            from map in StrategySchema.Maps
            from key in map.Value["properties"]!.Select(property => property.Path[(property.Path.LastIndexOf('.') + 1)..])
            from value in Values
            let others = map.Key.Contains("satisfy", StringComparison.Ordinal) || map.Key.Contains("optimize", StringComparison.Ordinal)
                ? key == "metric" ? "" : ", metric: f1"
                : map.Key.Contains("accept", StringComparison.Ordinal) && key != "rule" ? ", rule: MLS1001"
                : map.Key == "HERE" && key != "version" ? ", version: 1" : ""
            select map.Key.Replace("HERE", $"{{ {key}: {value}{others} }}", StringComparison.Ordinal);

        Assert.Empty(files.Where(Disagree).Select(Explain));
    }

    [Fact]
    public void RandomFiles_GetTheSameAnswerFromBoth()
    {
        var keys = StrategySchema.Maps.ToDictionary(
            map => map.Key,
            map => map.Value["properties"]!.Select(property => property.Path[(property.Path.LastIndexOf('.') + 1)..]).ToArray());
        var files =
            from map in Gen.Elements(StrategySchema.Maps.Keys.ToArray())
            from first in Gen.Shuffle(keys[map])
            from count in Gen.Choose(0, Math.Min(4, first.Length))
            from values in Gen.Elements(Values).ArrayOf(count)
            select map.Replace(
                "HERE", $"{{ {string.Join(", ", first.Zip(values, (key, value) => $"{key}: {value}"))} }}", StringComparison.Ordinal);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(2024, 7),
            Prop.ForAll(files.ToArbitrary(), yaml => (!Disagree(yaml)).Label(Explain(yaml))));
    }

    private static bool Disagree(string yaml) => Ids(yaml).Count == 0 != (StrategySchema.Complaints(yaml).Count == 0);

    private static string Explain(string yaml) =>
        $"{yaml}\n  reader: {string.Join(" ", Ids(yaml))}\n  schema: {string.Join(" ", StrategySchema.Complaints(yaml))}";

    private static IReadOnlyList<string> Ids(string yaml) =>
        [.. StrategyReader.Read(yaml).Findings.Select(finding => finding.Id).Where(SchemaRules.Contains).Distinct().Order()];
}
