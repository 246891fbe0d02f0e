using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5110: the test part is larger than the training part, mostly because the fraction was taken for the training
/// share. Exactly half is said softly; halves that are used the other way round, or a test part that is halved into
/// dev and test, are no finding.
/// </summary>
internal sealed class MLS5110 : CodeRule
{
    public MLS5110()
        : base(
            "MLS5110",
            "`testFraction` is the share of the test part: {0} of the rows are held out and {1} learn. {2}",
            "A model learns from the training part; the test part only has to be large enough for the confidence that is wanted.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split.Split.IsFold || split.Fraction is not (>= 0.5 and < 1 and var fraction) || split.Split.Input.Rows.Part is { IsTest: true })
                continue;
            var fits = context.Trace.All<FitEvent>().Where(fit => fit.Data?.Rows.Part?.Split.Equals(split.Split) == true && fit.Learns != false).ToList();
            if (fits.Count == 0 || fits.Any(fit => fit.Data!.Rows.Part!.IsTest))
                continue;
            var argument = split.Site.Argument("testFraction");
            var place = argument is null ? CodeContext.PlaceOf(split.Site) : CodeContext.PlaceOf(argument, split.Site);
            var rest = (1 - (decimal)fraction).ToString("0.####", CultureInfo.InvariantCulture);
            context.Report(
                place,
                [split.Node.GetLocation()],
                place.Node is LiteralExpressionSyntax && fraction > 0.5 ? new Edits($"Hold out {rest}").Replace(place.Node, rest) : null,
                fraction > 0.5 ? Descriptor.DefaultSeverity : DiagnosticSeverity.Info,
                Percent(fraction),
                Percent(1 - fraction),
                fraction > 0.5 ? $"Pass {rest} if {Percent(fraction)} were meant for training." : "Hold out fewer rows unless half of them is meant.");
        }
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
