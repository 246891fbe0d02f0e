namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1017Tests : MarkedTest
{
    protected override string Rule => "MLS1017 Error";

    [Fact]
    public void DevMostlyFromElsewhere_MissesTheTarget() =>
        Fires(
            """
            version: 1
            target: app
            splits:
              ‸dev: { composition: { web: 2381, app: 119 } }
            """, "only 4.76 %", "'app'");

    [Fact]
    public void TestOfAnotherDistribution_MissesTheTarget() =>
        Fires(
            """
            version: 1
            target: app
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: ‸web } }
            """, "test is drawn from 'web'");

    [Fact]
    public void DevWithoutAnyTargetRow_SaysNone() =>
        Fires(
            """
            version: 1
            target: app
            splits:
              train: { composition: { web: 9000, app: 900 } }
              ‸dev: { composition: { web: 500 } }
            """, "none of dev's rows");

    [Fact]
    public void AllFromTheTarget_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { train: { composition: { web: 9000 } }, dev: { composition: { app: 2500 } }, test: { distribution: app, rows: 900 } }
            """);

    [Fact]
    public void FewStrayRows_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { composition: { app: 2400, web: 100 } } }
            """);

    [Fact]
    public void TrainFromElsewhere_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { train: { rows: 9000, distribution: web }, train_dev: { rows: 900, distribution: web } }
            """);

    [Fact]
    public void NoTarget_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { composition: { web: 2381, app: 119 } } }");

    [Fact]
    public void PartsOfTheTarget_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { composition: { ios: 900, android: 1100 } } }
            """);

    [Fact]
    public void PartsDeclaredToBeTheTarget_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            target: app
            splits: { dev: { distribution: app, composition: { ios: 900, android: 1100 } } }
            """);

    [Fact]
    public void RowsOfTheData_AreCounted() =>
        Assert.StartsWith("only 88.0 % of dev's rows come from the target 'app'",
            Assert.Single(Of("version: 1\ntarget: app\ndata: { source: origin }\nsplits: { dev: { files: a.csv } }",
                Counted(new("app", 880), new("web", 120))).Findings, finding => finding.Id == "MLS1017").Message, StringComparison.Ordinal);

    [Fact]
    public void DataOfTheTarget_IsQuiet() =>
        IsQuiet("version: 1\ntarget: app\ndata: { source: origin }\nsplits: { dev: { files: a.csv } }", Counted(new("app", 970), new("web", 30)));

    [Fact]
    public void SourcesThatNeverBearTheTargetsName_AreQuiet() =>
        IsQuiet("version: 1\ntarget: production\ndata: { source: origin }\nsplits: { dev: { files: a.csv } }", Counted(new KeyValuePair<string, long>("camera 1", 970)));

    [Fact]
    public void StrangersUnderTheTargetsName_AreAnotherRules() =>
        IsQuiet("version: 1\ntarget: app\ndata: { source: origin }\nsplits: { dev: { files: a.csv, distribution: app } }", Counted(new("app", 500), new("web", 500)));

    private static Evidence Counted(params KeyValuePair<string, long>[] counts) =>
        new() { DataWasRead = true, Leakage = new() { Sources = [new SourceCounts("dev", counts.Sum(count => count.Value), counts)] } };
}
