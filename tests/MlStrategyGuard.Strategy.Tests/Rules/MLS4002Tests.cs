namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4002Tests : MarkedTest
{
    protected override string Rule => "MLS4002 Error";

    [Fact]
    public void AudioToImages_CarriesNothingOver() =>
        Fires("version: 1\ntransfer: { from: { input: audio }, to: { input: ‸image } }", "'audio'", "'image'");

    [Fact]
    public void TabularToText_CarriesNothingOver() =>
        Fires("version: 1\ntransfer: { from: { input: tabular rows }, to: { input: ‸sentences } }", "same kind");

    [Fact]
    public void SameKind_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: Image } }");

    [Fact]
    public void OtherWordsForOneKind_AreQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: ImageNet photos }, to: { input: x-ray scans } }");

    [Fact]
    public void SpeechIsAudio_Quiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: speech }, to: { input: audio } }");

    [Fact]
    public void FramesOfVideo_AreImages() =>
        IsQuiet("version: 1\ntransfer: { from: { input: images }, to: { input: video } }");

    [Fact]
    public void SharedUnknownWord_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: point clouds }, to: { input: lidar point cloud } }");

    [Fact]
    public void KindUnknown_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { examples: 9000 }, to: { input: image } }");

    [Fact]
    public void KindThatNobodyKnows_IsAWarningOnly()
    {
        var finding = Assert.Single(Of("version: 1\ntransfer: { from: { input: molecules }, to: { input: image } }").Findings);

        Assert.Equal("MLS4002 Warning 2:54", Place(finding));
        Assert.Contains("give both the same name", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ball, car", "balls")]
    [InlineData("gps", "gps")]
    [InlineData(" , ", "image")]
    [InlineData("image", " / ")]
    [InlineData("video clips", "photos")]
    public void SameThingInOtherWords_IsSilent(string from, string to) =>
        Assert.Empty(Places("MLS4002", $"version: 1\ntransfer: {{ from: {{ input: '{from}' }}, to: {{ input: '{to}' }} }}"));

    [Theory]
    [InlineData("image", "molecule")]
    [InlineData("molecule", "image")]
    [InlineData("molecule", "graph")]
    public void UnknownKind_IsAWarningOnly(string from, string to) =>
        Assert.StartsWith("MLS4002 Warning", Assert.Single(Places("MLS4002", $"version: 1\ntransfer: {{ from: {{ input: {from} }}, to: {{ input: {to} }} }}")), StringComparison.Ordinal);
}
