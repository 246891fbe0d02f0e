namespace MlStrategyGuard;

/// <summary>The dev error as a share of wrong rows, which error analysis and label audits speak of.</summary>
internal static class ErrorRate
{
    /// <summary>The dev rung as an error rate; null if the ladder is in a metric that doesn't count wrong rows.</summary>
    public static Rung? OfDev(Strategy strategy)
    {
        if (strategy.Errors is not { } errors || errors.Find("dev") is not { Error: >= 0 and <= 1 } dev)
            return null;
        return MetricCatalogue.Find(dev.Metric?.Value ?? errors.Metric?.Value ?? "error_rate")?.Name switch
        {
            "error_rate" => dev,
            "accuracy" => dev with { Error = 1 - dev.Error },
            _ => null,
        };
    }
}
