using System.Numerics;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Numbers as their digits, all with the same number of them behind the point; in no order.</summary>
/// <param name="parts">The digits, at least one number in all.</param>
/// <param name="scale">How many digits stand behind the point, 0 to 9.</param>
internal sealed class FixedNumbers(IReadOnlyList<ReadOnlyMemory<int>> parts, int scale)
{
    /// <summary>The digits.</summary>
    public IReadOnlyList<ReadOnlyMemory<int>> Parts => parts;

    /// <summary>How many digits stand behind the point.</summary>
    public int Scale => scale;

    /// <summary>The number of numbers.</summary>
    public int Count { get; } = parts.Sum(part => part.Length);

    /// <summary>The digits of the smallest number and of the largest.</summary>
    public (int Smallest, int Largest) Range()
    {
        var (smallest, largest) = (int.MaxValue, int.MinValue);
        var (smallestOf, largestOf) = (new Vector<int>(int.MaxValue), new Vector<int>(int.MinValue));
        foreach (var part in parts)
        {
            var digits = part.Span;
            for (; digits.Length >= Vector<int>.Count; digits = digits[Vector<int>.Count..])
            {
                var some = new Vector<int>(digits);
                smallestOf = Vector.Min(smallestOf, some);
                largestOf = Vector.Max(largestOf, some);
            }

            foreach (var one in digits)
                (smallest, largest) = (Math.Min(smallest, one), Math.Max(largest, one));
        }

        for (var i = 0; i < Vector<int>.Count; i++)
            (smallest, largest) = (Math.Min(smallest, smallestOf[i]), Math.Max(largest, largestOf[i]));
        return (smallest, largest);
    }

    /// <summary>The same numbers with more digits behind the point; null if four bytes don't hold one of them then.</summary>
    /// <param name="wanted">How many, at least as many as there are.</param>
    public FixedNumbers? WithScale(int wanted)
    {
        if (wanted == scale)
            return this;
        var lifted = new List<ReadOnlyMemory<int>>(parts.Count);
        foreach (var part in parts)
        {
            if (Lift(part, wanted - scale) is not { } more)
                return null;
            lifted.Add(more);
        }

        return new FixedNumbers(lifted, wanted);
    }

    /// <summary>The numbers, ascending.</summary>
    public double[] ToSorted()
    {
        var digits = new int[Count];
        var at = 0;
        foreach (var part in parts)
        {
            part.Span.CopyTo(digits.AsSpan(at));
            at += part.Length;
        }

        RadixSort.Sort(digits);
        return Array.ConvertAll(digits, one => ValueParser.FromFixed(one, scale));
    }

    /// <summary>The number of different numbers.</summary>
    public int Distinct()
    {
        const long WordsANumber = 1;
        var (smallest, largest) = Range();
        var words = (((long)largest - smallest) >> 6) + 1;
        if (words > WordsANumber * Count)
            return NumberStore.Distinct(ToSorted());

        // One bit a possible number.
        var seen = new ulong[words];
        foreach (var part in parts)
        {
            foreach (var one in part.Span)
            {
                var place = (uint)(one - smallest);
                seen[place >> 6] |= 1UL << (int)(place & 63);
            }
        }

        var distinct = 0;
        foreach (var word in seen)
            distinct += BitOperations.PopCount(word);
        return distinct;
    }

    /// <summary>Digits with so many zeros behind them; null if four bytes don't hold one of them.</summary>
    public static int[]? Lift(ReadOnlyMemory<int> digits, int zeros)
    {
        var lifted = new int[digits.Length];
        var from = digits.Span;
        for (var i = 0; i < lifted.Length; i++)
        {
            if (!NumberStore.TryScale(from[i], zeros, out lifted[i]))
                return null;
        }

        return lifted;
    }
}
