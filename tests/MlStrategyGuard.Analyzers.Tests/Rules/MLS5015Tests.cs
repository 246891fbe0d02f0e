using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5015>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5015Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); \nvar calibrated = ml.BinaryClassification.Calibrators.Platt().Fit({|#0:model.Transform(split.TrainSet)|}); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(split.TestSet))).LogLoss);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.BinaryClassification.Calibrators.Platt().Fit` calibrates on the training part of the split at line 11, which the model was fitted on at line 11: its scores are too sure there. Use a dev set, split from the training part."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Platt().Fit([|model.Transform(split.TrainSet)|]); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(split.TestSet))).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var scored = model.Transform(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Isotonic().Fit([|scored|]); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(split.TestSet))).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data); var calibrated = ml.BinaryClassification.Calibrators.Naive().Fit([|model.Transform(split.TrainSet)|]); ml.Model.Save(calibrated, null, \"m.zip\");")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); ITransformer? best = null; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TrainSet)).F1Score; if ([|f1 > top|]) { top = f1; best = tuned; } } Console.WriteLine(best);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(split.TestSet)); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(outer.TestSet))).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Platt(slope: -1, offset: 0.1).Fit(model.Transform(split.TrainSet)); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(split.TestSet))).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(split.TrainSet)); ")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var chain = ml.Transforms.Concatenate(\"Features\", \"A\").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Append(ml.BinaryClassification.Calibrators.Platt()); var model = chain.Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Model.Load(\"svm.zip\", out _); var calibrated = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(split.TrainSet)); Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(split.TestSet))).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); var calibrated = ml.BinaryClassification.Calibrators.Platt().Fit(model.Transform(split.TestSet)); Console.WriteLine(calibrated.Transform(model.Transform(split.TestSet)).GetRowCount());")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); ITransformer? best = null; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TestSet)).F1Score; if (f1 > top) { top = f1; best = tuned; } } Console.WriteLine(best);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); ITransformer? best = null; var top = 0.0; foreach (var limit in new[] { 0.3f, 0.5f }) { var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit); var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(split.TrainSet)).F1Score; if (f1 > 0.8) { top = f1; best = tuned; } } Console.WriteLine(best);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
