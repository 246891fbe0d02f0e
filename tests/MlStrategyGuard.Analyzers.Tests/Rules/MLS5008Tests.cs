using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5008>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5008Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var scaler = ml.Transforms.NormalizeMinMax(\"A\");\nvar scaled = scaler.Fit(data).Transform(data);\nConsole.WriteLine(ml.Regression.CrossValidate({|#0:scaled|}, pipeline).Length);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`scaled` went through what `scaler.Fit` learned from all of it at line 12, so every fold has seen the others. Append that estimator to the one that is cross-validated and pass the raw data."));

    [Theory]
    [InlineData("var scaled = ml.Transforms.NormalizeMinMax(\"A\").Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate([|scaled|], pipeline).Length);")]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate([|ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(data).Transform(data)|], pipeline).Length);")]
    [InlineData("var scaled = pipeline.Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate([|ml.Data.ShuffleRows(scaled, seed: 1)|], pipeline).Length);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); Console.WriteLine(split.TestSet.GetRowCount()); var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(data); Console.WriteLine(ml.Regression.CrossValidate([|words.Transform(split.TrainSet)|], pipeline).Length);")]
    [InlineData("var scaler = ml.Transforms.NormalizeMinMax(\"A\"); var scaled = scaler.Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate([|scaled|], scaler.Append(pipeline)).Length);")]
    [InlineData("var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\"); var seen = words.Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate([|seen|], ml.Transforms.Text.FeaturizeText(\"More\", \"Shop\").Append(pipeline)).Length);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate(data, pipeline).Length);")]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate(ml.Transforms.Conversion.MapValueToKey(\"K\", \"Shop\").Fit(data).Transform(data), pipeline).Length);")]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate(ml.Transforms.CopyColumns(\"C\", \"A\").Fit(data).Transform(data), pipeline).Length);")]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate(ml.Transforms.ApplyOnnxModel(\"F\", \"A\", \"net.onnx\").Fit(data).Transform(data), pipeline).Length);")]
    [InlineData("Console.WriteLine(ml.Regression.CrossValidate(ml.Model.Load(\"pretrained.zip\", out _).Transform(data), pipeline).Length);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"corpus.csv\"); Console.WriteLine(ml.Regression.CrossValidate(ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(other).Transform(data), pipeline).Length);")]
    [InlineData("var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\"); var seen = ml.Data.Cache(words.Fit(data).Transform(data)); Console.WriteLine(ml.Regression.CrossValidate(seen, words.Append(pipeline)).Length);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var scaler = ml.Transforms.NormalizeMinMax(\"A\"); var scaled = scaler.Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate([|scaled|], pipeline).Length);", "var scaler = ml.Transforms.NormalizeMinMax(\"A\"); var scaled = scaler.Fit(data).Transform(data); Console.WriteLine(ml.Regression.CrossValidate(data, scaler.Append(pipeline)).Length);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var scaler = ml.Transforms.NormalizeMinMax(\"A\"); var raw = data; var scaled = scaler.Fit(raw).Transform(raw); raw = ml.Data.TakeRows(raw, 5); Console.WriteLine(ml.Regression.CrossValidate([|scaled|], pipeline).Length);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
