using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9005>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9005Tests
{
    private static readonly TestInputs Strategy = new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\ndata: { group: shop }\nsplits: { train: { files: rows.csv } }\n")],
    };

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = {|#0:ml.Data.TrainTestSplit(data, 0.2)|}; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Strategy,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "mlstrategy.yaml declares `shop` as the group that no split tears apart, but `ml.Data.TrainTestSplit` deals out single rows. Pass `samplingKeyColumnName: \"Shop\"`."));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("foreach (var split in [|ml.Data.CrossValidationSplit(data)|]) { var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    [InlineData("var folds = [|ml.Regression.CrossValidate(data, pipeline)|];")]
    [InlineData("var split = [|ml.Data.TrainTestSplit(ml.Data.Cache(data), testFraction: 0.2, seed: 3)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline, samplingKeyColumnName: \"Shop\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, \"Group\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, Environment.UserName); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var sample = ml.Data.TrainTestSplit(data, 0.1).TestSet; var model = pipeline.Fit(sample);")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>(\"other.csv\"), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var folds = [|ml.Regression.CrossValidate(data, pipeline)|];", "var folds = ml.Regression.CrossValidate(data, pipeline, samplingKeyColumnName: \"Shop\");")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody), Strategy);

    [Fact]
    public Task RandomSplitUnderATemporalPolicy_Fires() => Verify.VerifyAnalyzerAsync(
        Code.Program("var split = {|#0:ml.Data.TrainTestSplit(data, 0.2)|}; " + Code.FitAndScore),
        With("version: 1\ndata: { time: day }\nconsistency: { policy: temporal }\nsplits: { train: { files: rows.csv } }\n"),
        Verify.Diagnostic().WithLocation(0).WithMessage(
            "mlstrategy.yaml declares `day` as the time by which splits follow each other, but `ml.Data.TrainTestSplit` draws rows at random. Cut by time: filter the rows before a day, and those from it on."));

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\ndata: { time: day }\nsplits: { train: { files: rows.csv } }\n")]
    [InlineData("version: 1\ndata: { group: shop }\nsplits: { train: { files: other.csv } }\n")]
    [InlineData("version: 1\ndata: { group: shop }\nsplits: { train: { files: rows.csv } }\naccept: [{ rule: MLS9005, because: one row a shop }]\n")]
    public Task StrategyThatSaysNothingElse_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); " + Code.FitAndScore), With(strategy));

    private static TestInputs With(string strategy) => new() { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] };
}
