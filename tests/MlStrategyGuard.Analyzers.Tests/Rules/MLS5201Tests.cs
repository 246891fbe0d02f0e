using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5201>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5201Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2, {|#0:\"Label\"|}); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "The sampling key `Label` is the label (of `SdcaLogisticRegression` at line 11): rows of one class all go to one side. Leave the key out, or name the column of the group."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, [|\"Label\"|]); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: [|nameof(Row.Label)|]); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, [|\"Shop\"|]); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression(\"Shop\").Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, [|\"Shop\"|]); var model = ml.Transforms.Conversion.MapValueToKey(\"Target\", \"Shop\").Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Target\")).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet), \"Target\").MicroAccuracy);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"Shop\"); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, null); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, Environment.UserName); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"Label\"); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression(\"Shop\").Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), \"Shop\").F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, [|\"Label\"|]); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: [|\"Label\"|]); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, [|\"Label\"|], 7); var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
