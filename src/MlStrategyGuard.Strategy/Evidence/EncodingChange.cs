namespace MlStrategyGuard;

/// <summary>A column that two splits seem to write in other units or with other spellings.</summary>
/// <param name="Column">The column.</param>
/// <param name="A">The first split's name.</param>
/// <param name="B">The second split's name.</param>
public sealed record EncodingChange(string Column, string A, string B)
{
    /// <summary>What was done to the numbers of the first split to get those of the second, such as <c>times 1,000</c>; null for levels.</summary>
    public string? Change { get; init; }

    /// <summary>The distance (KS D) of both splits as they are.</summary>
    public double Before { get; init; }

    /// <summary>The distance (KS D) after the change.</summary>
    public double After { get; init; }

    /// <summary>Levels of the first split and how the second spells them, most frequent first; three at most.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Spellings { get; init; } = [];
}
