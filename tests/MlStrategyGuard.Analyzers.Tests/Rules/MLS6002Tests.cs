using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS6002>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS6002Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var experiment = ml.Auto().CreateExperiment(); \n{|#0:experiment.SetRegressionMetric(RegressionMetric.RSquared)|}\n    .SetRegressionMetric(RegressionMetric.MeanAbsoluteError);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`SetRegressionMetric` at line 13 replaces the metric that this call sets: only the last one is optimized. Keep one of them."));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); [|experiment.SetRegressionMetric(RegressionMetric.RSquared)|].SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); [|experiment.SetRegressionMetric(RegressionMetric.RSquared)|];\nexperiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    [InlineData("var experiment = [|ml.Auto().CreateExperiment().SetTrainingTimeInSeconds(5).SetRegressionMetric(RegressionMetric.RSquared)|].SetMaxModelToExplore(3).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); experiment.SetRegressionMetric(RegressionMetric.RSquared);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); if (data.CanShuffle) experiment.SetRegressionMetric(RegressionMetric.RSquared); else experiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); experiment.SetRegressionMetric(RegressionMetric.RSquared); if (data.CanShuffle) experiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); var other = ml.Auto().CreateExperiment(); experiment.SetRegressionMetric(RegressionMetric.RSquared); other.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); [|experiment.SetRegressionMetric(RegressionMetric.RSquared)|].SetRegressionMetric(RegressionMetric.MeanAbsoluteError);", "var experiment = ml.Auto().CreateExperiment(); experiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment(); \n[|experiment.SetRegressionMetric(RegressionMetric.RSquared)|];\nexperiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);", "var experiment = ml.Auto().CreateExperiment(); \nexperiment.SetRegressionMetric(RegressionMetric.MeanAbsoluteError);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
