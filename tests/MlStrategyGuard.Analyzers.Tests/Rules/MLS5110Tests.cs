using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5110>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5110Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, {|#0:0.8|}); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`testFraction` is the share of the test part: 80 % of the rows are held out and 20 % learn. Pass 0.2 if 80 % were meant for training."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, [|0.8|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, testFraction: [|0.5|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("const double share = 0.75; var split = ml.Data.TrainTestSplit(data, [|share|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, [|1 - 0.2|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.499); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var share = double.Parse(\"0.8\"); var split = ml.Data.TrainTestSplit(data, share); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.8); var model = pipeline.Fit(split.TestSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TrainSet)).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.4); var split = ml.Data.TrainTestSplit(outer.TestSet, 0.5); var model = pipeline.Fit(outer.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.9); Console.WriteLine(split.TestSet.GetRowCount());")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, [|0.8|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, testFraction: [|0.75|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, testFraction: 0.25); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, [|0.5|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("const double share = 0.75; var split = ml.Data.TrainTestSplit(data, [|share|]); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
