using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9007>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9007Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); \nConsole.WriteLine(ml.Regression.Evaluate({|#0:model.Transform(split.TestSet)|}).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Regression.Trainers.Sdca().Fit` learned from rows prepared by `ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit` at line 11; the rows scored here went through none. Fit the preparation once, on the training part, and transform all rows with it."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(split.TestSet)|]).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet))).RSquared); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(outer.TestSet)|]).RSquared);")]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); IDataView Scaled(IDataView rows) => ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(rows).Transform(rows); var model = ml.Regression.Trainers.Sdca().Fit(Scaled(data)); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(Scaled(test))|]).RSquared);")]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var keys = ml.Transforms.Conversion.MapValueToKey(\"Label\"); var model = ml.Regression.Trainers.Sdca().Fit(keys.Fit(data).Transform(data)); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(keys.Fit(test).Transform(test))|]).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); var whole = scaler.Append(model); Console.WriteLine(ml.Regression.Evaluate(whole.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var copy = ml.Transforms.CopyColumns(\"C\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(copy.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); var again = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(again.Transform(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Model.Load(\"scaler.zip\", out _); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); var loaded = ml.Model.Load(\"scaler.zip\", out _); Console.WriteLine(ml.Regression.Evaluate(model.Transform(loaded.Transform(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var groups = ml.Clustering.Trainers.KMeans(numberOfClusters: 3).Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(groups.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); var other = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TestSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other.Transform(split.TestSet))).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(split.TestSet)|]).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet))).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); IDataView Scaled(IDataView rows) => ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(rows).Transform(rows); var model = ml.Regression.Trainers.Sdca().Fit(Scaled(data)); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(Scaled(test))|]).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var scaler = ml.Transforms.NormalizeMinMax(\"Features\", \"A\").Fit(split.TrainSet); var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet)); var scored = model.Transform(split.TestSet); Console.WriteLine(ml.Regression.Evaluate([|scored|]).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
