namespace MlStrategyGuard;

/// <summary>
/// The dev error that there would be with right labels, from an audit of wrong and of right predictions: of the wrong
/// ones a share a is right in truth, of the right ones a share b is wrong, so it is e − e·a + (1 − e)·b. Correcting wrong
/// predictions only leaves out the last term, and with it the sign of the change.
/// </summary>
/// <param name="Value">The error.</param>
/// <param name="Lower">Its lower limit at 95 %.</param>
/// <param name="Upper">Its upper limit.</param>
public sealed record CorrectedError(double Value, double Lower, double Upper)
{
    private const double Confidence = 0.95;

    /// <summary>Below this error most rows are right predictions, and wrong labels hide among them.</summary>
    internal const double SmallError = 0.05;

    /// <summary>Right predictions to look at then, at least.</summary>
    internal const long EnoughRight = 100;

    /// <summary>
    /// The error of a strategy's audit; null without a dev error rate or counts of both, and if the counts contradict each
    /// other or too few right predictions were looked at. The limits are the MOVER's (Zou and Donner 2008), which puts
    /// together Wilson's limits of the three shares and, other than their variances, is right where a count is zero.
    /// </summary>
    public static CorrectedError? Of(Strategy strategy)
    {
        if (ErrorRate.OfDev(strategy) is not { } dev
            || strategy.Labels?.Audit is not { WrongExamined.Value: > 0 and var wrong, WrongMislabeled.Value: var freed, RightExamined.Value: > 0 and var right, RightMislabeled.Value: var hidden }
            || freed > wrong || hidden > right || (dev.Error < SmallError && right < EnoughRight))
            return null;

        var e = dev.Error;
        var (a, b) = ((double)freed / wrong, (double)hidden / right);
        var (lowA, highA) = Shares.Limits(a, wrong, Confidence);
        var (lowB, highB) = Shares.Limits(b, right, Confidence);
        var (lowE, highE) = dev.Rows is { } rows and > 0 ? Shares.Limits(e, rows, Confidence) : (e, e);
        var value = (e * (1 - a)) + ((1 - e) * b);
        var slope = 1 - a - b;
        var (below, above) = slope >= 0 ? (e - lowE, highE - e) : (highE - e, e - lowE);
        return new CorrectedError(
            value,
            Math.Max(0, value - Length(slope * below, e * (highA - a), (1 - e) * (b - lowB))),
            Math.Min(1, value + Length(slope * above, e * (a - lowA), (1 - e) * (highB - b))));
    }

    private static double Length(params double[] sides) => Math.Sqrt(sides.Sum(side => side * side));
}
