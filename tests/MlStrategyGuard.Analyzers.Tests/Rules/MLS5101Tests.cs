using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5101>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5101Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2);\nvar trainer = ml.Regression.Trainers.LightGbm();\nvar model = trainer.Fit(split.TrainSet, {|#0:split.TestSet|});\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`split.TestSet` is the test part of the split at line 11 and steers `trainer.Fit` as its validation set; the score at line 14 is measured on the same rows. Split it once more: one half to steer, the other to measure."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, [|split.TestSet|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, validationData: [|ml.Data.Cache(split.TestSet)|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.MulticlassClassification.Trainers.ImageClassification(validationSet: [|split.TestSet|]).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, [|split.TestSet|]).SetMaxModelToExplore(5).Run().Model; Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Auto().CreateExperiment().SetDataset([|split|]).Run().Model; Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Auto().CreateRegressionExperiment(60).Execute(split.TrainSet, [|split.TestSet|]).BestRun.Model; Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var options = new Microsoft.ML.Vision.ImageClassificationTrainer.Options { Epoch = 20, ValidationSet = [|split.TestSet|] }; var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Append(ml.Transforms.CopyColumns(\"C\", \"A\")).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.MulticlassClassification.Trainers.ImageClassification(new Microsoft.ML.Vision.ImageClassificationTrainer.Options { ValidationSet = [|split.TestSet|] }).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var options = new Microsoft.ML.Vision.ImageClassificationTrainer.Options(); options.ValidationSet = split.TestSet; var model = ml.MulticlassClassification.Trainers.ImageClassification([|options|]).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var dev = ml.Data.TrainTestSplit(split.TestSet, 0.5); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, dev.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var dev = ml.Data.TrainTestSplit(split.TrainSet, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(dev.TrainSet, dev.TestSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, split.TestSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var run = ml.Auto().CreateRegressionExperiment(60).Execute(split.TrainSet, split.TestSet).BestRun; Console.WriteLine(run.ValidationMetrics.RSquared);")]
    [InlineData("var valid = ml.Data.LoadFromTextFile<Row>(\"valid.csv\"); var model = ml.Regression.Trainers.LightGbm().Fit(data, valid); Console.WriteLine(ml.Regression.Evaluate(model.Transform(valid)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, ml.Data.TakeRows(split.TestSet, 50)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.SkipRows(split.TestSet, 50))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var dev = ml.Data.TrainTestSplit(split.TestSet, 0.5); var options = new Microsoft.ML.Vision.ImageClassificationTrainer.Options { ValidationSet = dev.TrainSet }; var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(dev.TestSet)).MicroAccuracy);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var options = new Microsoft.ML.Vision.ImageClassificationTrainer.Options { ValidationSet = split.TestSet }; var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Fit(split.TrainSet); ml.Model.Save(model, data.Schema, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var options = new Microsoft.ML.Vision.ImageClassificationTrainer.Options { ValidationSet = split.TestSet }; options.ValidationSet = null; var model = ml.MulticlassClassification.Trainers.ImageClassification(options).Fit(split.TrainSet); Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2);\nvar model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, [|split.TestSet|]);\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2);\nvar heldOut = ml.Data.TrainTestSplit(split.TestSet, testFraction: 0.5);\nvar model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, heldOut.TrainSet);\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(heldOut.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2);\n    var test = split.TestSet;\n    var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, [|test|]);\n    Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2);\n    var test = split.TestSet;\n    var heldOut = ml.Data.TrainTestSplit(test, testFraction: 0.5);\n    var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, heldOut.TrainSet);\n    Console.WriteLine(ml.Regression.Evaluate(model.Transform(heldOut.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Auto().CreateExperiment().SetDataset([|split|]).Run().Model; Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, [|split.TestSet|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); var rest = ml.Data.Cache(split.TestSet);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
