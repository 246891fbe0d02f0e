using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9004>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9004Tests
{
    private static readonly TestInputs Strategy = new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits: { train: { files: rows.csv }, train_dev: { files: between.csv }, dev: { files: dev.csv } }\n")],
    };

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate({|#0:model.Transform(dev)|}).RSquared);"),
            Strategy,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`model.Transform(dev)` is the dev set; mlstrategy.yaml declares train_dev too, but no code of this project mentions `between.csv`, and the strategy has no figure of it: variance and data mismatch can't be told apart. Measure the model on train_dev as well."));

    [Theory]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(dev)|]).RSquared);")]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(System.IO.Path.Combine(\"..\", \"dev.csv\")); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(dev)|]).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.1); var model = pipeline.Fit(split.TrainSet); var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); Console.WriteLine(ml.Regression.Evaluate([|model.Transform(dev)|]).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared); var between = ml.Data.LoadFromTextFile<Row>(\"between.csv\"); Console.WriteLine(ml.Regression.Evaluate(model.Transform(between)).RSquared);")]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared); Console.WriteLine(\"data/between.csv is measured by night\");")]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"other.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared);")]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared); var more = ml.Data.LoadFromTextFile<Row>(Console.ReadLine()!); Console.WriteLine(ml.Regression.Evaluate(model.Transform(more)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = ml.Model.Load(\"m.zip\", out _); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, dev: { files: dev.csv } }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, train_dev: { rows: 500 }, dev: { files: dev.csv } }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, train_dev: { files: between.csv }, dev: { files: dev.csv } }\nerrors: { train: 0.1, train_dev: 0.12, dev: 0.2 }\n")]
    [InlineData("version: 1\nsplits: { train: { files: rows.csv }, train_dev: { files: between.csv }, dev: { files: dev.csv } }\naccept: [{ rule: MLS9004, because: measured by night }]\n")]
    public Task StrategyThatSaysNothingElse_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var dev = ml.Data.LoadFromTextFile<Row>(\"dev.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared);"),
        new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] });
}
