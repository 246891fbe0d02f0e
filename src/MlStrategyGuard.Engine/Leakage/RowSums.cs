using System.Runtime.CompilerServices;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Hashes of the rows of a sample, each the sum of what its columns give.</summary>
/// <param name="Exact">Of the values as they are.</param>
/// <param name="Rounded">With each number of a column of many values as its cell on a grid of three significant digits.</param>
/// <param name="RoundedAside">The same with a grid that lies half a cell aside.</param>
internal readonly record struct RowSums(ulong[] Exact, ulong[] Rounded, ulong[] RoundedAside)
{
    private const int LargestPower = 30;

    private static readonly double[] Powers = [.. Enumerable.Range(-LargestPower, (2 * LargestPower) + 1).Select(power => Math.Pow(10, power))];

    /// <summary>Numbers with many values; those with few are levels.</summary>
    public static bool HasDigits(SampledColumn column) => column is { Kind: ColumnKind.Numeric, Numbers: not null, Codes: null };

    /// <summary>The hashes of a sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="names">The columns that count.</param>
    public static RowSums Of(RowSample sample, IReadOnlyList<string> names)
    {
        var sums = new RowSums(new ulong[sample.Count], new ulong[sample.Count], new ulong[sample.Count]);
        for (var j = 0; j < names.Count; j++)
        {
            var column = sample.Column(names[j])!;
            var hashes = SampleHashes.Of(column, sample.Count);
            for (var i = 0; i < hashes.Length; i++)
                sums.Exact[i] += hashes[i] = Hashing.Mix(hashes[i] + (ulong)j);
            if (HasDigits(column))
            {
                AddCells(column.Numbers!, (ulong)j, sums.Rounded, sums.RoundedAside);
                continue;
            }

            for (var i = 0; i < hashes.Length; i++)
            {
                sums.Rounded[i] += hashes[i];
                sums.RoundedAside[i] += hashes[i];
            }
        }

        return sums;
    }

    private static void AddCells(double[] numbers, ulong column, ulong[] sums, ulong[] sumsAside)
    {
        var (cells, cellsAside) = (new ulong[numbers.Length], new ulong[numbers.Length]);
        for (var i = 0; i < cells.Length; i++)
        {
            var number = numbers[i];
            var magnitude = Math.Abs(number);
            if (!double.IsFinite(magnitude) || magnitude == 0)
            {
                cells[i] = cellsAside[i] = BitConverter.DoubleToUInt64Bits(number + 0.0);
                continue;
            }

            var exponent = DecimalExponent(magnitude);
            var place = magnitude * PowerOfTen(2 - exponent);
            cells[i] = Cell(Math.Floor(place), exponent, number);
            cellsAside[i] = Cell(Math.Floor(place + 0.5), exponent, number);
        }

        Hashing.AddMixed(sums, cells, Hashing.Mix(column));
        Hashing.AddMixed(sumsAside, cellsAside, Hashing.Mix(column));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Cell(double cell, int exponent, double number)
    {
        // 9.996 rounds up into the cell in which 10.02 lies.
        var isNext = cell >= 1000 ? 1 : 0;
        cell = cell >= 1000 ? 100 : cell;
        return BitConverter.DoubleToUInt64Bits(Math.CopySign(cell, number)) + ((ulong)(exponent + isNext) * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>⌊log₁₀ x⌋ of a positive number.</summary>
    private static int DecimalExponent(double magnitude)
    {
        // log₁₀ 2 times the binary exponent is at most one too low.
        var binary = (int)(BitConverter.DoubleToUInt64Bits(magnitude) >> 52);
        var guess = (int)Math.Floor((binary > 0 ? binary - 1023 : Math.ILogB(magnitude)) * 0.30102999566398120);
        return magnitude >= PowerOfTen(guess + 1) ? guess + 1 : guess;
    }

    private static double PowerOfTen(int exponent) =>
        exponent is >= -LargestPower and <= LargestPower ? Powers[exponent + LargestPower] : Math.Pow(10, exponent);
}
