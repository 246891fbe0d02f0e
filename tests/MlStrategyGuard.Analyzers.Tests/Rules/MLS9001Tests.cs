using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9001>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9001Tests
{
    private const string Splits =
        "version: 1\nsplits:\n  train: { files: data/train-*.csv }\n  dev: { files: data/dev.csv }\n  test: { files: [data/test.csv, more/test/*.tsv] }\n";

    [Theory]
    [InlineData("data/test.csv", "test")]
    [InlineData("../../data/test.csv", "test")]
    [InlineData("C:\\\\data\\\\dev.csv", "dev")]
    [InlineData("more/test/17.tsv", "test")]
    public Task FitOnADeclaredFile_Fires(string path, string split) =>
        Verify.VerifyAnalyzerAsync(
            Code.Program($"var rows = ml.Data.LoadFromTextFile<Row>(\"{path}\");\nvar model = pipeline.Fit({{|#0:rows|}});"),
            With(Splits),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                $"`rows` comes from `{path.Split('/', '\\')[^1]}`, which mlstrategy.yaml declares as {split}; `pipeline.Fit` learns from it. Fit on the training files."));

    [Theory]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(System.IO.Path.Combine(Environment.CurrentDirectory, \"data\", \"dev.csv\")); var model = pipeline.Fit([|rows|]);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"data/dev.csv\"); var split = ml.Data.TrainTestSplit(rows); var model = pipeline.Fit([|split.TrainSet|]); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task PathMadeOfPieces_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), With(Splits));

    [Theory]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"data/train-1.csv\"); var model = pipeline.Fit(rows);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"elsewhere/test.csv\"); var model = pipeline.Fit(rows);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(Environment.UserName + \"dev.csv\"); var model = pipeline.Fit(rows);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"data/test.csv\"); var model = ml.Transforms.CopyColumns(\"C\", \"A\").Fit(rows);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Row>(\"data/test.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(rows)).RSquared); var shipped = pipeline.Fit(rows); ml.Model.Save(shipped, null, \"m.zip\");")]
    public Task OtherFilesAndTheLastRefit_AreSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), With(Splits));

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\nsplits:\n  train: { files: data/test.csv, where: { part: a } }\n  test: { files: data/test.csv, where: { part: b } }\n")]
    [InlineData("version: 1\nsplits:\n  train: { files: data/*.csv }\n  test: { files: data/test.csv }\n")]
    [InlineData("version: 1\nsplits: { test: { files: data/test.csv } }\naccept: [{ rule: MLS9001, where: Test.cs, because: a demonstration }]\n")]
    [InlineData("splits: [")]
    public Task NoStrategyOrOneThatDoesNotSay_IsSilent(string strategy) =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var rows = ml.Data.LoadFromTextFile<Row>(\"data/test.csv\"); var model = pipeline.Fit(rows);"), With(strategy));

    [Fact]
    public async Task Finding_PointsAtTheDeclaration()
    {
        var source = Code.Program("var rows = ml.Data.LoadFromTextFile<Row>(\"data/dev.csv\"); var model = pipeline.Fit(rows);");
        var found = Assert.Single(await TestProject.DiagnoseAsync(TestProject.Create(source, With(Splits)), new TrainingCodeAnalyzer()));

        var declared = found.AdditionalLocations[^1].GetLineSpan();
        Assert.Equal(("/project/mlstrategy.yaml", 3, "  dev: { files: ".Length), (declared.Path, declared.StartLinePosition.Line, declared.StartLinePosition.Character));
    }

    private static TestInputs With(string strategy) => new() { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] };
}
