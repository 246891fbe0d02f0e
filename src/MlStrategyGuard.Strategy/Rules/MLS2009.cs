using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A measured value, or a rung of the ladder, differs from the one recomputed from predictions.</summary>
internal static class MLS2009
{
    /// <summary>What 32-bit floats lose.</summary>
    private const double FloatNoise = 1e-6;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        // The rules see computed figures in the place of declared ones, so what was declared is asked of the evidence.
        foreach (var candidate in evidence.Declared?.Candidates ?? [])
        {
            foreach (var declared in candidate.Measured)
            {
                var scores = evidence.Scores.FirstOrDefault(one => one.Candidate == candidate.Name.Value && one.Split == declared.On);
                if (scores?.Figure(declared.Metric.Value) is { Value: { } value } figure && !Agree(declared.Metric.Value, declared.Value.Value, value))
                    yield return Of(declared.Value, figure, $"'{Texts.Shorten(candidate.Name.Value)}' is said to have {Texts.Shorten(declared.Metric.Value)} {Show.Plain(declared.Value.Value)} on {declared.On}")
                        .On(candidate.Name.Value) with
                    { Split = declared.On };
            }
        }

        if (evidence.Declared is not { Errors: { HasSeveralMetrics: false } errors, Choice: { } choice })
            yield break;
        foreach (var rung in errors.Rungs)
        {
            var scores = evidence.Scores.FirstOrDefault(one => one.Candidate == choice.Value && one.Split == rung.Name);
            if (scores?.Figure(errors.MetricName) is { Value: { } value } figure && !Agree(errors.MetricName, rung.Error, value))
                yield return Of(new(rung.Error, rung.Span), figure, $"the {Show.Words(rung.Name)} {Texts.Shorten(errors.MetricName)} is said to be {Show.Plain(rung.Error)}")
                    .On(choice.Value) with
                { Split = rung.Name };
        }
    }

    private static Finding Of(Marked<double> declared, ComputedFigure figure, string claim) =>
        Finding.Of(nameof(MLS2009), declared.Span,
            $"{claim}, and its predictions make {Show.Plain(figure.Value!.Value)} on {Show.Count(figure.Rows)} rows. The predictions count; correct the figure, or name the file that it was measured on.") with
        {
            Data = [new("declared", declared.Value), new("computed", figure.Value.Value)],
        };

    /// <summary>Within half a unit of the last digit that was written, and a little for rounding half the other way.</summary>
    private static bool Agree(string metric, double declared, double computed)
    {
        var text = declared.ToString("0.###############", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var digits = point < 0 ? 0 : text.Length - point - 1;
        // Of a share, 0.9 stands for 90 % and not for anything from 85 to 95 %; of a percentage the unit is a point.
        if (declared is > 0 and < 1 || MetricCatalogue.IsShare(metric))
            digits = Math.Max(2, digits);
        return Math.Abs(declared - computed) <= Math.Max(0.5001 * Math.Pow(10, -digits), FloatNoise * Math.Abs(computed));
    }
}
