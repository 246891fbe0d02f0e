namespace MlStrategyGuard;

/// <summary>A data file that could not be read to its end.</summary>
/// <param name="Split">The split that names it.</param>
/// <param name="Path">The path or pattern as written, at its place.</param>
/// <param name="File">The file, relative to the strategy file.</param>
/// <param name="Line">The physical line, from 1, if one is to blame.</param>
/// <param name="Row">The data row, from 1, the header not counted, if one is to blame.</param>
/// <param name="Column">The column's name, if one is to blame.</param>
/// <param name="Why">What is wrong and what to do.</param>
public sealed record UnreadableData(
    string Split, Marked<string> Path, string File, long? Line, long? Row, string? Column, string Why);
