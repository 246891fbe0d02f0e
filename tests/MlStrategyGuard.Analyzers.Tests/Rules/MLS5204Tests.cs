using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5204>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5204Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = {|#0:ml.Data.TrainTestSplit(data, 0.2)|}; var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Ranking.Trainers.LightGbm` at line 11 ranks within groups of `GroupId`, but this split tears groups apart. Pass `samplingKeyColumnName: \"GroupId\"`."));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data)|]; var model = ml.Ranking.Trainers.LightGbm(rowGroupColumnName: \"Shop\").Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2, null, 7)|]; var model = ml.Transforms.Conversion.Hash(\"GroupId\").Append(ml.Ranking.Trainers.FastTree()).Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"GroupId\"); var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = (TrainSet: data, TestSet: ml.Data.LoadFromTextFile<Row>(\"test.csv\")); var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, Environment.UserName); var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);", "var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: \"GroupId\"); var model = ml.Ranking.Trainers.LightGbm().Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data)|]; var model = ml.Ranking.Trainers.LightGbm(rowGroupColumnName: \"Query\").Fit(split.TrainSet); Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).DiscountedCumulativeGains[0]);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
