using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5004>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5004Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var model = pipeline.Fit(data);\nvar scored = model.Transform(data);\nvar metrics = ml.Regression.Evaluate({|#0:scored|});"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`scored` holds rows that the model was fitted on at line 11, and nothing measures it on other rows: this is its training error. Hold rows out of `data` and evaluate on them."));

    [Theory]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(data)|]).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); var scored = model.Transform(data); Console.WriteLine(ml.Regression.Evaluate([|scored|]).RSquared);")]
    [InlineData("var cached = ml.Data.Cache(data); var model = pipeline.Fit(cached); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(cached)|]).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(ml.Data.TakeRows(data, 100))|]).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); Console.WriteLine(split.TestSet.GetRowCount()); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(split.TrainSet)|]).RSquared);")]
    [InlineData("foreach (var leaves in new[] { 5, 10 }) { var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(data)|]).RSquared); }")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TrainSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var model = ml.Clustering.Trainers.KMeans().Fit(data); Console.WriteLine(ml.Clustering.Evaluate(model.Transform(data)).AverageDistance);")]
    [InlineData("var model = ml.AnomalyDetection.Trainers.RandomizedPca().Fit(data); Console.WriteLine(ml.AnomalyDetection.Evaluate(model.Transform(data)).AreaUnderRocCurve);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine(folds.Length); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);Measure(model); static void Measure(object model) => new Unknown(model); } private sealed class Unknown { public Unknown(object model) => Elsewhere?.Invoke(model); public static Action<object>? Elsewhere;")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    [InlineData("var model = pipeline.Fit(ml.Data.TakeRows(data, 100)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    [InlineData("var model = ml.Model.Load(\"model.zip\", out _); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var model = pipeline.Fit(data);\nvar metrics = ml.Regression.Evaluate([|model.Transform(data)|]);", "var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);\nvar model = pipeline.Fit(split.TrainSet);\nvar metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("    var model = pipeline.Fit(data);\n    var scored = model.Transform(data);\n    var metrics = ml.Regression.Evaluate([|scored|]);", "    var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);\n    var model = pipeline.Fit(split.TrainSet);\n    var scored = model.Transform(split.TestSet);\n    var metrics = ml.Regression.Evaluate(scored);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = 1; var model = pipeline.Fit(data); var metrics = ml.Regression.Evaluate([|model.Transform(data)|]);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
