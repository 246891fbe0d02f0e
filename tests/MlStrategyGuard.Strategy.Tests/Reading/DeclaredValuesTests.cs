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
    public void ExamplesCandidates_AreReadWhole()
    {
        var (strategy, _) = StrategyReader.Read(TestFiles.Example);

        Assert.Equal(["logistic", "forest"], strategy.Candidates.Select(candidate => candidate.Name.Value));
        Assert.Equal(
            ["train runs/logistic/train.csv", "dev runs/logistic/dev.csv"],
            strategy.Candidates[0].Predictions.Select(file => $"{file.Key} {file.Value.Value}"));
        Assert.Equal(["f1 0.91 dev", "latency_ms 95 dev"], strategy.Candidates[1].Measured.Select(Line));
        Assert.Equal(0.91, strategy.Candidates[1].Figure("F1Score", "dev")!.Value.Value);
        Assert.Equal("forest", strategy.Choice!.Value);
    }

    [Fact]
    public void ExamplesErrors_AreReadWhole()
    {
        var errors = StrategyReader.Read(TestFiles.Example).Strategy.Errors!;

        Assert.Equal(["typical person 0.03", "team of experts 0.005"], errors.Human.Select(human => FormattableString.Invariant($"{human.Who!.Value} {human.Error.Error}")));
        Assert.Equal(0.005, errors.Bayes!.Error);
        Assert.Equal(
            ["train 0.08", "train_dev 0.09", "dev 0.1 of 5000", "test 0.105", "production 0.11"],
            errors.Rungs.Select(rung => FormattableString.Invariant($"{rung.Name} {rung.Error}{(rung.Rows is { } rows ? $" of {rows}" : "")}")));
    }

    [Fact]
    public void ExamplesHistoryAndKnobs_AreReadWhole()
    {
        var (strategy, _) = StrategyReader.Read(TestFiles.Example);

        Assert.Equal(["bigger_network"], strategy.Next.Select(knob => knob.Value));
        Assert.Equal([Stage.Train], strategy.Knob("wider_stem")!.Stages);
        Assert.Equal([Stage.Train, Stage.Dev], strategy.Knob("mixup")!.Stages);
        Assert.Equal([Stage.Dev], strategy.Knob("l2")!.Stages);
        Assert.Null(strategy.Knob("unheard_of"));
        Assert.Equal(
            ["1: learning_rate train 0.12 dev 0.15", "2: network_size l2 dev_set train 0.08 dev 0.1"],
            strategy.History.Select(run => $"{run.Run!.Value}: {string.Join(" ", run.Changed.Select(knob => knob.Value))} {string.Join(" ", run.Errors.Select(rung => FormattableString.Invariant($"{rung.Name} {rung.Error}")))}"));
    }

    [Fact]
    public void ExamplesAnalyses_AreReadWhole()
    {
        var (strategy, _) = StrategyReader.Read(TestFiles.Example);

        Assert.Equal(100, strategy.ErrorAnalysis!.Examined!.Value);
        Assert.Equal(["dog 8 1", "great_cat 43 1", "blurry 61 1", "mislabeled 6 1"], strategy.ErrorAnalysis.Tags.Select(tag => $"{tag.Name.Value} {tag.Count.Value} {tag.Fixable}"));
        Assert.Equal("blurry", strategy.ErrorAnalysis.Focus!.Value);
        Assert.Equal("audit/dev.csv", strategy.Labels!.Audit!.File!.Value);
        Assert.Equal("label", strategy.Labels.Audit.Given!.Value);
        Assert.Equal("checked_label", strategy.Labels.Audit.Checked!.Value);
        Assert.Equal("was_correct", strategy.Labels.Audit.Correct!.Value);
        Assert.Equal(["dev"], strategy.Labels.Corrected.Select(split => split.Value));
    }

    [Fact]
    public void ExamplesPlans_AreReadWhole()
    {
        var (strategy, _) = StrategyReader.Read(TestFiles.Example);

        var synthesis = Assert.Single(strategy.Synthesis);
        Assert.Equal(("car noise", new Amount(3600, true), new Amount(36_000_000, true)), (synthesis.Name!.Value, synthesis.Unique.Value, synthesis.Generated.Value));
        Assert.Equal(("imagenet", "image", 1_000_000L), (strategy.Transfer!.From!.Name!.Value, strategy.Transfer.From.Input!.Value, strategy.Transfer.From.Examples!.Value));
        Assert.Equal(100, strategy.Transfer.To!.Examples!.Value);
        Assert.Equal(RetrainDepth.LastLayer, strategy.Transfer.Retrain!.Value);
        Assert.Equal(["pedestrian has_pedestrian", "car has_car", "sign 900"], strategy.MultiTask!.Tasks.Select(task => $"{task.Name.Value} {task.Column?.Value}{task.Examples?.Value}"));
        Assert.False(strategy.MultiTask.MissingAreNegatives!.Value);
        Assert.False(strategy.MultiTask.SeparateNetworksBetter!.Value);
        Assert.Equal(10_000, strategy.EndToEnd!.Pairs!.Value);
        Assert.Equal(["detect_face 1000000", "recognize 500000"], strategy.EndToEnd.Stages.Select(stage => $"{stage.Key} {stage.Value.Value}"));
        Assert.Equal(EndToEndChoice.Pipeline, strategy.EndToEnd.Plan!.Value);
    }

    [Fact]
    public void OtherFormsOfFigures_AreReadAlike()
    {
        var (strategy, findings) = StrategyReader.Read(
            """
            version: 1
            candidates:
              - name: a
                measured: { f1: [90%, { value: 0.8, on: test, rows: 5e2 }], latency_ms: { value: 80 } }
            errors: { metric: rmse, human: 3, dev: { error: 12.5, rows: 1_000, metric: mae } }
            error_analysis: { examined: 9, tags: { dog: { count: 5, fixable: 40% } } }
            labels: { audit: { wrong_examined: 9, wrong_mislabeled: 2, right_examined: 8, right_mislabeled: 1 }, corrected: test }
            multi_task: { missing_labels: negative, separate_networks_better: True }
            """);

        Assert.Empty(findings);
        Assert.Equal(["f1 0.9 dev", "f1 0.8 test of 500", "latency_ms 80 dev"], strategy.Candidates[0].Measured.Select(Line));
        Assert.Equal(3, Assert.Single(strategy.Errors!.Human).Error.Error);
        Assert.Equal((12.5, 1000L, "mae"), (strategy.Errors.Find("dev")!.Error, strategy.Errors.Find("dev")!.Rows!.Value, strategy.Errors.Find("dev")!.Metric!.Value));
        Assert.Equal(0.4, Assert.Single(strategy.ErrorAnalysis!.Tags).Fixable);
        var audit = strategy.Labels!.Audit!;
        Assert.Equal((9L, 2L, 8L, 1L), (audit.WrongExamined!.Value, audit.WrongMislabeled!.Value, audit.RightExamined!.Value, audit.RightMislabeled!.Value));
        Assert.Equal("test", Assert.Single(strategy.Labels.Corrected).Value);
        Assert.True(strategy.MultiTask!.MissingAreNegatives!.Value);
        Assert.True(strategy.MultiTask.SeparateNetworksBetter!.Value);
    }

    [Fact]
    public void UnusableFigure_IsAbsentAndTheOthersStay()
    {
        var (strategy, _) = StrategyReader.Read(
            """
            version: 1
            candidates: [{ name: a, measured: { f1: 91, recall: 0.9 } }, { name: a }, { measured: { f1: 1 } }, { name: b }]
            choice: nobody
            errors: { train: 8%, dev: 15, test: { error: 9%, rows: 0 } }
            next: [l2, unheard_of]
            knobs: { mixup: [train, nowhere], cutout: nowhere }
            synthesis: [{ unique: 1 h, generated: 5 }, { unique: 1, generated: 5 }]
            """);

        Assert.Equal(["a", "b"], strategy.Candidates.Select(candidate => candidate.Name.Value));
        Assert.Equal(["recall 0.9 dev"], strategy.Candidates[0].Measured.Select(Line));
        Assert.Null(strategy.Choice);
        Assert.Equal(["train", "test"], strategy.Errors!.Rungs.Select(rung => rung.Name));
        Assert.Null(strategy.Errors.Find("test")!.Rows);
        Assert.Equal(["l2"], strategy.Next.Select(knob => knob.Value));
        Assert.Equal(["mixup"], strategy.Knobs.Select(knob => knob.Name));
        Assert.Equal(new Amount(1, false), Assert.Single(strategy.Synthesis).Unique.Value);
    }

    private static string Line(MeasuredFigure figure) =>
        FormattableString.Invariant($"{figure.Metric.Value} {figure.Value.Value} {figure.On}{(figure.Rows is { } rows ? $" of {rows}" : "")}");

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
