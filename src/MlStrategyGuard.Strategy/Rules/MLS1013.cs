using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A class missing or nearly missing in a split; one that train or the other of dev and test lacks is an error.</summary>
internal static class MLS1013
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Data.Label is not { } label)
            yield break;

        var isTemporal = strategy.Consistency.Policy == SplitPolicy.Temporal;
        foreach (var gap in evidence.Leakage.Classes)
        {
            // Classes that are spelled in another way aren't lacking.
            if (evidence.Leakage.Encodings.Any(change => change.Column == label.Value && change.Change is null && Array.Exists([gap.Split, gap.Other], split => split == change.B)))
                continue;
            var finding = Finding.Of(nameof(MLS1013), strategy.Split(gap.Split)?.Name.Span ?? label.Span, Message(gap, Texts.Shorten(label.Value), isTemporal)) with
            {
                Split = gap.Split,
                ColumnName = label.Value,
                Subjects = [gap.Split, gap.Other, $"{gap.Split}/{gap.Other}", $"{gap.Other}/{gap.Split}"],
                Data =
                [
                    new("kind", gap.Kind switch
                    {
                        ClassGapKind.Unseen => "unseen",
                        ClassGapKind.OneSided => "one_sided",
                        ClassGapKind.Missing => "missing",
                        _ => "nearly_missing",
                    }),
                    new("classes", gap.Classes), new("rows", gap.Rows), new("left", gap.Left),
                ],
            };
            yield return gap.Kind is ClassGapKind.Unseen or ClassGapKind.OneSided ? finding with { Severity = Severity.Error } : finding;
        }
    }

    private static string Message(ClassGap gap, string label, bool isTemporal)
    {
        var draw = isTemporal ? $"Cut at other points in time, so that {gap.Split} has them." : $"Draw {gap.Split} anew, by class.";
        var names = gap.Names.Count == 0
            ? ""
            : $" ({string.Join(", ", gap.Names.Select(name => $"'{Texts.Shorten(name)}'"))}{(gap.Classes > gap.Names.Count ? ", …" : "")})";
        var classes = $"{Show.Count(gap.Classes)} {(gap.Classes == 1 ? "class" : "classes")} of '{label}'{names}";
        var rows = $"{Show.Count(gap.Rows)} {(gap.Rows == 1 ? "row" : "rows")}";
        return gap.Kind switch
        {
            ClassGapKind.Unseen =>
                $"{gap.Split} has {rows} of {classes} that train has never seen; no model can get them right. Put rows of each class into train, or take these out.",
            ClassGapKind.OneSided =>
                $"{gap.Split} has no row of {classes}, and {gap.Other} has {rows}: dev and test ask for different things. {(isTemporal ? draw : "Draw both from one shuffled pool.")}",
            ClassGapKind.Missing =>
                $"{gap.Split} has no row of {classes}, and {gap.Other} has {rows}: nothing can be said about them there. {draw}",
            _ =>
                $"{gap.Split} has {Show.Count(gap.Left)} {(gap.Left == 1 ? "row" : "rows")} of {classes}, less than a tenth of what {gap.Other} with {rows} lets expect. {draw}",
        };
    }
}
