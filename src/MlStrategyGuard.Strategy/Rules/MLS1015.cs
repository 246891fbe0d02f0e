using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>The same column in other units or another encoding.</summary>
internal static class MLS1015
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        from change in evidence.Leakage.Encodings
        select Overlaps.About(nameof(MLS1015), strategy, change.A, change.B, strategy.Split(change.B)?.Name.Span, Message(change)) with
        {
            Split = change.B,
            ColumnName = change.Column,
            Data = change.Change is null
                ? [new("a", change.A), new("b", change.B)]
                : [new("a", change.A), new("b", change.B), new("change", change.Change), new("distance_before", change.Before), new("distance_after", change.After)],
        };

    private static string Message(EncodingChange change)
    {
        var column = Texts.Shorten(change.Column);
        return change.Change is { } unit
            ? $"'{column}' seems to be in other units in {change.B} than in {change.A}: {change.A}'s values {unit} are distributed like {change.B}'s to {Show.Points(change.After)} points, as they are to {Show.Points(change.Before)}. Write both in one unit."
            : $"'{column}' is spelled in another way in {change.B} than in {change.A}: {string.Join(", ", change.Spellings.Select(pair => $"'{Texts.Shorten(pair.Key)}' is '{Texts.Shorten(pair.Value)}' there"))}. To a model these are different values; write both alike.";
    }
}
