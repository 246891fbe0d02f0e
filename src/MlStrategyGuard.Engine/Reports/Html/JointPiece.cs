using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Several columns of two splits together, with those that give the splits away.</summary>
internal static class JointPiece
{
    /// <summary>Writes the piece.</summary>
    public static void Write(HtmlWriter html, MlStrategyGuard.Comparison comparison, JointComparison joint)
    {
        html.Open("h4").Text("Several columns together ");
        html.Badge(joint.IsSignificant ? Words.Verdict(joint.Verdict) : "nothing found", joint.IsSignificant ? Words.Class(joint.Verdict) : "info").Close();
        if (!joint.IsSignificant)
        {
            html.Leaf("p", $"{Words.Count(joint.PairsTested, "pair")} of columns and a classifier that tries to tell the splits apart found nothing beyond chance. That proves nothing, but nothing speaks against it.");
            return;
        }

        html.Leaf("p", $"{Words.Percent(joint.Estimate)} of rows differ in what shows it best (interval {Words.Between(joint.Lower, joint.IntervalUpper)}; {Show.Count(joint.RowsA)} and {Show.Count(joint.RowsB)} rows looked at).");
        if (joint.Pairs.Count > 0)
            html.Leaf("p", $"Pairs of columns whose combinations moved: {string.Join("; ", joint.Pairs.Select(pair => $"{Words.Name(pair.First)} and {Words.Name(pair.Second)}"))}.");
        if (joint.Features.Count > 0)
            BarRows.Write(
                html, "what gives the splits away", "Columns that a classifier tells the splits apart by, with their share of what it found",
                ["Column", "Share of what it found"],
                [.. joint.Features.Select(feature => new BarRow(Words.Name(feature.Key), feature.Value, Words.Percent(feature.Value)))], full: 1);
        if (joint.Movers.Count > 0)
            html.Table(
                $"Combinations that moved most between {Words.Split(comparison.A)} and {Words.Split(comparison.B)}",
                ["Combination", Words.Split(comparison.A), Words.Split(comparison.B)],
                joint.Movers.Select(mover => (IReadOnlyList<string>)[Words.Name(mover.Name), Words.Percent(mover.ShareA), Words.Percent(mover.ShareB)]));
    }
}
