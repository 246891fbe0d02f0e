using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5006>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5006Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2);\nvar all = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Concat(ml.Data.CreateEnumerable<Row>(split.TestSet, false)));\nvar model = pipeline.Fit({|#0:all|});\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`all` joins other rows with the test part of the split at line 11; `pipeline.Fit` learns from them all, and the score at line 14 is measured on that part. Leave the test rows out, or measure before this refit."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var all = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Concat(ml.Data.CreateEnumerable<Row>(split.TestSet, false))); var model = pipeline.Fit([|all|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var rows = ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Union(ml.Data.CreateEnumerable<Row>(split.TestSet, false)).ToList(); var model = pipeline.Fit([|ml.Data.LoadFromEnumerable(rows)|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); var all = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Concat(ml.Data.CreateEnumerable<Row>(split.TestSet, false))); var shipped = pipeline.Fit(all); ml.Model.Save(shipped, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var more = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>(\"more.csv\"), false); var model = pipeline.Fit(ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Concat(more))); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TrainSet, false).Concat(Enumerable.Empty<Row>()))); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
