using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5013>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5013Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1);\nvar second = ml.Data.TrainTestSplit(data, 0.2, seed: 2);\nvar model = pipeline.Fit(first.TrainSet);\nvar scored = model.Transform(second.TestSet);\nConsole.WriteLine(ml.Regression.Evaluate({|#0:scored|}).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`scored` holds the test part of the split at line 12, but the model was fitted on the training part of the split at line 11: two splits of the same data share rows. Use both parts of one split."));

    [Theory]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(second.TestSet)|]).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(second.TestSet)|]).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2); var second = ml.Data.TrainTestSplit(data, 0.3); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(second.TestSet)|]).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2, \"Shop\"); var second = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(second.TestSet)|]).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2); var second = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(second.TestSet)).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.3); var second = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(second.TestSet)).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(second.TestSet)).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(first.TestSet)).RSquared);Console.WriteLine(second.TestSet.GetRowCount());")]
    [InlineData("var seed = Environment.TickCount; var first = ml.Data.TrainTestSplit(data, 0.2, seed: seed); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(second.TestSet)).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2); var second = ml.Data.TrainTestSplit(first.TestSet, 0.5, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(second.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(second.TestSet)|]).RSquared);", "var first = ml.Data.TrainTestSplit(data, 0.2, seed: 1); var second = ml.Data.TrainTestSplit(data, 0.2, seed: 2); var model = pipeline.Fit(first.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(first.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
