using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5005>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5005Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var test = {|#0:ml.Data.LoadFromTextFile<Row>(\"rows.csv\")|};\nvar model = pipeline.Fit(data);\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.LoadFromTextFile<Row>(\"rows.csv\")` reads `rows.csv`, which line 9 reads too; the model that was fitted on that one is measured on this one at line 13. All its rows were seen: read a file that holds other rows, or split this one."));

    [Theory]
    [InlineData("var test = [|ml.Data.LoadFromTextFile<Row>(\"rows.csv\")|]; var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("const string path = \"rows.csv\"; var test = ml.Data.Cache([|ml.Data.LoadFromTextFile<Row>(path)|]); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var loader = ml.Data.CreateTextLoader<Row>(); var a = loader.Load(\"x.csv\"); var b = [|loader.Load(\"x.csv\")|]; var model = pipeline.Fit(a); Console.WriteLine(ml.Regression.Evaluate(model.Transform(b)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var folder = Environment.GetFolderPath(default); var a = ml.Data.LoadFromTextFile<Row>(folder + \"/rows.csv\"); var b = ml.Data.LoadFromTextFile<Row>(Environment.CurrentDirectory + \"/rows.csv\"); var model = pipeline.Fit(a); Console.WriteLine(ml.Regression.Evaluate(model.Transform(b)).RSquared);")]
    [InlineData("var test = ml.Data.SkipRows(ml.Data.LoadFromTextFile<Row>(\"rows.csv\"), 100); var model = pipeline.Fit(ml.Data.TakeRows(data, 100)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("System.IO.File.Copy(\"other.csv\", \"rows.csv\", true); var test = ml.Data.LoadFromTextFile<Row>(\"rows.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.LoadFromTextFile<Row>(\"rows.csv\"); var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(train)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
