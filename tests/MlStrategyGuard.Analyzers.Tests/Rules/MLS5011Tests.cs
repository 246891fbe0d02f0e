using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5011>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5011Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); \nvar mixed = {|#0:rows.OrderBy(_ => random.Next())|};\nvar split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(mixed));\nvar model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`rows.OrderBy(_ => random.Next())` gives another order at every pass, and the split at line 13 goes by position: rows move between train and test. End the query with `.ToList()`."));

    [Theory]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable([|rows.OrderBy(_ => random.Next())|]); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable([|rows.OrderBy(row => Guid.NewGuid())|]); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable([|rows.OrderByDescending(_ => random.NextDouble())|].Where(row => row.A > 0)); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("IEnumerable<Row> given = Given(); var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable([|given.OrderBy(_ => Random.Shared.Next())|]), 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); } private static IEnumerable<Row> Given() { return Array.Empty<Row>().AsQueryable();")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(_ => random.Next()).ToList()); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(row => row.A)); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(row => row.Day).ToArray()); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(_ => random.Next())); var model = pipeline.Fit(view); ml.Model.Save(model, null, \"m.zip\");")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable([|rows.OrderBy(_ => random.Next())|]); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(_ => random.Next()).ToList()); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable([|rows.OrderBy(_ => Guid.NewGuid())|]); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);", "var rows = ml.Data.CreateEnumerable<Row>(data, false); var random = new Random(1); var view = ml.Data.LoadFromEnumerable(rows.OrderBy(_ => Guid.NewGuid()).ToList()); var split = ml.Data.TrainTestSplit(view, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
