namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1010Tests : MarkedTest
{
    protected override string Rule => "MLS1010 Error";

    [Fact]
    public void RowsOfAnotherSource_AreCounted() =>
        Fires(
            """
            version: 1
            splits:
              train: { composition: { web: 9000 } }
              dev: { distribution: ‸app, composition: { web: 2381, app: 119 } }
            """, "95.24 %", "'web'", "'dev'");

    [Fact]
    public void FewStrayRows_AreQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, composition: { web: 40, app: 960 } } }");

    [Fact]
    public void MixUnderAFreeName_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { distribution: mixed, composition: { web: 200000, app: 5000 } }, dev: { distribution: app, composition: { app: 2500 } } }");

    [Fact]
    public void NoComposition_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, rows: 900 } }");

    [Fact]
    public void PartsOfTheDistribution_AreQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, composition: { ios: 900, android: 1100 } } }");

    [Fact]
    public void RowsOfTheData_AreCounted()
    {
        var finding = Single("MLS1010 Error 5:44", FourSplits + "data: { source: origin }", Of(new SourceCounts("dev", 1_000, [new("app", 880), new("web", 120)])));

        Assert.Equal(
            "split 'dev' declares the distribution 'app', and 12.0 % of its rows come from 'web'. Take those rows out, or give the mix a name of its own.",
            finding.Message);
    }

    [Fact]
    public void CompositionThatTheDataContradicts_IsReported() =>
        Assert.StartsWith(
            "'composition' says that 90.0 % of dev's rows come from 'app', and in the data 50.0 % do (200 rows).",
            Assert.Single(Of(
                "version: 1\nsplits: { dev: { files: a.csv, composition: { app: 900, web: 100 } } }",
                Of(new SourceCounts("dev", 200, [new("app", 100), new("web", 100)]))).Findings, finding => finding.Id == "MLS1010").Message,
            StringComparison.Ordinal);

    [Fact]
    public void DataThatHoldsWhatIsDeclared_IsQuiet() =>
        IsQuiet(FourSplits + "data: { source: origin }", Of(
            new SourceCounts("train", 9_000, [new("web", 9_000)]), new SourceCounts("dev", 1_000, [new("app", 960), new("web", 40)])));

    [Fact]
    public void DataCountsMoreThanTheComposition() =>
        IsQuiet("version: 1\nsplits: { train: { composition: { web: 10 } }, dev: { files: a.csv, distribution: app } }",
            Of(new SourceCounts("dev", 1_000, [new("app", 1_000)])));

    [Fact]
    public void SourcesUnderOtherNamesThanDistributions_AreQuiet() =>
        IsQuiet(FourSplits + "data: { source: origin }", Of(new SourceCounts("dev", 1_000, [new("ios", 500), new("android", 500)])));

    [Fact]
    public void CompositionThatTheDataConfirms_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { files: a.csv, composition: { app: 900, web: 100 } } }",
            Of(new SourceCounts("dev", 200, [new("app", 184), new("web", 16)])));

    [Fact]
    public void StrayRowsAtTheTolerance_AreQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { distribution: app, composition: { web: 250, app: 750 } } }\nconsistency: { tolerance: 25% }");

    [Fact]
    public void SourcesWithoutRows_AreNotNamed() =>
        Assert.Contains(" of its rows come from 'web', 'fax'. ",
            Single("MLS1010 Error 5:44", FourSplits + "data: { source: origin }", Of(
                new SourceCounts("dev", 1_000, [new("app", 500), new("web", 499), new("fax", 1), new("post", 0)]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ThreeOtherSources_AreAllNamed() =>
        Assert.Contains(" come from 'web', 'fax', 'post'. ",
            Single("MLS1010 Error 5:44", FourSplits + "data: { source: origin }", Of(
                new SourceCounts("dev", 1_000, [new("app", 500), new("web", 300), new("fax", 150), new("post", 50)]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void OfManyOtherSources_ThreeAreNamed() =>
        Assert.Contains(" come from 'web', 'fax', 'post', …. ",
            Single("MLS1010 Error 5:44", FourSplits + "data: { source: origin }", Of(
                new SourceCounts("dev", 1_000, [new("app", 500), new("web", 300), new("fax", 150), new("post", 40), new("desk", 10)]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void CompositionOfOneSource_IsHeldAgainstTheDataToo()
    {
        var finding = Assert.Single(
            Of("version: 1\nsplits: { dev: { files: a.csv, composition: { app: 900 } } }", Of(new SourceCounts("dev", 200, [new("web", 100), new("app", 100)]))).Findings,
            finding => finding.Id == "MLS1010");

        Assert.StartsWith("'composition' says that 100.0 % of dev's rows come from 'app', and in the data 50.0 % do (200 rows).", finding.Message, StringComparison.Ordinal);
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void CompositionOfASplitWithoutCountedRows_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { dev: { files: a.csv, composition: { app: 900, web: 100 } } }", Of(new SourceCounts("dev", 0, [])));

    [Fact]
    public void CompositionThatIsOffByTheTolerance_IsQuiet() =>
        IsQuiet(
            "version: 1\nsplits: { dev: { files: a.csv, composition: { app: 500, web: 500 } } }\nconsistency: { tolerance: 25% }",
            Of(new SourceCounts("dev", 200, [new("app", 150), new("web", 50)])));

    [Fact]
    public void SourceThatIsFurthestOff_IsNamedAtTheFirstPart()
    {
        var finding = Assert.Single(
            Of("version: 1\nsplits: { dev: { files: a.csv, composition: { app: 500, ios: 300, web: 200 } } }",
                Of(new SourceCounts("dev", 1_000, [new("app", 450), new("web", 400), new("ios", 150)]))).Findings,
            finding => finding.Id == "MLS1010");

        Assert.Contains("20.0 % of dev's rows come from 'web', and in the data 40.0 % do", finding.Message, StringComparison.Ordinal);
        Assert.Equal("MLS1010 Error 2:47", Place(finding));
    }

    [Theory]
    [InlineData("app: 500, web: 500")]
    [InlineData("web: 500, app: 500")]
    public void OfSourcesEquallyOff_TheFirstByNameIsNamed(string composition) =>
        Assert.Contains("come from 'app', and in the data 75.0 % do",
            Assert.Single(
                Of($"version: 1\nsplits: {{ dev: {{ files: a.csv, composition: {{ {composition} }} }} }}", Of(new SourceCounts("dev", 200, [new("app", 150), new("web", 50)]))).Findings,
                finding => finding.Id == "MLS1010").Message,
            StringComparison.Ordinal);

    private static Evidence Of(params SourceCounts[] sources) => new() { DataWasRead = true, Leakage = new() { Sources = sources } };
}
