namespace MlStrategyGuard.Engine.Data;

/// <summary>What identifies the rows of a split; all rows, whatever the sample holds.</summary>
/// <param name="Features">
/// Key: the row's features in canonical form (numbers re-formatted, spaces trimmed, missing tokens unified), which are
/// all columns but <paramref name="LeftOut"/> (all but the label if that leaves none). Payload: the label's hash, 0 where the label is missing or none is declared.
/// </param>
/// <param name="LeftOut">
/// Columns that say nothing about a row's content: label, id, group, source, weight, ignored ones, those of
/// <c>where:</c>, time under <c>policy: temporal</c>, and columns that look like a running number or a generated id. The
/// same for all splits of a strategy.
/// </param>
internal sealed record RowKeys(KeySet Features, IReadOnlyList<string> LeftOut) : IDisposable
{
    /// <summary>Key: the value of <c>data.id</c>; payload: the row's features key. Null if no id is declared; rows without an id are left out.</summary>
    public KeySet? Ids { get; init; }

    /// <summary>Key: the value of <c>data.group</c>; payload: the row's features key. Null if no group is declared; rows without a group are left out.</summary>
    public KeySet? Groups { get; init; }

    /// <summary>Gives back memory and temporary files.</summary>
    public void Dispose()
    {
        Features.Dispose();
        Ids?.Dispose();
        Groups?.Dispose();
    }
}
