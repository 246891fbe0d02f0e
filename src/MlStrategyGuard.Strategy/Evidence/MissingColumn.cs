namespace MlStrategyGuard;

/// <summary>A column that the strategy names and a file of the team doesn't have.</summary>
/// <param name="Column">The name, at its place.</param>
/// <param name="Key">The key that names it: <c>labels.audit.given</c>.</param>
/// <param name="File">The file, relative to the strategy file.</param>
/// <param name="Present">The columns that it has.</param>
public sealed record MissingColumn(Marked<string> Column, string Key, string File, IReadOnlyList<string> Present);
