using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5209>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5209Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020);\nvar test = {|#0:ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2019)|}; var model = pipeline.Fit(train);\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2019)` holds the rows whose `A` is from 2019 up to 2020, and so does `ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020)` at line 11, which the model learns from: the score at line 13 is in part a training score. Let the one begin where the other ends."));

    [Theory]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020); var test = [|ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2019)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 0, upperBound: 10); var test = [|ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 5)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 5); var test = [|ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 6)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByKeyColumnFraction(data, \"ShopId\", upperBound: 0.8); var test = [|ml.Data.FilterRowsByKeyColumnFraction(data, \"ShopId\", lowerBound: 0.7)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = [|ml.Data.SkipRows(data, 700)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("const int Cut = 800; var train = ml.Data.TakeRows(data, Cut); var test = [|ml.Data.SkipRows(data, Cut - 1)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Take(800)); var test = ml.Data.LoadFromEnumerable([|rows.Skip(799)|]); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var sorted = rows.OrderBy(row => row.Day).ToList(); var train = ml.Data.LoadFromEnumerable(sorted.Take(800)); var test = ml.Data.LoadFromEnumerable([|sorted.Skip(700)|]); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.GetRange(0, 800)); var test = ml.Data.LoadFromEnumerable([|rows.GetRange(700, 300)|]); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(ml.Data.SkipRows(data, 100), 100); var test = [|ml.Data.SkipRows(data, 150)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = [|ml.Data.TakeRows(data, 200)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020); var test = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2020); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2019); var test = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2020); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020); var test = ml.Data.FilterRowsByColumn(data, \"B\", 2019); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = ml.Data.SkipRows(data, 800); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, data.GetRowCount() ?? 800); var test = ml.Data.SkipRows(data, 700); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = ml.Data.SkipRows(ml.Data.LoadFromTextFile<Row>(\"other.csv\"), 700); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(ml.Data.SkipRows(data, 100), 100); var test = ml.Data.TakeRows(data, 100); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Take(800)); var test = ml.Data.LoadFromEnumerable(rows.Skip(800)); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.OrderBy(row => row.Day).Take(800)); var test = ml.Data.LoadFromEnumerable(rows.OrderByDescending(row => row.Day).Take(200)); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Take(800)); var test = ml.Data.LoadFromEnumerable(Enumerable.Reverse(rows).Take(200)); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Where(row => row.A > 1).Take(800)); var test = ml.Data.LoadFromEnumerable(rows.Where(row => row.A < 1).Skip(700)); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = ml.Data.SkipRows(data, 800); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.TakeRows(data, 200))).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = ml.Data.SkipRows(data, 700); var model = pipeline.Fit(train); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("for (var i = 1; i < 5; i++) { var train = ml.Data.TakeRows(data, i * 100); var test = ml.Data.TakeRows(ml.Data.SkipRows(data, i * 100), 100); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared); }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var train = ml.Data.TakeRows(split.TrainSet, 800); var test = ml.Data.SkipRows(split.TestSet, 700); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020); var test = [|ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2019)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var train = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 2020); var test = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 2020); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 5); var test = [|ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 6)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var train = ml.Data.FilterRowsByColumn(data, \"A\", lowerBound: 5); var test = ml.Data.FilterRowsByColumn(data, \"A\", upperBound: 5); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = [|ml.Data.SkipRows(data, 700)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var train = ml.Data.TakeRows(data, 800); var test = ml.Data.SkipRows(data, 800); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Take(800)); var test = ml.Data.LoadFromEnumerable([|rows.Skip( /* rest */ 799)|]); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);", "var rows = ml.Data.CreateEnumerable<Row>(data, false).ToList(); var train = ml.Data.LoadFromEnumerable(rows.Take(800)); var test = ml.Data.LoadFromEnumerable(rows.Skip( /* rest */ 800)); var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("const int Cut = 800; var train = ml.Data.TakeRows(data, Cut); var test = [|ml.Data.SkipRows(data, Cut - 1)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.TakeRows(data, 800); var test = [|ml.Data.TakeRows(data, 200)|]; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
