using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8102>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8102Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("ml = new MLContext(); var mixed = {|#0:ml.Data.ShuffleRows(data)|}; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.ShuffleRows(data)` has no seed and decides what the split at line 11 holds out: every run has another test set. Give it a seed."));

    [Theory]
    [InlineData("ml = new MLContext(); var mixed = [|ml.Data.ShuffleRows(data)|]; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(); var mixed = ml.Data.Cache([|ml.Data.ShuffleRows(data, null)|]); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(null); var mixed = [|ml.Data.ShuffleRows(data)|]; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(1); var mixed = ml.Data.LoadFromEnumerable([|ml.Data.CreateEnumerable<Row>(data, false).OrderBy(_ => Guid.NewGuid())|].ToList()); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("ml = new MLContext(1); var mixed = ml.Data.ShuffleRows(data); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(); var mixed = ml.Data.ShuffleRows(data, seed: 3); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = Context(); var mixed = ml.Data.ShuffleRows(data); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); } private static MLContext Context() { return System.Activator.CreateInstance<MLContext>();")]
    [InlineData("ml = new MLContext(); var mixed = data; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(); var mixed = ml.Data.ShuffleRows(data); var split = ml.Data.TrainTestSplit(mixed, 0.2, \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(); var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.ShuffleRows(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("ml = new MLContext(1); var random = new Random(3); var mixed = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(data, false).OrderBy(_ => random.Next()).ToList()); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("ml = new MLContext(); var mixed = [|ml.Data.ShuffleRows(data)|]; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "ml = new MLContext(); var mixed = ml.Data.ShuffleRows(data, seed: 1); var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("ml = new MLContext(); var mixed = [|ml.Data.ShuffleRows(data, null)|]; var split = ml.Data.TrainTestSplit(mixed, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
