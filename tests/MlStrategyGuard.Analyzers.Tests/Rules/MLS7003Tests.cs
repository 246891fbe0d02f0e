using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS7003>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS7003Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, {|#0:true|});"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Auto().CreateExperiment().SetDataset` lets trials learn from the first rows of `split.TrainSet` only, in the order of the file. Shuffle them first: `ShuffleRows(split.TrainSet, seed: 1)`."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, [|true|]);")]
    [InlineData("var valid = ml.Data.LoadFromTextFile<Row>(\"valid.csv\"); var experiment = ml.Auto().CreateExperiment(); experiment.SetDataset(data, valid, subSamplingTrainDataset: [|true|]);")]
    [InlineData("var rows = ml.Data.Cache(data); var experiment = ml.Auto().CreateExperiment(); experiment.SetDataset(rows, rows, subSamplingTrainDataset: [|true|]);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, false);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(ml.Data.ShuffleRows(split.TrainSet, seed: 3), split.TestSet, true);")]
    [InlineData("var split = ml.Data.TrainTestSplit(ml.Data.ShuffleRows(data, seed: 1), 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, true);")]
    [InlineData("var rows = ml.Data.LoadFromEnumerable(new List<Row>()); var experiment = ml.Auto().CreateExperiment().SetDataset(rows, rows, true);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, data.CanShuffle);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(split.TrainSet, split.TestSet, [|true|]);", "var split = ml.Data.TrainTestSplit(data, 0.2); var experiment = ml.Auto().CreateExperiment().SetDataset(ml.Data.ShuffleRows(split.TrainSet, seed: 1), split.TestSet, true);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));
}
