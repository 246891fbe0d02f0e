using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5003>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5003Tests
{
    [Theory]
    [InlineData("var all = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.NormalizeSupervisedBinning(\"A\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var best = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Fit([|data|]); var model = pipeline.Fit(best.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(best.Transform(split.TestSet))).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Append(pipeline).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var best = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Fit(split.TrainSet); var model = pipeline.Fit(best.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(best.Transform(split.TestSet))).RSquared);")]
    [InlineData("var all = ml.Transforms.NormalizeMinMax(\"A\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var results = ml.Regression.CrossValidate(data, ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Append(ml.Regression.Trainers.Sdca())); Console.WriteLine(results.Length);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var best = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Fit([|data|]); var model = pipeline.Fit(best.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(best.Transform(split.TestSet))).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var best = ml.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation(\"Features\").Fit(split.TrainSet); var model = pipeline.Fit(best.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(best.Transform(split.TestSet))).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var all = ml.Transforms.NormalizeSupervisedBinning(\"A\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var preparation = ml.Transforms.NormalizeSupervisedBinning(\"A\").Fit(split.TrainSet); var model = pipeline.Fit(preparation.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(preparation.Transform(split.TestSet))).RSquared);")]
    public Task Fix_MovesTheSplit(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
