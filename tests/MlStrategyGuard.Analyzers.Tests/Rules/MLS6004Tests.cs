using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS6004>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS6004Tests
{
    private static readonly TestInputs Strategy = new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nmetrics: { optimize: r_squared }\n")],
    };

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric({|#0:RegressionMetric.MeanAbsoluteError|});"),
            Strategy,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`RegressionMetric.MeanAbsoluteError` chooses by MeanAbsoluteError, but mlstrategy.yaml optimizes r_squared. Choose by that metric, or change the strategy."));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric([|RegressionMetric.MeanAbsoluteError|]);")]
    [InlineData("var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = [|RegressionMetric.MeanAbsoluteError|] };")]
    [InlineData("var settings = new RegressionExperimentSettings(); settings.OptimizingMetric = [|RegressionMetric.MeanAbsoluteError|]; ml.Auto().CreateRegressionExperiment(settings).Execute(data);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); ITransformer? best = null; var top = double.MaxValue; foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanAbsoluteError; if ([|score < top|]) { top = score; best = model; } }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var all = new[] { 5, 10 }.Select(leaves => { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); return (Leaves: leaves, ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanAbsoluteError); }).ToList(); var best = [|all.MinBy(one => one.MeanAbsoluteError)|]; Console.WriteLine(best.Leaves);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(RegressionMetric.RSquared);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(RegressionMetric.RootMeanSquaredError);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score, \"Label\");")]
    [InlineData("var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60 };")]
    [InlineData("var metric = data.CanShuffle ? RegressionMetric.MeanAbsoluteError : RegressionMetric.RSquared; var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(metric);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); ITransformer? best = null; var top = double.MinValue; foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared; if (score > top) { top = score; best = model; } }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); ITransformer? best = null; var top = double.MaxValue; foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanSquaredError; if (score < top) { top = score; best = model; } }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); ITransformer? best = null; var top = double.MaxValue; foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanAbsoluteError; if (score < 3) { top = score; best = model; } }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanAbsoluteError);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric([|RegressionMetric.MeanAbsoluteError|]);", "var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(RegressionMetric.RSquared);")]
    [InlineData("var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = [|RegressionMetric.MeanAbsoluteError|] };", "var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = RegressionMetric.RSquared };")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody), Strategy);

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\nmetrics: { optimize: mean_absolute_error }\n")]
    [InlineData("version: 1\nmetrics: { optimize: { metric: profit, direction: higher } }\n")]
    [InlineData("version: 1\nmetrics: { optimize: mape }\n")]
    [InlineData("version: 1\nmetrics: { optimize: f1 }\n")]
    [InlineData("version: 1\nmetrics: { optimize: r2 }\naccept: [{ rule: MLS6004, because: a stand-in }]\n")]
    public Task StrategyThatSaysNothingElse_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(RegressionMetric.MeanAbsoluteError);"),
        new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] });

    [Fact]
    public Task SeveralStrategies_AreNotCompared() => Verify.VerifyAnalyzerAsync(
        Code.Program("var experiment = ml.Auto().CreateExperiment().SetRegressionMetric(RegressionMetric.MeanAbsoluteError);"),
        new TestInputs
        {
            AdditionalFiles =
            [
                ("/project/mlstrategy.yaml", "version: 1\nmetrics: { optimize: r_squared }\n"),
                ("/project/other/mlstrategy.yaml", "version: 1\nmetrics: { optimize: mean_absolute_error }\n"),
            ],
        });

    [Theory]
    [InlineData("var experiment = [|ml.Auto().CreateBinaryClassificationExperiment(60)|];", "var experiment = ml.Auto().CreateBinaryClassificationExperiment(new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = BinaryClassificationMetric.F1Score });")]
    [InlineData("var experiment = ml.Auto().CreateBinaryClassificationExperiment([|new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60 }|]);", "var experiment = ml.Auto().CreateBinaryClassificationExperiment(new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = BinaryClassificationMetric.F1Score });")]
    public Task DefaultOfTheLibrary_IsAChoiceToo(string body, string fixedBody) => Verify.VerifyCodeFixAsync(
        Code.Program(body),
        Code.Program(fixedBody),
        new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nmetrics: { optimize: f1 }\n")] });
}
