using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// The values of two samples of whole numbers (digits of one scale) without sorting all: they are counted in bins first.
/// What a walk looks for, the largest gap, the upper bound and some quantiles, can only lie in a few bins, and only
/// their values are put in order. What it finds is the same as in <see cref="SortedSteps"/>, bit by bit. The first bin and
/// the last one hold what is far out too, so that a few such numbers don't put all others into one bin.
/// </summary>
internal sealed class FixedSteps : INumericSteps
{
    private const int BinBits = 14;

    private readonly FixedNumbers _a;
    private readonly FixedNumbers _b;
    // The first bin begins here, and goes down to the smallest number; the last one goes up from there to the largest.
    private readonly int _low;
    private readonly int _high;
    private readonly int _shift;
    private readonly int _bins;
    private readonly int[] _countsA;
    private readonly int[] _countsB;

    /// <param name="a">The first sample.</param>
    /// <param name="b">The second sample, of the same scale.</param>
    public FixedSteps(FixedNumbers a, FixedNumbers b)
    {
        (_a, _b) = (a, b);
        var (lowA, highA) = a.Range();
        var (lowB, highB) = b.Range();
        (_low, _high) = (Math.Min(lowA, lowB), Math.Max(highA, highB));
        Range = (Value(_low), Value(_high));
        if (ShiftOf(_low, _high) > 0)
            (_low, _high) = Middle(a, b);
        _shift = ShiftOf(_low, _high);
        _bins = (int)BinOf(_high) + 1;
        (_countsA, _countsB) = (Count(a), Count(b));
    }

    /// <inheritdoc/>
    public (double Least, double Most) Range { get; }

    /// <inheritdoc/>
    public NumericWalk Walk(NumericWalk walk)
    {
        var (countsA, countsB) = (_countsA, _countsB);
        if (_shift == 0 && Range == (Value(_low), Value(_high)))
        {
            for (int bin = 0, i = 0, j = 0; bin < _bins; bin++)
            {
                if (countsA[bin] + countsB[bin] == 0)
                    continue;
                walk.Step(Value(bin + _low), i += countsA[bin], j += countsB[bin]);
            }

            return walk;
        }

        var places = Places(walk, countsA, countsB, out var opened);
        var (valuesA, valuesB) = (Collect(_a, places, opened, countsA), Collect(_b, places, opened, countsB));
        for (int bin = 0, i = 0, j = 0; bin < _bins; bin++)
        {
            if (places[bin] > 0)
                Walk(ref walk, valuesA[places[bin]], valuesB[places[bin]], i, j);
            i += countsA[bin];
            j += countsB[bin];
        }

        return walk;
    }

    /// <inheritdoc/>
    public IEnumerable<(double Place, long A, long B)> UpTo(IReadOnlyList<double> values)
    {
        // What lies in the bin of a value is looked at, what lies in the bins before is known.
        var digits = values.Select(DigitsUpTo).ToArray();
        var places = new int[_bins];
        var opened = 0;
        foreach (var one in digits)
        {
            ref var place = ref places[BinOf(one)];
            place = place == 0 ? ++opened : place;
        }

        var (valuesA, valuesB) = (Collect(_a, places, opened, _countsA), Collect(_b, places, opened, _countsB));
        return values.Zip(digits, (value, one) => (value, Below(_countsA, valuesA, places, one), Below(_countsB, valuesB, places, one)));
    }

    private long BinOf(long digits) => (Math.Clamp(digits, _low, _high) - _low) >> _shift;

    private static int ShiftOf(int low, int high) => Math.Max(0, BitOperations.Log2((uint)((long)high - low)) + 1 - BinBits);

    /// <summary>Where all but a few of some of the numbers lie.</summary>
    private static (int Low, int High) Middle(FixedNumbers a, FixedNumbers b)
    {
        const int Some = 1 << 12;
        const int Out = Some / 256;
        var some = new List<int>(2 * Some);
        foreach (var part in a.Parts.Concat(b.Parts))
        {
            var step = Math.Max(1, (a.Count + b.Count) / Some);
            for (var i = step / 2; i < part.Length; i += step)
                some.Add(part.Span[i]);
        }

        some.Sort();
        var (low, high) = some.Count < 2 * Out + 2 ? (some[0], some[^1]) : (some[Out], some[^(Out + 1)]);
        return low < high ? (low, high) : (Math.Min(a.Range().Smallest, b.Range().Smallest), Math.Max(a.Range().Largest, b.Range().Largest));
    }

