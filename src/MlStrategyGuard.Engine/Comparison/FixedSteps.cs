using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// The values of two samples of whole numbers (digits of one scale) without sorting all: they are counted in bins first.
/// What a walk looks for, the largest gap, the upper bound and some quantiles, can only lie in a few bins, and only
/// their values are put in order. What it finds is the same as in <see cref="SortedSteps"/>, bit by bit.
/// </summary>
internal sealed class FixedSteps : INumericSteps
{
    private const int BinBits = 14;

    private readonly FixedNumbers _a;
    private readonly FixedNumbers _b;
    private readonly int _smallest;
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
        _smallest = Math.Min(lowA, lowB);
        var range = (uint)(Math.Max(highA, highB) - (long)_smallest);
        Range = (Value(_smallest), Value(Math.Max(highA, highB)));
        while (range >> _shift >= 1 << BinBits)
            _shift++;
        _bins = (int)(range >> _shift) + 1;
        (_countsA, _countsB) = (Count(a), Count(b));
    }

    /// <inheritdoc/>
    public (double Least, double Most) Range { get; }

    /// <inheritdoc/>
    public NumericWalk Walk(NumericWalk walk)
    {
        var (countsA, countsB) = (_countsA, _countsB);
        if (_shift == 0)
        {
            for (int bin = 0, i = 0, j = 0; bin < _bins; bin++)
            {
                if (countsA[bin] + countsB[bin] == 0)
                    continue;
                walk.Step(Value(bin + _smallest), i += countsA[bin], j += countsB[bin]);
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
        foreach (var one in digits.Where(one => one >= _smallest && BinOf(one) < _bins))
        {
            ref var place = ref places[BinOf(one)];
            place = place == 0 ? ++opened : place;
        }

        var (valuesA, valuesB) = (Collect(_a, places, opened, _countsA), Collect(_b, places, opened, _countsB));
        return values.Zip(digits, (value, one) => (value, Below(_countsA, valuesA, places, one), Below(_countsB, valuesB, places, one)));
    }

    private long BinOf(long digits) => (digits - _smallest) >> _shift;

    private long Below(int[] counts, int[][] opened, int[] places, long digits)
    {
        if (digits < _smallest)
            return 0;
        var bin = (int)Math.Min(_bins, BinOf(digits));
        long below = 0;
        for (var before = 0; before < bin; before++)
            below += counts[before];
        return bin == _bins ? below : below + opened[places[bin]].Count(one => one <= digits);
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
        var (smallest, shift) = (_smallest, _shift);
        foreach (var part in numbers.Parts)
        {
            // The range of all values made the bins, so there is one for each.
            foreach (var digits in part.Span)
                Unsafe.Add(ref first, (uint)(digits - smallest) >> shift)++;
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

        var (smallest, shift) = (_smallest, _shift);

        // A byte a bin stays in the processor's nearest memory, where most values need no more.
        var isOpen = Array.ConvertAll(places, place => place > 0);
        ref var first = ref MemoryMarshal.GetArrayDataReference(isOpen);
        foreach (var part in numbers.Parts)
        {
            foreach (var digits in part.Span)
            {
                var bin = (uint)(digits - smallest) >> shift;
                if (Unsafe.Add(ref first, bin))
                    values[places[bin]][used[places[bin]]++] = digits;
            }
        }

        for (var place = 1; place <= opened; place++)
            RadixSort.Sort(values[place].AsSpan());
        return values;
    }
}
