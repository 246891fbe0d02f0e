using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8105>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8105Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var rows = ml.Data.LoadFromTextFile<Row>(\"logs/day-*.csv\");\nvar split = {|#0:ml.Data.TrainTestSplit(rows, 0.2)|}; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.TrainTestSplit` deals out rows of `day-*.csv` by their place: when a file is added, the test set is dealt anew, and scores of before and after can't be compared. Pass a sampling key, or keep the test rows in a file of their own."));

    [Theory]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"logs/*\"); var split = [|ml.Data.TrainTestSplit(rows, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(System.IO.Path.Combine(\"logs\", \"*.csv\")); var split = [|ml.Data.TrainTestSplit(ml.Data.ShuffleRows(rows, seed: 1), 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"logs/day.csv\"); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"logs/*\"); var split = ml.Data.TrainTestSplit(rows, 0.2, samplingKeyColumnName: \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(System.IO.Path.Combine(\"logs\", Console.ReadLine()!)); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"logs/*\"); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var rows = ml.Data.LoadFromTextFile<Row>(\"logs/*\"); var model = pipeline.Fit(rows); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
