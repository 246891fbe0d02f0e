namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Rows by the number of a name.</summary>
/// <param name="Words">The names; several numbers may have the same one.</param>
/// <param name="Codes">Each row's number; −1 where it has none.</param>
internal sealed record NameCodes(string[] Words, int[] Codes)
{
    /// <summary>The names that rows have.</summary>
    public string[] Used()
    {
        var used = new bool[Words.Length];
        foreach (var code in Codes)
        {
            if (code >= 0)
                used[code] = true;
        }

        return [.. Words.Where((_, code) => used[code]).Distinct(StringComparer.Ordinal)];
    }
}
