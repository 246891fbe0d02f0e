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
        "8", "101%", "'8'", "'100%'", "'100.5%'", "+5%", "'0.0'", "1 h", "'90 s'", "5 minutes", "0 h", "-1 h", "h", "5% h", "1.5 h", "1.5",
        "'5 d'", "True", "'FALSE'", "yes", "masked", "negative", "pipeline", "last_layers", "all", "real_world", "mismatch",
        "[train, dev]", "[train, zzz]", "[dev, null]", "l2", "[l2, dropout]", "[5%, 8%]", "[5%, null]", "[0.5, 101%]", "[8]",
        "{ error: 8% }", "{ error: 8, metric: rmse }", "{ error: 8 }", "{ error: , metric: rmse }", "{ error: 8%, rows: 0 }",
        "{ error: 8%, rows: 5_000, metric: }", "{ who: x, error: 1% }", "[{ who: x, error: 1% }, 2%]", "[{ who: x }]",
        "{ value: 0.5 }", "[{ value: 0.5 }, { value: 0.4, on: test, rows: 5 }]", "{ a: { value: 0.5 } }", "{ a: [0.5, { value: }] }",
        "{ a: 0.5 }", "{ a: train }", "{ a: [train, dev] }", "{ a: { count: 5, fixable: 50% } }", "{ a: { count: 5, fixable: 2 } }",
        "{ a: { fixable: 1 } }", "{ a: { examples: 900 } }", "{ a: { examples: } }", "{ a: [] }", "{ name: x, input: image, examples: 5 }",
        "[{ name: a }]", "[{ name: a, measured: { profit: 5 } }]", "[{ name: }]", "[{ run: 1, changed: l2, dev: 8% }]",
        "[{ unique: 1 h, generated: 5 d }]", "[{ unique: 1 h }]", "{ wrong_examined: 5, wrong_mislabeled: 1 }", "{ corrected: [dev] }",
        "{ tags: { a: 1 } }", "{ tags: { a: 1 }, examined: 5 }", "{ tags: { a: 1 }, examined: }", "{ tags: {}, focus: x }",
        "{ plan: hybrid, pairs: 5 }", "{ retrain: all }", "{ dev: 8%, human: 1% }", "{ dev: 8, metric: rmse }", "{ dev: 8 }",
    ];

    /// <summary>What messages say that no schema can know, for they compare one place of a file with another.</summary>
    private static readonly string[] Comparing =
        ["no candidate is called", "which nobody knows", "is no tag", "must be of one kind"];

    public static TheoryData<string, bool, string> Files
    {
        get
        {
            var files = new TheoryData<string, bool, string>();
            foreach (var file in AgreementFile.All)
                files.Add(file.Expected, file.IsValidForSchema, file.Text);
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_GetsTheExpectedAnswerFromBoth(string expected, bool isValidForSchema, string yaml)
    {
        var ids = Ids(yaml);

        Assert.Equal(expected, ids.Count == 0 ? "valid" : string.Join(" ", ids));
        Assert.Equal(isValidForSchema, StrategySchema.Complaints(yaml).Count == 0);
    }

    [Fact]
    public void Files_AreRightAndWrongOnesOfEveryKind() =>
        Assert.Equal(
            ["MLS0002", "MLS0002 MLS0004", "MLS0003", "MLS0004", "valid"],
            AgreementFile.All.Select(file => file.Expected).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryValueBehindEveryKey_GetsTheSameAnswerFromBoth()
    {
        var files =
            from map in StrategySchema.Maps
            from key in map.Value["properties"]!.Select(property => property.Path[(property.Path.LastIndexOf('.') + 1)..])
            from value in Values
            from others in new[] { "", StrategySchema.Needed(map.Key, key) }.Distinct()
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

    /// <summary>
    /// What the schema rejects the reader rejects, and the other way round unless all that the reader has to say is
    /// beyond a schema.
    /// </summary>
    private static bool Disagree(string yaml)
    {
        var findings = StrategyReader.Read(yaml).Findings.Where(finding => SchemaRules.Contains(finding.Id)).ToList();
        return StrategySchema.Complaints(yaml).Count > 0
            ? findings.Count == 0
            : findings.Any(finding => !IsBeyondSchema(finding, yaml));
    }

    /// <summary>No schema knows either which names of metrics mean shares.</summary>
    private static bool IsBeyondSchema(Finding finding, string yaml) =>
        Comparing.Any(words => finding.Message.Contains(words, StringComparison.Ordinal))
        || (finding.Message.Contains("it is a share", StringComparison.Ordinal)
            && (yaml.Contains("metric: ", StringComparison.Ordinal) || yaml.Contains("measured: ", StringComparison.Ordinal)));

    private static string Explain(string yaml) =>
        $"{yaml}\n  reader: {string.Join(" ", Ids(yaml))}\n  schema: {string.Join(" ", StrategySchema.Complaints(yaml))}";

    private static IReadOnlyList<string> Ids(string yaml) =>
        [.. StrategyReader.Read(yaml).Findings.Select(finding => finding.Id).Where(SchemaRules.Contains).Distinct().Order()];
}
