namespace MlStrategyGuard;

/// <summary>A file, or a pattern, of the strategy file that leads nowhere.</summary>
/// <param name="Split">The split that names it.</param>
/// <param name="Path">The path or pattern as written, at its place.</param>
/// <param name="Nearest">A file beside it with nearly the same name, if there is one.</param>
public sealed record MissingFile(string Split, Marked<string> Path, string? Nearest)
{
    /// <summary>What the file is, if it is no data of the split: <c>the predictions of 'forest'</c>.</summary>
    public string? Use { get; init; }
}
