namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4003Tests : MarkedTest
{
    protected override string Rule => "MLS4003 Warning";

    [Fact]
    public void WholeNetworkOnFewExamples_Overfits() =>
        Fires("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 200 }, retrain: ‸all }", "200 target examples", "last layer or two");

    [Fact]
    public void LastLayerOnMany_WastesThem() =>
        Fires("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 500000 }, retrain: ‸last_layer }", "500,000", "Fine-tune");

    [Fact]
    public void LastLayerOnFew_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 200 }, retrain: last_layer }");

    [Fact]
    public void WholeNetworkOnMany_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 200000 }, retrain: all }");

    [Fact]
    public void WholeNetworkInBetween_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 5000 }, retrain: all }");

    [Fact]
    public void LastLayersOnMany_IsQuiet() =>
        IsQuiet("version: 1\ntransfer: { from: { input: image }, to: { input: image, examples: 500000 }, retrain: last_layers }");
}
