namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0003: values of the wrong kind or out of range, at the value.</summary>
public sealed class WrongValueTests
{
    [Theory]
    [InlineData("name: [a]", "2:7", "'name' must be a single value; here it is a list.")]
    [InlineData("name: { a: b }", "2:7", "'name' must be a single value; here it is a map.")]
    [InlineData("data: label", "2:7", "'data' must be a map of keys and values; here it is a single value.")]
    [InlineData("data: [label]", "2:7", "'data' must be a map of keys and values; here it is a list.")]
    [InlineData("splits: [dev]", "2:9", "'splits' must be a map of keys and values; here it is a list.")]
    [InlineData("splits: { dev: a.csv }", "2:16", "'splits.dev' must be a map such as { files: data/*.csv }; here it is a single value.")]
    [InlineData("splits: { dev: { files: [[a]] } }", "2:26", "'splits.dev.files' must be a single value; here it is a list.")]
    [InlineData("metrics: [f1]", "2:10", "'metrics' must be a map with 'optimize:'; here it is a list.")]
    [InlineData("metrics: { optimize: [[f1]] }", "2:23", "'metrics.optimize' must be a single value; here it is a list.")]
    [InlineData("accept: { rule: MLS1001 }", "2:9", "'accept' must be a list; here it is a map.")]
    [InlineData("accept: [MLS1001]", "2:10", "'accept' must be a map such as { rule: MLS1001, because: … }; here it is a single value.")]
    [InlineData("accept: [~]", "2:10", "'accept' must be a map such as { rule: MLS1001, because: … }; here it is nothing.")]
    public void WrongKind_IsReportedAtTheValue(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("task: regresion", "2:7", "'task' is 'regresion'; did you mean 'regression'? It takes binary_classification, multiclass_classification, multilabel_classification, regression, ranking.")]
    [InlineData("task: clustering", "2:7", "'task' is 'clustering'; it takes binary_classification, multiclass_classification, multilabel_classification, regression, ranking.")]
    [InlineData("consistency: { policy: temporl }", "2:24", "'consistency.policy' is 'temporl'; did you mean 'temporal'? It takes random, temporal.")]
    [InlineData("consistency: { policy: Random }", "2:24", "'consistency.policy' is 'Random'; did you mean 'random'? It takes random, temporal.")]
    [InlineData("data: { columns: { a: numerical } }", "2:23", "'data.columns.a' is 'numerical'; did you mean 'numeric'? It takes numeric, categorical, text, embedding, date.")]
    [InlineData("metrics: { optimize: { metric: f1, aggregate: median } }", "2:47", "'metrics.optimize.aggregate' is 'median'; did you mean 'mean'? It takes mean, weighted_mean, worst.")]
    [InlineData("metrics: { satisfy: [{ metric: f1, on: production }] }", "2:40", "'metrics.satisfy.on' is 'production'; it takes train, train_dev, dev, test.")]
    [InlineData("rules: { MLS1001: fatal }", "2:19", "'rules.MLS1001' is 'fatal'; it takes error, warning, info, off.")]
    [InlineData("rules: { MLS101: error }", "2:10", "no rule has the number 'MLS101'; did you mean 'MLS1001'?")]
    [InlineData("rules: { everything: error }", "2:10", "no rule has the number 'everything'.")]
    public void OtherWord_ListsTheWords(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("consistency: { tolerance: small }", "2:27", "'consistency.tolerance' is 'small'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: '0,05' }", "2:27", "'consistency.tolerance' is '0,05'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: .inf }", "2:27", "'consistency.tolerance' is '.inf'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: NaN }", "2:27", "'consistency.tolerance' is 'NaN'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: 0x1 }", "2:27", "'consistency.tolerance' is '0x1'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: 5 }", "2:27", "'consistency.tolerance' is 5; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: 0 }", "2:27", "'consistency.tolerance' is 0; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: 100% }", "2:27", "'consistency.tolerance' is 100%; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: -5% }", "2:27", "'consistency.tolerance' is -5%; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { confidence: 50% }", "2:28", "'consistency.confidence' is 50%; it must lie strictly between 0.5 and 1.")]
    [InlineData("consistency: { confidence: 99 }", "2:28", "'consistency.confidence' is 99; it must lie strictly between 0.5 and 1.")]
    [InlineData("metrics: { min_difference: tiny }", "2:28", "'metrics.min_difference' is 'tiny'; write a number such as 100 or 0.9.")]
    [InlineData("metrics: { min_difference: -0.1 }", "2:28", "'metrics.min_difference' is -0.1; it must be above zero.")]
    [InlineData("metrics: { satisfy: { metric: f1, at_least: 1e999 } }", "2:45", "'metrics.satisfy.at_least' is '1e999'; write a number such as 100 or 0.9.")]
    [InlineData("splits: { dev: { rows: many } }", "2:24", "'splits.dev.rows' is 'many'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: -5 } }", "2:24", "'splits.dev.rows' is '-5'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: 0.5 } }", "2:24", "'splits.dev.rows' is '0.5'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: 99999999999999999999999999999999999999 } }", "2:24", "'splits.dev.rows' is '99999999999999999999999999999999999999'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { composition: { web: 5% } } }", "2:38", "'splits.dev.composition.web' is '5%'; write a whole number, zero or more.")]
    [InlineData("accept: [{ rule: MLS1001, until: 2027-02-30 }]", "2:34", "'accept.until' is '2027-02-30'; write a day such as 2027-03-31.")]
    [InlineData("accept: [{ rule: MLS1001, until: 31.3.2027 }]", "2:34", "'accept.until' is '31.3.2027'; write a day such as 2027-03-31.")]
    public void OtherNumberOrDay_SaysWhatToWrite(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("version: 2", "format version 2 isn't known to this guard, which reads version 1; write 'version: 1' or update the package.")]
    [InlineData("version: 99999999999", "format version 99999999999 isn't known to this guard, which reads version 1; write 'version: 1' or update the package.")]
    [InlineData("version: one", "'version' is 'one'; write a whole number, zero or more.")]
    [InlineData("version: [1]", "'version' must be a single value; here it is a list.")]
    public void OtherVersion_IsRefused(string text, string message)
    {
        var finding = Read.Single(text);

        Assert.Equal("MLS0003 1:10", Read.Place(finding));
        Assert.Equal(message, finding.Message);
    }

