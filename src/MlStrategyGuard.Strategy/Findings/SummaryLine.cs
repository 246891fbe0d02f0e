using System.Globalization;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard;

/// <summary>The one line that says where a project stands.</summary>
public static class SummaryLine
{
    /// <summary>
    /// <c>dev f1 0.912 (0.905–0.919) · bias 1.2 · variance 6.0 (largest, 97 %) · next: …</c>; null if nothing was measured.
    /// </summary>
    /// <param name="judgement">What the rules say.</param>
    public static string? Of(Judgement judgement)
    {
        var parts = new List<string>();
        if (Selection.Of(judgement.Strategy) is { } selection
            && (selection.Choice ?? selection.Winner) is { Figure: { } figure })
        {
            string?[] notes =
            [
                selection.LimitsOf(figure) is var (lower, upper) && lower < upper ? $"{Figure(lower)}–{Figure(upper)}" : null,
                Optimism.Of(judgement.Strategy) is { } optimism && Figure(optimism.AtMost) != Figure(0)
                    ? $"best of {optimism.Candidates}: up to {Figure(optimism.AtMost)} too good" : null,
            ];
            var said = string.Join("; ", notes.OfType<string>());
            parts.Add($"dev {MetricCatalogue.Canonical(selection.Metric)} {Figure(figure.Value.Value)}{(said.Length > 0 ? $" ({said})" : "")}");
        }

        if (judgement.Ladder is { Gaps.Count: > 0 } ladder)
        {
            var largest = ladder.Gaps.OrderByDescending(gap => gap.Value).First();
            foreach (var gap in ladder.Gaps)
                parts.Add(Name(gap) + " " + (ladder.IsShare ? Number(gap.Value * 100, "0.0") : Figure(gap.Value)) + Note(ladder, gap, largest));
            if (ladder.Dominant is { } dominant)
                parts.Add("next: " + KnobCatalogue.Recommend(Diagnoses.StageOf(dominant.Cause)).Replace('_', ' '));
            else if (ladder.Gaps.Count > 1 && largest.Value > 0)
                parts.Add("next: measure on more rows");
        }

        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private static string Note(Ladder ladder, Gap gap, Gap largest)
    {
        if (gap != largest || ladder.Gaps.Count < 2 || gap.Value <= 0)
            return "";
        var sure = Number(Math.Floor(gap.ProbabilityLargest * 100), "0");
        return ladder.Dominant is not null
            ? ladder.IsExact ? " (largest)" : $" (largest, {sure} %)"
            : ladder.IsExact ? "" : $" (perhaps largest, {sure} %)";
    }

    private static string Name(Gap gap) => string.Concat(gap.Cause.ToString()
        .Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string Figure(double value) => Number(value, Math.Abs(value) < 10 ? "0.000" : "0.##");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
