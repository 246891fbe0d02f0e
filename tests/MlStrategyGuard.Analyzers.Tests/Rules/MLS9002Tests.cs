using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9002>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9002Tests
{
    private static readonly TestInputs Strategy = new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits: { train: { files: rows.csv }, dev: { files: holdout_dev.csv }, test: { files: holdout_test.csv } }\n")],
    };

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate({|#0:model.Transform(other)|}).RSquared);"),
            Strategy,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`model.Transform(other)` holds rows of `old.csv`, which mlstrategy.yaml doesn't declare, and no code of this project mentions `holdout_dev.csv` or `holdout_test.csv`. Measure on the declared set, or declare this one."));

    [Theory]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(other)|]).RSquared);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(System.IO.Path.Combine(\"data\", \"old.csv\")); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(other)|]).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.1); var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(split.TrainSet); var scored = model.Transform(other); Console.WriteLine(ml.Regression.Evaluate([|scored|]).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"holdout_dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared); var dev = ml.Data.LoadFromTextFile<Row>(\"holdout_dev.csv\"); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared); Console.WriteLine(\"see holdout_test\");")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(Console.ReadLine()!); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.TakeRows(data, 100))).RSquared);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared); Console.WriteLine(new Lazy<ITransformer>(model).Value);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"more.csv\"); var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(rows); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv } }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, dev: { files: \"dev/*\" } }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, dev: { files: old.csv } }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, dev: { files: holdout_dev.csv } }\naccept: [{ rule: MLS9002, because: a side study }]\n")]
    public Task StrategyThatSaysNothingElse_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var other = ml.Data.LoadFromTextFile<Row>(\"old.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(other)).RSquared);"),
        new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] });
}
