using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS7004>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS7004Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var experiment = {|#0:ml.Auto().CreateExperiment()|}.SetDataset(data, 5);\nvar result = experiment.Run();"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`experiment.Run` at line 12 runs this search without a budget: it takes the library's limit, a day. Set one, such as `.SetTrainingTimeInSeconds(600)`."));

    [Theory]
    [InlineData("var result = [|ml.Auto().CreateExperiment()|].SetDataset(data, 5).SetRegressionMetric(RegressionMetric.RSquared).Run();")]
    [InlineData("var experiment = [|ml.Auto().CreateExperiment()|]; experiment.SetDataset(data, 5); Console.WriteLine(experiment.RunAsync().Result.Metric);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var result = ml.Auto().CreateExperiment().SetDataset(data, 5).SetTrainingTimeInSeconds(60).Run();")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5); experiment.SetMaxModelToExplore(20); experiment.Run();")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5); if (data.CanShuffle) experiment.SetTrainingTimeInSeconds(60); experiment.Run();")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5); Limit(experiment); experiment.Run(); static void Limit(AutoMLExperiment one) => one.SetTrainingTimeInSeconds(5);")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5); using var stop = new System.Threading.CancellationTokenSource(1000); experiment.RunAsync(stop.Token).Wait();")]
    [InlineData("var experiment = ml.Auto().CreateExperiment().SetDataset(data, 5);")]
    [InlineData("ml.Auto().CreateRegressionExperiment(60).Execute(data);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var result = [|ml.Auto().CreateExperiment()|].SetDataset(data, 5).Run();", "var result = ml.Auto().CreateExperiment().SetTrainingTimeInSeconds(600).SetDataset(data, 5).Run();")]
    [InlineData("var experiment = [|ml.Auto().CreateExperiment()|];\n// five folds\nexperiment.SetDataset(data, 5); experiment.Run();", "var experiment = ml.Auto().CreateExperiment().SetTrainingTimeInSeconds(600);\n// five folds\nexperiment.SetDataset(data, 5); experiment.Run();")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
