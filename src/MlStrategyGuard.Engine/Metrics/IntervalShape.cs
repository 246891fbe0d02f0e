namespace MlStrategyGuard.Engine.Metrics;

/// <summary>The scale on which a metric's noise is nearly normal.</summary>
internal enum IntervalShape
{
    /// <summary>A share of 0–1 of rows: Wilson's score interval on as many rows as explain its noise.</summary>
    Counted,

    /// <summary>Within 0–1, but no share of rows: normal on the scale of log odds.</summary>
    Odds,

    /// <summary>Within −1 and 1: normal on Fisher's scale.</summary>
    Correlation,

    /// <summary>A mean, zero at least: Student's t with a correction for skewness.</summary>
    Positive,

    /// <summary>An area under a ROC curve: as <see cref="Odds"/>, and Newcombe's interval where few rows make its noise.</summary>
    Area,

    /// <summary>A mean of errors without any limit: as <see cref="Positive"/>, and above also what a heavy tail hides.</summary>
    Unlimited,

    /// <summary>A ratio of two sums of such errors: the same care on both sides.</summary>
    Ratio,

    /// <summary>Anything: Student's t.</summary>
    Open,
}
