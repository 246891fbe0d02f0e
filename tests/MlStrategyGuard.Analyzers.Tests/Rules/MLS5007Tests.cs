using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5007>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5007Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var more = {|#0:ml.Data.BootstrapSample(data, seed: 1)|};\nvar split = ml.Data.TrainTestSplit(more, 0.2);\nvar model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.BootstrapSample` repeats rows before `ml.Data.TrainTestSplit` at line 12 deals them out: copies of one row lie on both sides, and the score at line 13 is measured on rows that the model has seen. Split first, and repeat rows of the training part only."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit([|ml.Data.BootstrapSample(data)|], 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("data = [|ml.Data.BootstrapSample(data, seed: 3)|]; data = ml.Data.ShuffleRows(data, seed: 1); var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("data = [|ml.Data.BootstrapSample(data)|]; foreach (var split in ml.Data.CrossValidationSplit(data)) { var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    [InlineData("var folds = ml.Regression.CrossValidate([|ml.Data.BootstrapSample(data)|], pipeline);")]
    [InlineData("var more = [|Twice(ml.Data.CreateEnumerable<Row>(data, false).ToList())|]; var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(more), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); static List<Row> Twice(List<Row> rows) => rows.Concat(rows).ToList();")]
    [InlineData("var outer = ml.Data.TrainTestSplit([|ml.Data.BootstrapSample(data)|], 0.2); var split = ml.Data.TrainTestSplit(outer.TrainSet, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(outer.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = [|rows.Concat(rows.Where(row => row.Label))|].ToList(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var rare = rows.Where(row => row.Label).ToList(); var all = [|rows.Concat(rare)|].Concat(rare).ToList(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = [|rows.Concat(rows.Select(row => new Row { A = row.A + 0.1f, B = row.B, Label = row.Label }))|]; var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.BootstrapSample(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.LoadFromEnumerable(Twice(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).ToList()))); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); static List<Row> Twice(List<Row> rows) => rows.Concat(rows).ToList();")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.BootstrapSample(data), 0.2, samplingKeyColumnName: \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.BootstrapSample(data, seed: 1, complement: true), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.BootstrapSample(data, 1, data.CanShuffle), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.BootstrapSample(data), 0.2); var model = pipeline.Fit(split.TrainSet); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("var model = pipeline.Fit(ml.Data.BootstrapSample(data, seed: 1)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.BootstrapSample(data, seed: 1, complement: true))).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = rows.Concat(rows.Where(row => row.Label)).Distinct().ToList(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = rows.Union(rows.Where(row => row.Label)).ToList(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = rows.Where(row => row.Label).Concat(rows.Where(row => !row.Label)); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var all = rows.Select(row => new Row { A = row.A }).Concat(rows.Select(row => new Row { A = row.B })); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(all), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var more = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>(\"more.csv\"), false); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(rows.Concat(more)), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var rows = ml.Data.CreateEnumerable<Row>(split.TrainSet, false).ToList(); var model = pipeline.Fit(ml.Data.LoadFromEnumerable(rows.Concat(rows.Where(row => row.Label)))); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit([|ml.Data.BootstrapSample(data, seed: 1)|], 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.BootstrapSample(split.TrainSet, seed: 1)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var more = [|ml.Data.BootstrapSample(data)|];\n// deal\nvar split = ml.Data.TrainTestSplit(more, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "// deal\nvar split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.BootstrapSample(split.TrainSet)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("data = [|ml.Data.BootstrapSample(data)|]; var split = ml.Data.TrainTestSplit(data, 0.2); var train = split.TrainSet; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var split = ml.Data.TrainTestSplit(data, 0.2); var train = ml.Data.BootstrapSample(split.TrainSet); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("data = [|ml.Data.BootstrapSample(data)|]; Console.WriteLine(data.GetRowCount()); var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate([|ml.Data.BootstrapSample(data)|], pipeline);")]
    [InlineData("var split = ml.Data.TrainTestSplit([|ml.Data.BootstrapSample(data)|], 0.2); Console.WriteLine(split.TrainSet.GetRowCount()); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable([|rows.Concat(rows)|]), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
