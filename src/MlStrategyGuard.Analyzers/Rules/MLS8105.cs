using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8105: rows of all files that a pattern leads to are split by their place. A file more, and another row is in every
/// place behind it. A named file, and a sampling key, are no finding.
/// </summary>
internal sealed class MLS8105 : CodeRule
{
    public MLS8105()
        : base(
            "MLS8105",
            "`{0}` deals out rows of `{1}` by their place: when a file is added, the test set is dealt anew, and scores of before and after can't be compared. "
                + "Pass a sampling key, or keep the test rows in a file of their own.",
            "The test set is the target. It moves when the team means it to, not when a file arrives.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is not { Key: Nothing, Split: { IsFold: false, Input.Rows.Root: LoadedRows { Path: { } path } loaded } known } || path.IndexOf('*') < 0
                || context.ScoreOf(known) is null)
            {
                continue;
            }

            var place = CodeContext.PlaceOf(split.Site);
            context.Report(place, [loaded.Site.Node], null, CodeContext.NameOf(split.Site), System.IO.Path.GetFileName(path.Replace(Text.Gap, '…')));
        }
    }
}
