using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5105>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5105Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); \nvar best = 0f; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score; if ({|#0:f1 > top|}) { top = f1; best = limit; } } Console.WriteLine(best);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`f1 > top` keeps the threshold with the best score on the test part of the split at line 11, measured at line 12. Tune it on a dev set, split from the training part, and measure the result once on the test set."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var best = 0f; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score; if ([|f1 > top|]) { top = f1; best = limit; } } Console.WriteLine(best);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var all = new[] { 0.3f, 0.5f }.Select(limit => (Limit: limit, ml.BinaryClassification.Evaluate(ml.BinaryClassification.ChangeModelThreshold(model, limit).Transform(split.TestSet)).F1Score)).ToList(); Console.WriteLine([|all.MaxBy(one => one.F1Score)|].Limit);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var best = 0f; var top = 0.0; for (var limit = 0f; limit < 1; limit += 0.05f) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var metrics = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)); if ([|top < metrics.Accuracy|]) (best, top) = (limit, metrics.Accuracy); } Console.WriteLine(best);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var tuned = ml.BinaryClassification.ChangeModelThreshold(model, 0.3f); Console.WriteLine(ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var best = 0f; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score; if (f1 > top) { top = f1; best = limit; } } Console.WriteLine(best); Console.WriteLine(ml.BinaryClassification.Evaluate(ml.BinaryClassification.ChangeModelThreshold(model, best).Transform(outer.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var best = 0f; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TrainSet)).F1Score; if (f1 > top) { top = f1; best = limit; } } Console.WriteLine(best);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); Console.WriteLine(ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var best = 0f; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score; if (f1 > 0.8) { top = f1; best = limit; } } Console.WriteLine(best);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
