using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5212>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5212Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); \nConsole.WriteLine(ml.Regression.Evaluate(model.Transform({|#0:ml.Data.BootstrapSample(split.TestSet)|})).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.BootstrapSample` repeats some rows of the test part of the split at line 11 and may leave others out; the score at line 12 is measured on that instead of the set itself. Measure on the set as it is."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.BootstrapSample(split.TestSet)|])).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var test = [|ml.Data.BootstrapSample(split.TestSet, seed: 1)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.Cache(test))).RSquared);")]
    [InlineData("var outer = ml.Data.TrainTestSplit(data, 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.BootstrapSample(split.TestSet)|])).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); var rows = ml.Data.CreateEnumerable<Row>(split.TestSet, false).ToList(); var test = ml.Data.LoadFromEnumerable([|rows.Concat(rows.Where(row => row.Label))|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.BootstrapSample(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); for (var i = 0; i < 1000; i++) Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: i))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: 1))).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: 2))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed: 1, complement: true))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TrainSet))).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); foreach (var seed in Enumerable.Range(0, 100).Select(seed => ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(split.TestSet, seed))).RSquared)) Console.WriteLine(seed);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(ml.Data.LoadFromTextFile<Row>(\"other.csv\")))).RSquared);")]
    [InlineData("var model = pipeline.Fit(ml.Data.BootstrapSample(data, seed: 1)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(data, seed: 1, complement: true))).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform([|ml.Data.BootstrapSample(split.TestSet, seed: 1)|])).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var test = [|ml.Data.BootstrapSample(split.TestSet)|]; // all\nvar model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var test = split.TestSet; // all\nvar model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); var rows = ml.Data.CreateEnumerable<Row>(split.TestSet, false).ToList(); var test = ml.Data.LoadFromEnumerable([|rows.Concat(rows.Where(row => row.Label))|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));

    [Fact]
    public Task FileThatTheStrategyDeclares_Fires() => Verify.VerifyAnalyzerAsync(
        Code.Program("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform({|#0:ml.Data.BootstrapSample(ml.Data.LoadFromTextFile<Row>(\"dev.csv\"))|})).RSquared);"),
        new Verifiers.TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits: { train: { files: rows.csv }, dev: { files: dev.csv } }\n")] },
        Verify.Diagnostic().WithLocation(0).WithMessage(
            "`ml.Data.BootstrapSample` repeats some rows of `dev.csv`, which the strategy declares dev and may leave others out; the score at line 11 is measured on that instead of the set itself. Measure on the set as it is."));
}
