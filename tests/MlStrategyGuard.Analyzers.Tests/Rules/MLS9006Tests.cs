using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS9006>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS9006Tests
{
    private static readonly TestInputs Strategy = new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\ndata: { label: user_id }\nsplits: { train: { files: rows.csv }, test: { files: test.csv } }\n")],
    };

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var model = {|#0:ml.Regression.Trainers.Sdca()|}.Fit(data);"),
            Strategy,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Regression.Trainers.Sdca` learns `Label`, but mlstrategy.yaml declares `user_id` as the label, which the rows have as `UserId`. Learn that column, or change the declaration."));

    [Theory]
    [InlineData("var model = [|ml.Regression.Trainers.Sdca()|].Fit(data);")]
    [InlineData("var model = ml.Regression.Trainers.Sdca([|\"B\"|]).Fit(data);")]
    [InlineData("var model = ml.Transforms.CopyColumns(\"Target\", \"B\").Append(ml.Regression.Trainers.Sdca([|\"Target\"|])).Fit(data);")]
    [InlineData("var part = ml.Data.TrainTestSplit(data, 0.2); var model = [|ml.Regression.Trainers.FastTree()|].Fit(part.TrainSet);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var model = ml.Regression.Trainers.Sdca(\"UserId\").Fit(data);")]
    [InlineData("var model = ml.Transforms.CopyColumns(\"Label\", \"UserId\").Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var other = ml.Data.LoadFromTextFile<Row>(\"other.csv\"); var model = ml.Regression.Trainers.Sdca().Fit(other);")]
    [InlineData("var model = ml.Clustering.Trainers.KMeans(\"Features\").Fit(data);")]
    [InlineData("var name = Environment.UserName; var model = ml.Regression.Trainers.Sdca(name).Fit(data);")]
    [InlineData("var rows = ml.Data.LoadFromTextFile<Other>(\"rows.csv\"); var model = ml.Regression.Trainers.Sdca().Fit(rows); } public sealed class Other { public float Label { get; set; }")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body), Strategy);

    [Theory]
    [InlineData("var model = ml.Regression.Trainers.Sdca([|\"B\"|]).Fit(data);", "var model = ml.Regression.Trainers.Sdca(\"UserId\").Fit(data);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody), Strategy);

    [Theory]
    [InlineData("var model = ml.Transforms.CopyColumns(\"Target\", \"B\").Append(ml.Regression.Trainers.Sdca([|\"Target\"|])).Fit(data);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body), Strategy);

    [Theory]
    [InlineData("version: 1\n")]
    [InlineData("version: 1\ndata: { label: Label }\nsplits: { train: { files: rows.csv } }\n")]
    [InlineData("version: 1\ndata: { label: user_id }\nsplits: { train: { files: elsewhere.csv } }\n")]
    [InlineData("version: 1\ndata: { label: user_id }\nsplits: { train: { files: rows.csv } }\nmulti_task: { tasks: { one: Label, two: user_id } }\n")]
    [InlineData("version: 1\ndata: { label: user_id }\nsplits: { train: { files: rows.csv } }\naccept: [{ rule: MLS9006, because: a helper model }]\n")]
    public Task StrategyThatSaysNothingElse_IsSilent(string strategy) => Verify.VerifyAnalyzerAsync(
        Code.Program("var model = ml.Regression.Trainers.Sdca().Fit(data);"), new TestInputs { AdditionalFiles = [("/project/mlstrategy.yaml", strategy)] });
}
