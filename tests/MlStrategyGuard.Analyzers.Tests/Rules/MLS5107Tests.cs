using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5107>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5107Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(outer.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); \nif ({|#0:metrics.RSquared < last|}) break; last = metrics.RSquared; } "),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`metrics.RSquared < last` decides by the score on the test part of the split at line 11, measured at line 11, when training ends or which model is saved. Stop by a dev set, split from the training part, and measure the result once on the test set."));

    [Theory]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if ([|metrics.RSquared < last|]) break; last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if ([|metrics.RSquared > last|]) { last = metrics.RSquared; ml.Model.Save(model, null, \"best.zip\"); } } ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var last = double.MaxValue; for (var trees = 10; trees < 500; trees += 10) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).MeanAbsoluteError; if ([|score > last|]) { Console.WriteLine(trees); break; } last = score; }")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet)); if (metrics.RSquared < last) break; last = metrics.RSquared; } Console.WriteLine(ml.Regression.Evaluate(pipeline.Fit(outer.TrainSet).Transform(outer.TestSet)).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); Console.WriteLine(metrics.RSquared); last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if (metrics.RSquared < last) Console.WriteLine(\"worse\"); last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if (metrics.RSquared > 0.9) break; last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(split.TrainSet)); if (metrics.RSquared < last) break; last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if (metrics.RSquared < last) { foreach (var one in new[] { 1, 2 }) { if (one > 1) break; } } last = metrics.RSquared; } ")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var last = double.MinValue; foreach (var trees in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(split.TrainSet); var metrics = ml.Regression.Evaluate(model.Transform(outer.TestSet)); if (trees > 100) break; last = metrics.RSquared; } ")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