    private long Below(int[] counts, int[][] opened, int[] places, long digits)
    {
        var bin = BinOf(digits);
        long below = 0;
        for (var before = 0; before < bin; before++)
            below += counts[before];
        return below + opened[places[bin]].Count(one => one <= digits);
    }

    /// <summary>The digits of the largest number that is at most a value.</summary>
    private long DigitsUpTo(double value)
    {
        var scaled = Math.Floor(value * ValueParser.Powers[_a.Scale]);
        if (scaled is < int.MinValue or > int.MaxValue)
            return scaled < 0 ? (long)int.MinValue - 1 : int.MaxValue;
        var digits = (long)scaled;
        while (ValueParser.FromFixed(digits, _a.Scale) > value)
            digits--;
        while (ValueParser.FromFixed(digits + 1, _a.Scale) <= value)
            digits++;
        return digits;
    }

    private double Value(int digits) => ValueParser.FromFixed(digits, _a.Scale);

    /// <summary>Numbers the bins, from 1 on, in which something may be found; the others stay 0.</summary>
    private int[] Places(in NumericWalk walk, int[] countsA, int[] countsB, out int opened)
    {
        // The end of a bin is a value, and what is found there is a limit for all.
        var limits = walk.Limits();
        for (int bin = 0, i = 0, j = 0; bin < _bins; bin++)
        {
            if (countsA[bin] + countsB[bin] > 0)
                limits.Reach(i += countsA[bin], j += countsB[bin]);
        }

        opened = 0;
        var places = new int[_bins];
        for (int bin = 0, i = 0, j = 0; bin < _bins; bin++)
        {
            if (countsA[bin] + countsB[bin] > 0 && limits.MayMatter(i, j, i + countsA[bin], j + countsB[bin]))
                places[bin] = ++opened;
            i += countsA[bin];
            j += countsB[bin];
        }

        return places;
    }

    private void Walk(ref NumericWalk walk, int[] a, int[] b, int beforeA, int beforeB)
    {
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            var next = j == b.Length || (i < a.Length && a[i] < b[j]) ? a[i] : b[j];
            while (i < a.Length && a[i] == next)
                i++;
            while (j < b.Length && b[j] == next)
                j++;
            walk.Step(Value(next), beforeA + i, beforeB + j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Count(FixedNumbers numbers)
    {
        var counts = new int[_bins];
        ref var first = ref MemoryMarshal.GetArrayDataReference(counts);
        var (low, high, shift) = (_low, _high, _shift);
        foreach (var part in numbers.Parts)
        {
            foreach (var digits in part.Span)
                Unsafe.Add(ref first, (uint)(Math.Min(Math.Max(digits, low), high) - low) >> shift)++;
        }

        return counts;
    }

    /// <summary>The values of the bins that have a place, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[][] Collect(FixedNumbers numbers, int[] places, int opened, int[] counts)
    {
        var values = new int[opened + 1][];
        var used = new int[opened + 1];
        for (var bin = 0; bin < _bins; bin++)
        {
            if (places[bin] > 0)
                values[places[bin]] = new int[counts[bin]];
        }

        // A byte a bin stays in the processor's nearest memory.
        var isOpen = Array.ConvertAll(places, place => (byte)(place > 0 ? 1 : 0));
        var kept = new int[numbers.Parts.Max(part => part.Length) + 1];
        foreach (var part in numbers.Parts)
        {
            var count = Keep(part.Span, isOpen, kept);
            foreach (var digits in kept.AsSpan(0, count))
            {
                var place = places[BinOf(digits)];
                values[place][used[place]++] = digits;
            }
        }

        for (var place = 1; place <= opened; place++)
            RadixSort.Sort(values[place].AsSpan());
        return values;
    }

    /// <summary>Copies the numbers of open bins; what the rest would be is overwritten, so that nothing is guessed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Keep(ReadOnlySpan<int> numbers, byte[] isOpen, int[] kept)
    {
        var (low, high, shift, count) = (_low, _high, _shift, 0);
        ref var open = ref MemoryMarshal.GetArrayDataReference(isOpen);
        ref var to = ref MemoryMarshal.GetArrayDataReference(kept);
        foreach (var digits in numbers)
        {
            Unsafe.Add(ref to, count) = digits;
            count += Unsafe.Add(ref open, (uint)(Math.Min(Math.Max(digits, low), high) - low) >> shift);
        }

        return count;
    }
}
