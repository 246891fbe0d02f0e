using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// The interval of an area under a ROC curve from the area and the sizes alone: method 5 of Newcombe (2006, Confidence intervals
/// for an effect size measure based on the Mann-Whitney statistic, part 2). Its variance is that of two exponential
/// distributions (Hanley and McNeil 1982) of equal size, so it also holds where no score is misplaced.
/// </summary>
internal static class RocArea
{
    /// <summary>The limits.</summary>
    /// <param name="area">The area, 0–1.</param>
    /// <param name="up">The rows of the class, above zero.</param>
    /// <param name="down">The others, above zero.</param>
    /// <param name="confidence">Of the interval.</param>
    public static (double Lower, double Upper) Interval(double area, double up, double down, double confidence)
    {
        var z = -SpecialFunctions.NormalQuantile((1 - confidence) / 2);
        var others = Math.Max(0, ((up + down) / 2) - 1);
        return (Limit(area, 0), Limit(area, 1));

        // The place between the area and an end that is z of its own errors away from the area.
        double Limit(double inside, double outside)
        {
            for (var i = 0; i < 60; i++)
            {
                var middle = (inside + outside) / 2;
                var variance = middle * (1 - middle) / (up * down)
                    * (1 + (others * (((1 - middle) / (2 - middle)) + (middle / (1 + middle)))));
                if (Math.Abs(middle - area) < z * Math.Sqrt(variance))
                    inside = middle;
                else
                    outside = middle;
            }

            return inside;
        }
    }
}
