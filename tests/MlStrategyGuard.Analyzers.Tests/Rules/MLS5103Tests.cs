using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5103>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5103Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); var b = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); \nConsole.WriteLine({|#0:ml.Regression.Evaluate(b.Transform(split.TestSet))|}.RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Regression.Evaluate` measures a second model on the test part of the split at line 11, and no dev set measures them: whoever takes the better one chooses by its test score. Compare candidates on a dev set split from the training part, and measure one model on the test set, once."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); var b = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine([|ml.Regression.Evaluate(b.Transform(split.TestSet))|].RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet))|].RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); foreach (var trainer in new IEstimator<ITransformer>[] { ml.Regression.Trainers.FastTree(), ml.Regression.Trainers.Sdca() }) { var model = trainer.Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet))|].RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.FastTree(numberOfLeaves: 5).Fit(split.TrainSet); var b = ml.Regression.Trainers.FastTree(numberOfLeaves: 50).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine([|ml.Regression.Evaluate(b.Transform(split.TestSet))|].RSquared); ")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); var b = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TrainSet)).RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var inner = ml.Data.TrainTestSplit(split.TrainSet, 0.2); var a = ml.Regression.Trainers.FastTree().Fit(inner.TrainSet); var b = ml.Regression.Trainers.Sdca().Fit(inner.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(b.Transform(split.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(a.Transform(inner.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(b.Transform(inner.TestSet)).RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); var b = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.CrossValidate(split.TrainSet, ml.Regression.Trainers.Sdca()).Average(fold => fold.Metrics.RSquared)); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet)).RSquared); Console.WriteLine(ml.Regression.Evaluate(b.Transform(split.TestSet)).RSquared); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); foreach (var count in new[] { 10, 100 }) { var part = ml.Data.TakeRows(split.TrainSet, count); var model = pipeline.Fit(part); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); for (var i = 0; i < 5; i++) { var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); foreach (var label in new[] { \"A\", \"B\" }) { var model = ml.Regression.Trainers.Sdca(label).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), label).RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var a = ml.Regression.Trainers.Sdca(\"A\").Fit(split.TrainSet); var b = ml.Regression.Trainers.FastTree(\"B\").Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(a.Transform(split.TestSet), \"A\").RSquared); Console.WriteLine(ml.Regression.Evaluate(b.Transform(split.TestSet), \"B\").RSquared);")]
    [InlineData("foreach (var fraction in new[] { 0.1, 0.2 }) { var split = ml.Data.TrainTestSplit(data, fraction); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); ITransformer? best = null; var top = double.MinValue; foreach (var leaves in new[] { 5, 10, 20 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared; if (score > top) { top = score; best = model; } }")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
