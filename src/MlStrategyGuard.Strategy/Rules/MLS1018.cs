using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A column gives the label away.</summary>
internal static class MLS1018
{
    /// <summary>An area below it says as much in the other direction.</summary>
    private const double Reversed = 0.4;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        strategy.Data.Label is not { } label
            ? []
            : from giveaway in evidence.Leakage.Giveaways
              select Finding.Of(nameof(MLS1018), label.Span, Message(giveaway, Texts.Shorten(label.Value))) with
              {
                  Split = giveaway.Split,
                  ColumnName = giveaway.Columns[0],
                  Subjects = giveaway.Columns,
                  Data = [.. Data(giveaway)],
              };

    private static string Message(LabelGiveaway giveaway, string label)
    {
        var column = $"'{Texts.Shorten(giveaway.Columns[0])}'";
        const string advice = "Take it out if it isn't known yet, or made from the label, when a prediction is asked for.";
        return giveaway.Kind switch
        {
            GiveawayKind.Determines =>
                $"{column} gives '{label}' away: of {Show.Count(giveaway.Rows)} rows of {giveaway.Split} {Exceptions(giveaway.Exceptions)} another class than its value goes with. {advice}",
            GiveawayKind.Presence =>
                $"{column} gives '{label}' away by being empty or not: of {Show.Count(giveaway.Rows)} rows of {giveaway.Split} {Exceptions(giveaway.Exceptions)} another class than that goes with. {advice}",
            GiveawayKind.Separates when giveaway.Area is { } area =>
                $"{column} alone gives '{label}' away: its area under the ROC curve on {Show.Count(giveaway.Rows)} rows of {giveaway.Split} is {Area(area)}. {advice}",
            GiveawayKind.Separates =>
                $"{column} alone gives '{label}' away: on {Show.Count(giveaway.Rows)} rows of {giveaway.Split} thresholds tell all classes apart. {advice}",
            GiveawayKind.Formula when giveaway.Columns.Count == 1 =>
                $"{column} gives '{label}' away: on all {Show.Count(giveaway.Rows)} rows of {giveaway.Split} '{label}' is {column} on another scale. {advice}",
            GiveawayKind.Formula =>
                $"'{label}' is {Texts.Shorten(giveaway.Formula!)} on {Show.Count(giveaway.Rows - giveaway.Exceptions)} of {Show.Count(giveaway.Rows)} rows of {giveaway.Split}: together the two give it away. "
                + "Take one of them out, or both, if they aren't known yet when a prediction is asked for.",
            _ =>
                $"{column} tells '{label}' much better in {giveaway.Split} than in {giveaway.Other}: its area under the ROC curve is {Area(giveaway.Area!.Value)} there and {Area(giveaway.OtherArea!.Value)} here. "
                + (giveaway.OtherArea <= Reversed
                    ? "Where it is large in one split it is small in the other: look whether its sign or the label's coding has changed."
                    : "Look how it came into the data; what helps in one split only was made with knowledge of the label, or the splits differ."),
        };
    }

    private static IEnumerable<KeyValuePair<string, object>> Data(LabelGiveaway giveaway)
    {
        yield return new("rows", giveaway.Rows);
        yield return new("exceptions", giveaway.Exceptions);
        if (giveaway.Area is { } area)
            yield return new("area", area);
        if (giveaway.OtherArea is { } other)
            yield return new("other_area", other);
        if (giveaway.Formula is { } formula)
            yield return new("formula", formula);
    }

    private static string Exceptions(long count) => count switch
    {
        0 => "none has",
        1 => "only 1 has",
        _ => $"only {Show.Count(count)} have",
    };

    private static string Area(double area) => area.ToString("0.000", CultureInfo.InvariantCulture);
}
