using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5002>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5002Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var words = ml.Transforms.Text.FeaturizeText(\"W\", \"Shop\");\nvar all = words.Fit({|#0:data|}).Transform(data);\nvar split = ml.Data.TrainTestSplit(all, 0.2);\nvar model = pipeline.Fit(split.TrainSet);\nvar metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`words.Fit` learns from `data`, which contains the test part of the split at line 13; the score at line 15 went through it. Split first and fit it on the training part alone, best as a link of the pipeline."));

    [Theory]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]); var model = pipeline.Fit(words.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(words.Transform(split.TestSet))).RSquared);")]
    [InlineData("var scaler = ml.Transforms.NormalizeMinMax(\"A\").Fit([|data|]); var split = ml.Data.TrainTestSplit(scaler.Transform(data), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var filled = ml.Transforms.ReplaceMissingValues(\"A\", replacementMode: Microsoft.ML.Transforms.MissingValueReplacingEstimator.ReplacementMode.Mean).Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(filled, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("foreach (var fold in ml.Data.CrossValidationSplit(ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data))) { var model = pipeline.Fit(fold.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(fold.TestSet)).RSquared); }")]
    [InlineData("var scaler = ml.Transforms.NormalizeMinMax(new[] { new InputOutputColumnPair(\"A\"), new InputOutputColumnPair(\"B\") }).Fit([|data|]); var split = ml.Data.TrainTestSplit(scaler.Transform(data), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var all = ml.Transforms.Conversion.MapValueToKey(\"Key\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.Conversion.ConvertType(\"B2\", \"B\").Append(ml.Transforms.Conversion.Hash(\"H\", \"Shop\")).Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.ReplaceMissingValues(\"A\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(split.TrainSet); var model = pipeline.Fit(words.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(words.Transform(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Append(pipeline).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); ml.Model.Save(model, null, \"m.zip\"); Console.WriteLine(split.TestSet.GetRowCount());")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"corpus.csv\"); var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(other).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]); var model = pipeline.Fit(words.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(words.Transform(split.TestSet))).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var words = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(split.TrainSet); var model = pipeline.Fit(words.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(words.Transform(split.TestSet))).RSquared);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var preparation = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(split.TrainSet); var model = pipeline.Fit(preparation.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(preparation.Transform(split.TestSet))).RSquared);")]
    [InlineData("IDataView all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, testFraction: 0.2, samplingKeyColumnName: \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: \"Shop\"); var preparation = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit(split.TrainSet); var model = pipeline.Fit(preparation.Transform(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(preparation.Transform(split.TestSet))).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(all.Schema); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); Console.WriteLine(\"ready\"); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2, samplingKeyColumnName: \"Words\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); Keep(split); void Keep(DataOperationsCatalog.TrainTestData both) => Console.WriteLine(both.TestSet.GetRowCount()); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var preparation = 1; var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(data); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); Console.WriteLine(preparation);")]
    [InlineData("var all = ml.Transforms.Text.FeaturizeText(\"Words\", \"Shop\").Fit([|data|]).Transform(ml.Data.Cache(data)); var split = ml.Data.TrainTestSplit(all, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
