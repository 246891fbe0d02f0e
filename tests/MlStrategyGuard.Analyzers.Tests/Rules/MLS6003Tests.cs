using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS6003>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS6003Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var experiment = {|#0:ml.Auto().CreateBinaryClassificationExperiment(60)|};"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Auto().CreateBinaryClassificationExperiment` optimizes Accuracy, which the library chose. Write down the metric that ranks models as their users would."));

    [Theory]
    [InlineData("var experiment = [|ml.Auto().CreateRegressionExperiment(60)|];")]
    [InlineData("var experiment = [|ml.Auto().CreateMulticlassClassificationExperiment(maxExperimentTimeInSeconds: 60)|];")]
    [InlineData("var experiment = ml.Auto().CreateRankingExperiment([|new RankingExperimentSettings { MaxExperimentTimeInSeconds = 60 }|]);")]
    [InlineData("var settings = new RecommendationExperimentSettings(); settings.MaxExperimentTimeInSeconds = 60; var experiment = [|ml.Auto().CreateRecommendationExperiment(settings)|];")]
    [InlineData("[|ml.Auto().CreateBinaryClassificationExperiment(60)|].Execute(data);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateBinaryClassificationExperiment(new BinaryExperimentSettings { OptimizingMetric = BinaryClassificationMetric.Accuracy }); ")]
    [InlineData("var settings = new BinaryExperimentSettings(); settings.OptimizingMetric = BinaryClassificationMetric.F1Score; var experiment = ml.Auto().CreateBinaryClassificationExperiment(settings); ")]
    [InlineData("var settings = new BinaryExperimentSettings(); Tune(settings); var experiment = ml.Auto().CreateBinaryClassificationExperiment(settings);  static void Tune(BinaryExperimentSettings one) => one.OptimizingMetric = BinaryClassificationMetric.F1Score;")]
    [InlineData("var settings = new BinaryExperimentSettings(); var same = settings; same.OptimizingMetric = BinaryClassificationMetric.F1Score; var experiment = ml.Auto().CreateBinaryClassificationExperiment(settings); ")]
    [InlineData("var settings = new BinaryExperimentSettings(); if (data.CanShuffle) settings.OptimizingMetric = BinaryClassificationMetric.F1Score; var experiment = ml.Auto().CreateBinaryClassificationExperiment(settings); ")]
    [InlineData("var settings = Activator.CreateInstance<BinaryExperimentSettings>(); var experiment = ml.Auto().CreateBinaryClassificationExperiment(settings); ")]
    [InlineData("var settings = new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60 }; Console.WriteLine(settings.MaxExperimentTimeInSeconds);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment();")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var experiment = [|ml.Auto().CreateRegressionExperiment(60)|];", "var experiment = ml.Auto().CreateRegressionExperiment(new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = RegressionMetric.RSquared });")]
    [InlineData("var experiment = ml.Auto().CreateBinaryClassificationExperiment([|new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60 }|]); ", "var experiment = ml.Auto().CreateBinaryClassificationExperiment(new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = BinaryClassificationMetric.Accuracy }); ")]
    [InlineData("var experiment = ml.Auto().CreateBinaryClassificationExperiment([|new BinaryExperimentSettings()|]); ", "var experiment = ml.Auto().CreateBinaryClassificationExperiment(new BinaryExperimentSettings() { OptimizingMetric = BinaryClassificationMetric.Accuracy }); ")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("version: 1\nmetrics: { optimize: accuracy }\n")]
    [InlineData("version: 1\nmetrics: { optimize: f1 }\n")]
    [InlineData("version: 1\naccept: [{ rule: MLS6003, because: a stand-in }]\n")]
    public Task StrategyThatNamesTheMetric_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var experiment = ml.Auto().CreateBinaryClassificationExperiment(60);"),
        new Verifiers.TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] });
}
