using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5203>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5203Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var keyed = ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, {|#0:\"ShopKey\"|}); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "The sampling key `ShopKey` was mapped to keys at line 11: ML.NET then puts the groups that come first into the test set instead of random ones. Use the column that the keys were made from."));

    [Theory]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, [|\"ShopKey\"|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, [|\"Shop\"|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var chain = ml.Transforms.CopyColumns(\"C\", \"A\").Append(ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\")); var keyed = chain.Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, [|\"ShopKey\"|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var hashed = ml.Transforms.Conversion.Hash(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(hashed, 0.2, \"ShopKey\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"K\", \"Shop\").Append(ml.Transforms.Conversion.Hash(\"K\", \"Shop\")).Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, \"K\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.Transforms.Conversion.MapValueToKey(\"Shop\").Append(pipeline).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, [|\"ShopKey\"|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var keyed = ml.Transforms.Conversion.MapValueToKey(\"ShopKey\", \"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var keyed = ml.Transforms.Conversion.MapValueToKey(\"Shop\").Fit(data).Transform(data); var split = ml.Data.TrainTestSplit(keyed, 0.2, [|\"Shop\"|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
