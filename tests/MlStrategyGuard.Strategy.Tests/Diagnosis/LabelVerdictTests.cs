using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class LabelVerdictTests
{
    [Theory]
    [InlineData(100, 30, 0.218949, 0.395849, LabelDecision.Correct)]
    [InlineData(100, 6, 0.02778, 0.12477, LabelDecision.Leave)]
    [InlineData(20, 4, 0.08066, 0.41602, LabelDecision.AuditMore)]
    [InlineData(1, 1, 0.20654, 1, LabelDecision.Correct)]
    public void ShareOfWrongLabels_IsComparedWithFifteenPercent(int examined, int mislabeled, double lower, double upper, LabelDecision decision)
    {
        var verdict = Of($"labels: {{ audit: {{ wrong_examined: {examined}, wrong_mislabeled: {mislabeled} }} }}")!;

        Assert.Equal(decision, verdict.Decision);
        Assert.Equal(lower, verdict.Lower, 4);
        Assert.Equal(upper, verdict.Upper, 4);
        Assert.Equal((double)mislabeled / examined, verdict.Share);
    }

    /// <summary>p(1 − p)·2.8²/h² with p = (m + 1)/(n + 2) and h the distance from 15 %, 1 % at least.</summary>
    [Theory]
    [InlineData(20, 4, 551)]
    [InlineData(20, 5, 156)]
    [InlineData(20, 2, 370)]
    [InlineData(100, 16, 10889)]
    [InlineData(1000, 155, 10306)]
    public void Undecided_SaysHowManyToExamine(int examined, int mislabeled, long needed) =>
        Assert.Equal(needed, Of($"labels: {{ audit: {{ wrong_examined: {examined}, wrong_mislabeled: {mislabeled} }} }}")!.MoreToExamine);

    [Fact]
    public void Decided_NeedsNoMore() =>
        Assert.Equal(0, Of("labels: { audit: { wrong_examined: 100, wrong_mislabeled: 30 } }")!.MoreToExamine);

    [Theory]
    [InlineData("2%", 10000, 20, 4, 200)]
    [InlineData("2.05%", 1000, 20, 4, 21)]
    [InlineData("20%", 10000, 20, 4, 551)]
    public void NoMoreIsAskedForThanThereAreErrors(string error, int rows, int examined, int mislabeled, long needed) =>
        Assert.InRange(
            Of($"errors: {{ dev: {{ error: {error}, rows: {rows} }} }}\nlabels: {{ audit: {{ wrong_examined: {examined}, wrong_mislabeled: {mislabeled} }} }}") is { Decision: LabelDecision.AuditMore } undecided ? undecided.MoreToExamine : needed,
            needed, needed);

    /// <summary>The factor √((E − n)/(E − 1)) on both sides of the share.</summary>
    [Theory]
    [InlineData(100, 30, 150, 0.25305, 0.35552)]
    [InlineData(20, 6, 22, 0.25231, 0.36758)]
    [InlineData(50, 10, 60, 0.16395, 0.25367)]
    [InlineData(20, 4, 20, 0.2, 0.2)]
    [InlineData(20, 4, 19, 0.08066, 0.41602)]
    public void ExaminedErrorsThatAreAGoodPartOfAll_NarrowTheInterval(int examined, int mislabeled, int errors, double lower, double upper)
    {
        var verdict = Of($"errors: {{ dev: {{ error: {errors / 1000.0}, rows: 1000 }} }}\nlabels: {{ audit: {{ wrong_examined: {examined}, wrong_mislabeled: {mislabeled} }} }}")!;

        Assert.Equal(lower, verdict.Lower, 4);
        Assert.Equal(upper, verdict.Upper, 4);
    }

    /// <summary>30 of 100: 21.9 to 39.6 %.</summary>
    [Theory]
    [InlineData("blurry: 20, great: 10", LabelDecision.Correct)]
    [InlineData("blurry: 10, great: 20", LabelDecision.Correct)]
    [InlineData("blurry: 10, great: 45", LabelDecision.Leave)]
    [InlineData("blurry: 45, great: 10", LabelDecision.Leave)]
    [InlineData("blurry: 30", LabelDecision.AuditMore)]
    [InlineData("blurry: 0", LabelDecision.Correct)]
    [InlineData("label: 45", LabelDecision.Correct)]
    [InlineData("Labels: 45", LabelDecision.Correct)]
    [InlineData("wrong label: 45", LabelDecision.Correct)]
    [InlineData("MISLABELED: 45", LabelDecision.Correct)]
    [InlineData("label on photo: 45", LabelDecision.Leave)]
    [InlineData("wrong colour: 45", LabelDecision.Leave)]
    [InlineData("blurry: { count: 45, fixable: 40% }", LabelDecision.Correct)]
    public void LabelsCompeteWithTheHighestOtherCeiling(string tags, LabelDecision decision) =>
        Assert.Equal(decision, Of($"error_analysis: {{ examined: 100, tags: {{ {tags} }} }}\n{Third}")!.Decision);

    /// <summary>At a dev error of 2 %, half a point is 25 % of the errors, a fifth of a point 10 %.</summary>
    [Theory]
    [InlineData("accuracy", "0.2%", "dev: 2%", LabelDecision.Correct)]
    [InlineData("accuracy", "0.5%", "dev: 2%", LabelDecision.AuditMore)]
    [InlineData("error_rate", "0.5%", "dev: 2%", LabelDecision.AuditMore)]
    [InlineData("accuracy", "1%", "dev: 2%", LabelDecision.Leave)]
    [InlineData("f1", "1%", "dev: 2%", LabelDecision.Correct)]
    [InlineData("accuracy", "1%", "train: 2%", LabelDecision.Correct)]
    [InlineData("accuracy", "1%", "dev: 0%", LabelDecision.Correct)]
    [InlineData("accuracy", "1%", "dev: 100%", LabelDecision.Correct)]
    public void LabelsCompeteWithTheSmallestDifference(string metric, string difference, string errors, LabelDecision decision) =>
        Assert.Equal(decision, Of($"metrics: {{ optimize: {metric}, min_difference: {difference} }}\nerrors: {{ {errors} }}\n{Third}")!.Decision);

    [Fact]
    public void OfCeilingAndDifference_TheSmallerCounts() =>
        Assert.Equal(LabelDecision.Correct, Of($"metrics: {{ optimize: accuracy, min_difference: 0.2% }}\nerrors: {{ dev: 2% }}\nerror_analysis: {{ examined: 100, tags: {{ blurry: 45 }} }}\n{Third}")!.Decision);

    [Theory]
    [InlineData("labels: { audit: { wrong_examined: 0, wrong_mislabeled: 0 } }")]
    [InlineData("labels: { audit: { wrong_examined: 10 } }")]
    [InlineData("labels: { audit: { wrong_mislabeled: 10 } }")]
    [InlineData("labels: { audit: { wrong_examined: 10, wrong_mislabeled: 11 } }")]
    [InlineData("labels: { corrected: [dev], audit: { wrong_examined: 100, wrong_mislabeled: 30 } }")]
    [InlineData("labels: { corrected: [test], audit: { wrong_examined: 100, wrong_mislabeled: 30 } }")]
    [InlineData("labels: { corrected: [train, test], audit: { wrong_examined: 100, wrong_mislabeled: 30 } }")]
    public void UnusableOrUsedUpAudit_HasNoVerdict(string labels) => Assert.Null(Of(labels));

    [Fact]
    public void LabelsCorrectedInTrainOnly_LeaveTheQuestionOpen() =>
        Assert.NotNull(Of("labels: { corrected: [train], audit: { wrong_examined: 100, wrong_mislabeled: 30 } }"));

    private const string Third = "labels: { audit: { wrong_examined: 100, wrong_mislabeled: 30 } }";

    private static LabelVerdict? Of(string text) => LabelVerdict.Of(StrategyReader.Read($"version: 1\n{text}\n").Strategy);
}
