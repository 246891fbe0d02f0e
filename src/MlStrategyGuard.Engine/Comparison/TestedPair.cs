namespace MlStrategyGuard.Engine.Comparison;

/// <summary>A pair of columns of two samples.</summary>
/// <param name="First">The column that comes first in the data.</param>
/// <param name="Second">The other one.</param>
/// <param name="A">Rows of the first sample by combination of quarters, row by row.</param>
/// <param name="B">Rows of the second sample.</param>
internal sealed record TestedPair(CodedColumn First, CodedColumn Second, long[] A, long[] B)
{
    /// <summary>The p-value, corrected for both tests and for the number of pairs.</summary>
    public required double P { get; init; }

    /// <summary>The combinations as levels, for bounds; its own p-value isn't the pair's.</summary>
    /// <param name="units">What is independent of each other; null if rows are.</param>
    public LevelTest ToLevelTest(Units? units) => new(
        First.Name, ColumnAspect.Values, false, ColumnKind.Categorical,
        [.. Enumerable.Range(0, A.Length).Select(cell =>
            $"{First.NameOf(cell / Second.Quarters)} and {Second.NameOf(cell % Second.Quarters)}")],
        A, B,
        units is null ? null : Design.Of(
            Combine(First.A, Second.A), Combine(First.B, Second.B), A.Length + 1, false, units, null, null, A.Sum(), B.Sum()));

    /// <summary>The combination of each row, from 1.</summary>
    private byte[] Combine(byte[] x, byte[] y) =>
        [.. x.Select((bin, row) => (byte)(1 + (First.Quarter[First.Coarse[bin]] * Second.Quarters) + Second.Quarter[Second.Coarse[y[row]]]))];
}
