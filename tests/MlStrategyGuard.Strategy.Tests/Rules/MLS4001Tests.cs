namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4001Tests : MarkedTest
{
    protected override string Rule => "MLS4001 Warning";

    [Fact]
    public void SourceSmallerThanTheTarget_DoesNotPay() =>
        Fires("version: 1\ntransfer: { from: { input: image, examples: ‸10000 }, to: { input: image, examples: 200000 } }", "10,000", "200,000");

    [Fact]
    public void FarMoreSourceData_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image, examples: 1000000 }, to: { input: image, examples: 100 } }");

    [Fact]
    public void SourceOfUnknownSize_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 200000 } }");
}
