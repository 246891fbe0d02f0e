using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>What the reader makes of a good file.</summary>
public sealed class DeclaredValuesTests
{
    [Fact]
    public void Example_IsReadWhole()
    {
        var (strategy, _) = StrategyReader.Read(TestFiles.Example);

        Assert.Equal("cat-detector", strategy.Name!.Value);
        Assert.Equal(LearningTask.BinaryClassification, strategy.Task!.Value);
        Assert.Equal("app", strategy.Target!.Value);
        Assert.Equal("is_cat", strategy.Data.Label!.Value);
        Assert.Equal("1", strategy.Data.Positive!.Value);
        Assert.Equal(["path"], strategy.Data.Ignore.Select(column => column.Value));
        Assert.Equal(["", "NA", "null"], strategy.Data.Missing);
        Assert.Equal(DeclaredKind.Embedding, strategy.Data.KindOf("vector_17"));
        Assert.Null(strategy.Data.KindOf("vecto"));
        Assert.Equal(["train", "train_dev", "dev", "test"], strategy.Splits.Select(split => split.Name.Value));
        Assert.Equal(["data/app-dev.csv"], strategy.Split("dev")!.Files.Select(file => file.Value));
        Assert.Equal("web", strategy.Split("train")!.Distribution!.Value);
        Assert.Equal(0.05, strategy.Consistency.Tolerance);
        Assert.Equal(0.99, strategy.Consistency.Confidence);
        Assert.Equal(0.005, strategy.Metrics!.MinDifference!.Value);
        Assert.Equal(["latency_ms", "recall"], strategy.Metrics.Satisfy.Select(satisfied => satisfied.Metric.Value));
        Assert.Equal(0.9, strategy.Metrics.Satisfy[1].AtLeast!.Value);
        Assert.Equal(["precision", "roc_auc"], strategy.Metrics.Watch.Select(metric => metric.Value));
        Assert.Equal(new DateTime(2027, 3, 31), Assert.Single(strategy.Accept).Until!.Value);
        Assert.Equal(Severity.Off, strategy.Severities["MLS3006"]);
    }

    [Fact]
    public void Splits_ComeInFileOrder() =>
        Assert.Equal(
            ["test", "train", "dev"],
            StrategyReader.Read("version: 1\nsplits: { test: {}, train: {}, dev: {} }").Strategy.Splits.Select(split => split.Name.Value));

    [Fact]
    public void Filter_KeepsItsValuesAsWritten()
    {
        var (strategy, _) = StrategyReader.Read(
            "version: 1\nsplits: { dev: { files: a, where: { part: dev, year: [2023, '2024'], live: true } } }");

        Assert.Equal(
            ["part: dev", "year: 2023|2024", "live: true"],
            strategy.Splits[0].Where.Select(filter => $"{filter.Column.Value}: {string.Join("|", filter.Values)}"));
    }

    [Fact]
    public void Absent_IsTheDefault()
    {
        var (strategy, _) = StrategyReader.Read("version: 1\nmetrics:\n");

        Assert.Equal(DataSection.DefaultMissing, strategy.Data.Missing);
        Assert.Equal(ConsistencySection.Default, strategy.Consistency);
        Assert.Null(strategy.Task);
        Assert.Null(strategy.Metrics!.OptimizeSpan);
        Assert.Empty(strategy.Candidates);
        Assert.Null(strategy.Choice);
        Assert.Null(strategy.Errors);
        Assert.Empty(strategy.Next);
        Assert.Empty(strategy.Knobs);
        Assert.Empty(strategy.History);
        Assert.Null(strategy.ErrorAnalysis);
        Assert.Null(strategy.Labels);
        Assert.Empty(strategy.Synthesis);
        Assert.Null(strategy.Transfer);
        Assert.Null(strategy.MultiTask);
        Assert.Null(strategy.EndToEnd);
    }

    [Fact]
    public void UnusableValue_IsTheDefaultToo()
    {
        var (strategy, _) = StrategyReader.Read(
            "version: 1\ntask: x\nconsistency: { tolerance: 7, confidence: 0, policy: x }\nmetrics: { min_difference: -1 }\naccept: [{ rule: MLS1001, until: x }]");

        Assert.Equal(ConsistencySection.Default, strategy.Consistency);
        Assert.Null(strategy.Task);
        Assert.Null(strategy.Metrics!.MinDifference);
        Assert.Null(strategy.Accept[0].Until);
    }

    [Fact]
    public void Spans_EndBehindTheNode()
    {
        var (strategy, _) = StrategyReader.Read("version: 1\nname: 'a b'\nmetrics:\n  optimize: [f1,\n    recall]\n");

        Assert.Equal(new SourceSpan(2, 7, 2, 12), strategy.Name!.Span);
        Assert.Equal(new SourceSpan(3, 1, 3, 8), strategy.Metrics!.Span);
        Assert.Equal(new SourceSpan(4, 13, 5, 12), strategy.Metrics.OptimizeSpan);
    }

    [Fact]
    public void BlockCollections_EndWithTheirLastItem()
    {
        var (strategy, _) = StrategyReader.Read("version: 1\naccept:\n  - rule: MLS1001\n    because: x\n\nname: y\n");

        Assert.Equal(new SourceSpan(3, 5, 4, 15), Assert.Single(strategy.Accept).Span);
    }

    [Theory]
    [InlineData("*", "anything", true)]
    [InlineData("v_*", "v_1", true)]
    [InlineData("v_*", "v_", true)]
    [InlineData("*_id", "user_id", true)]
    [InlineData("a*b*c", "a-b-c", true)]
    [InlineData("a*b*c", "abbc", true)]
    [InlineData("a**c", "ac", true)]
    [InlineData("v_*", "V_1", false)]
    [InlineData("v_*", "xv_1", false)]
    [InlineData("*_id", "id", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("exact", "exactly", false)]
    public void Pattern_MatchesTheWholeName(string pattern, string column, bool matches) =>
        Assert.Equal(matches, new ColumnDeclaration(new(pattern, SourceSpan.FileStart), DeclaredKind.Text).Matches(column));

    [Theory]
    [InlineData("f1", "f1")]
    [InlineData("F1Score", "f1")]
    [InlineData("roc_auc", "roc_auc")]
    [InlineData("AreaUnderRocCurve", "roc_auc")]
    [InlineData("MicroAccuracy", "accuracy")]
    [InlineData("area-under roc curve", "roc_auc")]
    [InlineData("ndcg@10", "ndcg")]
    [InlineData("RMSE", "rmse")]
    [InlineData("profit", null)]
    [InlineData("", null)]
    [InlineData("@10", null)]
    [InlineData("f", null)]
    public void Metric_IsFoundInUsualSpellings(string written, string? name) =>
        Assert.Equal(name, MetricCatalogue.Find(written)?.Name);
}
