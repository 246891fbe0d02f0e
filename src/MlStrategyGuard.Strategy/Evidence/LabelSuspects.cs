namespace MlStrategyGuard;

/// <summary>Labels that the choice's probabilities speak against: where to look first in a label audit, and no verdict.</summary>
/// <param name="Split">The split.</param>
/// <param name="Rows">Its rows with a label and probabilities.</param>
/// <param name="Count">Those of them that are suspect.</param>
/// <param name="ExpectedShare">The share of wrong labels that the probabilities let expect, 0–1.</param>
/// <param name="Pairs">The suspects by given and likelier class, the most frequent first, twenty at most.</param>
public sealed record LabelSuspects(string Split, long Rows, long Count, double ExpectedShare, IReadOnlyList<SuspectPair> Pairs);

/// <summary>Suspect labels of one kind.</summary>
/// <param name="Given">The class that was given.</param>
/// <param name="Likelier">The class that the probabilities speak for.</param>
/// <param name="Count">The number of rows.</param>
public sealed record SuspectPair(string Given, string Likelier, long Count);
