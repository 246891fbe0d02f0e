namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class AcceptedPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("", "Because: we know <b>both</b> (for good; line 3 of the strategy file)")]
    [InlineData(", until: 2027-03-31", "Because: we know <b>both</b> (until 2027-03-31; line 3 of the strategy file)")]
    public void AcceptedFinding_HasItsReasonAndItsEnd(string until, string sentence)
    {
        var page = _pages.Page($"version: 1\nmetrics: {{ optimize: [f1, recall] }}\naccept: [ {{ rule: MLS2002, because: 'we know <b>both</b>'{until} }} ]\n");

        var accepted = page.Descendants("section").Single(section => section.Attribute("id")!.Value == "accepted");
        Assert.Contains(accepted.Descendants("p"), p => p.Value == sentence);
        Assert.Contains("MLS2002", accepted.Value, StringComparison.Ordinal);
        Assert.Contains("None.", page.Descendants("section").Single(section => section.Attribute("id")!.Value == "findings").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingAccepted_IsNoPart() => Assert.Null(_pages.Part("version: 1\n", "accepted"));
}
