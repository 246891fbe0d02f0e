namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// What may be kept in memory of all splits together. It decides how the work is done and where things lie; what comes out
/// depends on the data and on the setting only, not on who reads which part when.
/// </summary>
/// <param name="bytes">The memory for everything, in bytes.</param>
internal sealed class ReadingBudget(long bytes)
{
    private long _numbers;
    private long _keys;

    /// <summary>The most numbers that are kept, of all columns together; with more of them none is.</summary>
    public long MaxNumbers { get; } = bytes / 2 / sizeof(double);

    private long MaxKeyBytes { get; } = Math.Max(1 << 16, bytes / 16 * 3);

    /// <summary>Whether there are more numbers than can be kept.</summary>
    public bool IsExceeded => Interlocked.Read(ref _numbers) > MaxNumbers;

    /// <summary>Notes numbers that are kept from now on. Never more than there are, so that it doesn't exceed by chance.</summary>
    public void AddNumbers(long count) => Interlocked.Add(ref _numbers, count);

    /// <summary>Asks for memory for keys.</summary>
    /// <returns>False if there is none left: what is there has to go to the disk.</returns>
    public bool TryTakeKeys(long bytes)
    {
        if (Interlocked.Add(ref _keys, bytes) <= MaxKeyBytes)
            return true;
        Interlocked.Add(ref _keys, -bytes);
        return false;
    }

    /// <summary>Gives back memory for keys.</summary>
    public void ReturnKeys(long bytes) => Interlocked.Add(ref _keys, -bytes);
}
