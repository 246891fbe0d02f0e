using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS7002>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS7002Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var experiment = ml.Auto().CreateExperiment()\n.SetDataset(data, 5).SetTrainingTimeInSeconds(60);\nvar result = experiment.Run(); ml.Model.Save({|#0:result.Model|}, null, \"m.zip\");"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Model.Save` saves the model of `experiment.Run` at line 13, which learned from the first fold only: `SetDataset` at line 12 cross-validates each trial and returns the model of one fold. Fit the winning pipeline on all rows and save that."));

    [Theory]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); ml.Model.Save([|result.Model|], null, \"m.zip\");")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, fold: 10, samplingKeyColumnName: \"Shop\").SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var model = experiment.Run().Model; ml.Model.Save([|model|], null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); Console.WriteLine(ml.Regression.Evaluate(result.Model.Transform(split.TestSet)).RSquared);ml.Model.Save([|result.Model|], null, \"m.zip\");")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); ml.Model.Save(result.Model, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); ml.Model.Save(result.Model, null, \"m.zip\");")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); Console.WriteLine(result.Metric);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); var final = pipeline.Fit(data); ml.Model.Save(final, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); var result = experiment.Run(); Console.WriteLine(ml.Regression.Evaluate(result.Model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5).SetRegressionMetric(RegressionMetric.RSquared).SetTrainingTimeInSeconds(60); if (data.CanShuffle) experiment.SetDataset(data, data); var result = experiment.Run(); ml.Model.Save(result.Model, null, \"m.zip\");")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