    [Fact]
    public void Places_AreThoseOfTheValueInBlockStyle() =>
        Assert.Equal(
            ["MLS0003 3:12", "MLS0003 6:14", "MLS0003 9:18"],
            Read.Places("""
                version: 1
                data:
                    label: [a]
                splits:
                  dev:
                    rows:    many
                metrics:
                  satisfy:
                  - { at_most:   x, metric: f1 }
                """));

    [Fact]
    public void Columns_CountUtf16UnitsBehindNonAsciiText() =>
        Assert.Equal(["MLS0003 2:32"], Read.Places("version: 1\ndata: { label: 'größe 🐈', id: [a] }\n"));

    [Fact]
    public void Lines_AreCountedInEveryLineEnding()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(["MLS0003 3:7"], Read.Places($"version: 1{end}# x{end}task: x{end}"));
    }

    [Fact]
    public void AliasedValue_IsReportedWhereTheAliasStands() =>
        Assert.Equal(["MLS0003 3:16"], Read.Places("version: 1\nnext: &a [x]\ndata: { id:    *a }\n"));

    [Theory]
    [InlineData("task: ranking\nconsistency: { policy: temporal, tolerance: 8% }")]
    [InlineData("consistency: { tolerance: 0.999, confidence: 0.501 }")]
    [InlineData("splits: { dev: { rows: 0, composition: { web: 1e6 } } }")]
    [InlineData("metrics: { min_difference: 100, satisfy: { metric: r2, at_least: -5 } }")]
    [InlineData("name: 1\ntarget: 0.5\ndata: { label: 2027-03-31, positive: false }")]
    [InlineData("accept: [{ rule: MLS1001, until: 2028-02-29 }]")]
    [InlineData("rules: { MLS1001: off, MLS5001: info }")]
    public void FittingValues_AreSilent(string lines) => Assert.Empty(Read.Places("version: 1\n" + lines));

    private static void Expect(string line, string place, string message)
    {
        var finding = Read.Single("version: 1\n" + line);

        Assert.Equal("MLS0003 " + place, Read.Place(finding));
        Assert.Equal(message, finding.Message);
        Assert.Equal(Severity.Error, finding.Severity);
    }
}
