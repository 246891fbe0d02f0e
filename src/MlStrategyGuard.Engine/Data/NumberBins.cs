namespace MlStrategyGuard.Engine.Data;

/// <summary>Numbers counted between edges that are the same for all splits.</summary>
/// <param name="Edges">Ascending; a bin holds what is at most its edge and above the one before, one more what is above all.</param>
/// <param name="Counts">Numbers a bin, one more than there are edges.</param>
internal sealed record NumberBins(double[] Edges, long[] Counts);
