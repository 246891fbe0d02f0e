using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS6008>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS6008Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); \nvar model = ml.Regression.Trainers.Sdca(labelColumnName: \"UserId\").Fit(split.TrainSet);\nvar metrics = {|#0:ml.Regression.Evaluate(model.Transform(split.TestSet))|};"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Regression.Evaluate` reads the label from `Label` by default, but `ml.Regression.Trainers.Sdca` at line 12 learns `UserId`. Name one label column in both places."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca(labelColumnName: \"UserId\").Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet))|].RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet), \"UserId\")|].RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.CopyColumns(\"Target\", \"UserId\").Append(ml.Regression.Trainers.Sdca(\"Target\")).Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet))|].RSquared);")]
    [InlineData("var experiment = [|ml.Auto().CreateExperiment().SetDataset(data).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score)|]; experiment.Run();")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca(\"UserId\").Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), \"UserId\").RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca(\"A\").Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), \"B\").RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.CopyColumns(\"Label\", \"UserId\").Append(ml.Regression.Trainers.Sdca(\"UserId\")).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.Conversion.MapValueToKey(\"Key\", \"Label\").Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Key\")).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).LogLoss);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var label = Environment.UserName; var model = ml.Regression.Trainers.Sdca(label).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Clustering.Trainers.KMeans(\"Features\").Fit(split.TrainSet); Console.WriteLine(ml.Clustering.Evaluate(model.Transform(split.TestSet), \"Shop\").AverageDistance);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score, \"Label\"); experiment.Run();")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data).SetRegressionMetric(RegressionMetric.RSquared); experiment.Run();")]
    [InlineData("var rows = ml.Transforms.CopyColumns(\"label\", \"Label\").Fit(data).Transform(data); var experiment = ml.Auto().CreateExperiment().SetDataset(rows).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score); experiment.Run();")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca(labelColumnName: \"UserId\").Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet))|].RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca(labelColumnName: \"UserId\").Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: \"UserId\").RSquared);")]
    [InlineData("var experiment = [|ml.Auto().CreateExperiment().SetDataset(data).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score)|]; experiment.Run();", "var experiment = ml.Auto().CreateExperiment().SetDataset(data).SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score, labelColumn: \"Label\"); experiment.Run();")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine([|ml.Regression.Evaluate(model.Transform(split.TestSet), \"UserId\")|].RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
