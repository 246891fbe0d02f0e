using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5111>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5111Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = {|#0:ml.Data.TrainTestSplit(data, 0.2)|};\nvar model = pipeline.Fit(split.TrainSet);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "The test part of this split is never used, though `pipeline.Fit` at line 12 learns from the rest. Evaluate on it once, or don't hold it out."));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = pipeline.Fit(split.TrainSet); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("var train = [|ml.Data.TrainTestSplit(data, 0.2)|].TrainSet; var model = pipeline.Fit(train); Console.WriteLine(ml.Regression.Evaluate(model.Transform(train)).RSquared);")]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; Console.WriteLine(ml.Regression.CrossValidate(split.TrainSet, pipeline).Length); var model = pipeline.Fit(split.TrainSet);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); System.IO.File.WriteAllText(\"n\", $\"{split.TestSet.GetRowCount()}\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); Console.WriteLine(split.TrainSet.GetRowCount());")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Keep = split; } internal static DataOperationsCatalog.TrainTestData Keep { get; private set; } static void Other() {")]
    [InlineData("foreach (var fold in ml.Data.CrossValidationSplit(data)) { var model = pipeline.Fit(fold.TrainSet); }")]
    [InlineData("foreach (var part in new[] { ml.Data.TrainTestSplit(data, 0.2) }) { var model = pipeline.Fit(part.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(part.TestSet)).RSquared); }")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
