using System.Text.Json;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

public sealed class SarifReportTests : IDisposable
{
    private const string Strategy = """
        version: 1
        # ünïcödé 𝄞
        nmae: x
        labels: { corrected: [dev] }
        metrics:
          optimize: [f1, "名 前"]
          satisfy:
            - { metric: "profit](x)", at_least: 1 }
            - { metric: recall }
        history:
          - { run: 1, changed: [l2, bigger_network], train: 5%, dev: 6% }
        accept:
          - { rule: MLS2002, because: "we know \"it\"\nand live with it" }
        rules: { MLS3010: warning }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Everything that SARIF has, in a file with an awkward name; tests/schema validates the same file.</summary>
    [Fact]
    public void AwkwardStrategy_IsThePinnedDocument() => RepositoryFiles.AssertPinned(
        "tests/MlStrategyGuard.Engine.Tests/Reports/awkward.expected.sarif",
        Write(Strategy, "größe & maß/50% [a]#1?/mlstrategy.yaml"));

    [Fact]
    public void Result_PointsToItsRuleAndItsPlace()
    {
        var run = Run("version: 1\nmetrics:\n  optimize: [f1, recall]\n");

        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(("MLS2002", "error"), (Text(result, "ruleId"), Text(result, "level")));
        Assert.Equal("MLS2002", Text(run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()], "id"));
        var place = result.GetProperty("locations")[0];
        var region = place.GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((3, 13, 3, 25), (Number(region, "startLine"), Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn")));
        Assert.Equal("metrics.optimize", Text(place.GetProperty("logicalLocations")[0], "fullyQualifiedName"));
        Assert.False(result.TryGetProperty("suppressions", out _));
    }

    [Fact]
    public void AcceptedFinding_IsSuppressedWithItsReason()
    {
        var run = Run("version: 1\nmetrics:\n  optimize: [f1, recall]\naccept:\n  - { rule: MLS2002, because: a draw }\n");

        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        var suppression = Assert.Single(result.GetProperty("suppressions").EnumerateArray());
        Assert.Equal(("external", "accepted", "a draw"), (Text(suppression, "kind"), Text(suppression, "status"), Text(suppression, "justification")));
        Assert.Equal(3, Number(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region"), "startLine"));
    }

    [Fact]
    public void SilencedRule_IsLeftOut() =>
        Assert.Empty(Run("version: 1\nmetrics: { optimize: [f1, recall] }\n", silenced: "MLS2002").GetProperty("results").EnumerateArray());

    [Fact]
    public void NoFinding_IsARunWithoutResultsAndRules()
    {
        var run = Run("version: 1\n");

        Assert.Empty(run.GetProperty("results").EnumerateArray());
        Assert.Empty(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Fix_ReplacesWithTheFilesLineEnds(string newLine)
    {
        var report = Check("version: 1\n") with
        {
            Findings =
            [
                new ReportedFinding
                {
                    Id = "MLS0004",
                    Severity = "info",
                    Message = "m",
                    Help = "h",
                    File = "f",
                    Line = 1,
                    Column = 1,
                    EndLine = 1,
                    EndColumn = 2,
                    Data = new Dictionary<string, object>(),
                    Fix = new ReportedFix { Title = "t", Edits = [Edit("a\nb"), Edit("")] },
                },
            ],
        };

        var text = SarifReport.Write(report, "f", new StrategyText($"version: 1{newLine}"), new HashSet<string>(), "1.0.0");

        using var document = JsonDocument.Parse(text);
        var result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("note", Text(result, "level"));
        var replacements = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements");
        Assert.Equal($"a{newLine}b", Text(replacements[0].GetProperty("insertedContent"), "text"));
        Assert.False(replacements[1].TryGetProperty("insertedContent", out _));

        static ReportedEdit Edit(string text) => new() { Line = 1, Column = 1, EndLine = 1, EndColumn = 8, Text = text };
    }

    [Fact]
    public void Fingerprint_StaysWhenLinesAndSectionsMove()
    {
        const string History = "history:\n  - { run: 1, changed: [l2, adam], train: 5%, dev: 6% }\n";
        const string Metrics = "metrics:\n  optimize: [f1, recall]\n";

        var before = Fingerprints("version: 1\n" + Metrics + History);
        var after = Fingerprints("# a comment\n\nversion: 1\n"
            + History.Replace("  - { run: 1", "  - { run: 0, changed: [l2], train: 6%, dev: 7% }\n  - { run: 1", StringComparison.Ordinal)
            + "\n" + Metrics.Replace("optimize: [f1, recall]", "optimize:   [f1,   recall, precision]", StringComparison.Ordinal));

        Assert.Equal(2, before.Length);
        Assert.Equal(before.Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fingerprint_TellsPlacesApart_AndCountsWhatItCant()
    {
        var prints = Fingerprints("version: 1\nmetrics:\n  optimize: f1\n  a: 1\n  b: 1\n  b: 2\n  b: 3\n");

        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{16}:[1-9][0-9]*$", print));
        Assert.Contains(prints, print => print.EndsWith(":2", StringComparison.Ordinal));
    }

    [Fact]
    public void Fingerprint_DoesNotChangeWithTheFiguresOfTheMessage() => Assert.Equal(
        Fingerprints("version: 1\nerror_analysis: { examined: 10, tags: { dog: 30 } }\n"),
        Fingerprints("version: 1\nerror_analysis: { examined: 20, tags: { dog: 77 } }\n"));

    [Fact]
    public void UnreadableYaml_StillHasAResultWithAFingerprint() =>
        Assert.Single(Fingerprints("version: [1\nname: x\n"));

    [Fact]
    public void MessageThatLooksLikeALink_IsEscaped()
    {
        var text = Write("version: 1\n'[a](1)': 1\n", "f.yaml");

        using var document = JsonDocument.Parse(text);
        Assert.StartsWith("unknown key '[a\\](1)'", Text(document.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("message"), "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void SameCheck_GivesTheSameBytes() => Assert.Equal(Write(Strategy, "a/b.yaml"), Write(Strategy, "a/b.yaml"));

    private string[] Fingerprints(string strategy) =>
    [
        .. Run(strategy).GetProperty("results").EnumerateArray().Select(result => Text(result.GetProperty("partialFingerprints"), "mlStrategyPlace/v1")),
    ];

    private JsonElement Run(string strategy, params string[] silenced)
    {
        using var document = JsonDocument.Parse(Write(strategy, "mlstrategy.yaml", silenced));
        return document.RootElement.GetProperty("runs")[0].Clone();
    }

    private string Write(string strategy, string path, params string[] silenced) =>
        SarifReport.Write(Check(strategy), path, StrategyText.Of(_folder["mlstrategy.yaml"]), silenced.ToHashSet(), "0.0.0");

    private CheckReport Check(string strategy)
    {
        _folder.Write("mlstrategy.yaml", strategy.ReplaceLineEndings("\n"));
        return StrategyCheck.Run(
            new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 1)) { ShownAs = "mlstrategy.yaml" }, null, CancellationToken.None);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
