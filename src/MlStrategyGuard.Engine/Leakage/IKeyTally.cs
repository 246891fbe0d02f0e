namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Counts something of each key of several splits. One tally serves one part of the keys.</summary>
/// <typeparam name="T">The tally itself.</typeparam>
internal interface IKeyTally<in T>
{
    /// <summary>Takes all rows of one key.</summary>
    /// <param name="runs">A run for each split, empty where the split lacks the key. Valid during the call only.</param>
    void Take(KeyRun[] runs);

    /// <summary>Takes a key that a single row has: what most keys are.</summary>
    /// <param name="split">The row's split.</param>
    /// <param name="payload">The row's payload.</param>
    void TakeSingle(int split, ulong payload);

    /// <summary>Adds what the tally of another part has counted.</summary>
    void Add(T other);
}
