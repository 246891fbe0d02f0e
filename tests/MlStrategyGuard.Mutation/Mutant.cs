namespace MlStrategyGuard.Mutation;

/// <summary>A mutation that compiles, under the number that switches it on.</summary>
/// <param name="Number">1 and up.</param>
/// <param name="Member">The number of the member that it is in.</param>
/// <param name="File">The source file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">The change in words.</param>
internal sealed record Mutant(int Number, int Member, string File, int Line, string What);
