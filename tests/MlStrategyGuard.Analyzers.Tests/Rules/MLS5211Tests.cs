using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5211>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5211Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); \nvar kept = {|#0:ml.Data.FilterRowsByMissingValues(outer.TestSet, \"A\")|}; Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(kept)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.FilterRowsByMissingValues` leaves out rows of the test part of the split at line 11 before it is measured at line 12, but the test part of the split at line 11 is measured with all of its rows at line 12: the two are of different distributions. Filter before the split, or both alike."));

    [Theory]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.FilterRowsByMissingValues(outer.TestSet, \"A\")|])).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.FilterRowsByColumn(split.TestSet, \"A\", lowerBound: 1)|])).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    [InlineData("var first = ml.Data.TrainTestSplit(data, 0.3); var split = ml.Data.TrainTestSplit(first.TestSet, 0.5); var model = pipeline.Fit(first.TrainSet); var held = ml.Data.TrainTestSplit(first.TrainSet, 0.1); Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.FilterRowsByColumn(split.TestSet, \"A\", lowerBound: 1)|])).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(held.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(split.TestSet, \"A\", lowerBound: 1))).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(outer.TestSet, \"A\", lowerBound: 1))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(outer.TestSet, \"A\", lowerBound: 1))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(outer.TestSet, \"A\", lowerBound: 1))).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(outer.TestSet, \"A\", upperBound: 1))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(ml.Data.FilterRowsByColumn(split.TrainSet, \"A\", lowerBound: 1)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TrainSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(split.TestSet, \"A\", lowerBound: 1))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);foreach (var age in new[] { 1.0, 2.0 }) Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.FilterRowsByColumn(outer.TestSet, \"A\", lowerBound: age))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.TakeRows(outer.TestSet, 100))).RSquared);")]
    [InlineData("data = ml.Data.FilterRowsByMissingValues(data, \"A\"); var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
