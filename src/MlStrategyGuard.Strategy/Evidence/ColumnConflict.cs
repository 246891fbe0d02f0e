namespace MlStrategyGuard;

/// <summary>A column that makes two splits impossible to compare.</summary>
/// <param name="Column">Its name.</param>
/// <param name="OnlyIn">The split that alone has it; null if both have it and it holds different things.</param>
/// <param name="Detail">What each split holds, in words; null if only one has it.</param>
public sealed record ColumnConflict(string Column, string? OnlyIn, string? Detail);
