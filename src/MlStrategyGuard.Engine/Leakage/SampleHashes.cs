using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>The values of one column of a sample as hashes that mean the same in every split.</summary>
internal static class SampleHashes
{
    private const ulong MissingValue = 0x9E6C63D0876A9A35UL;

    /// <summary>One hash a row, of the first rows of a sample.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The number of rows.</param>
    public static ulong[] Of(SampledColumn column, int rows)
    {
        var hashes = new ulong[rows];
        if (column.Codes is { } codes)
        {
            var levels = column.Levels!.Select(level => Hashing.Of(System.Text.Encoding.UTF8.GetBytes(level))).ToArray();
            for (var i = 0; i < rows; i++)
                hashes[i] = codes[i] < 0 ? MissingValue : levels[codes[i]];
        }
        else if (column.Numbers is { } numbers)
        {
            for (var i = 0; i < rows; i++)
                hashes[i] = double.IsNaN(numbers[i]) ? MissingValue : Hashing.Mix(BitConverter.DoubleToUInt64Bits(numbers[i] + 0.0));
        }

        return hashes;
    }

    /// <summary>The number of pairs of equal hashes. Sorts the array.</summary>
    public static double EqualPairs(ulong[] hashes)
    {
        RadixSort.Sort(hashes);
        var (pairs, start) = (0.0, 0);
        for (var i = 1; i <= hashes.Length; i++)
        {
            if (i < hashes.Length && hashes[i] == hashes[start])
                continue;
            pairs += (i - start) * (i - start - 1.0) / 2;
            start = i;
        }

        return pairs;
    }
}
