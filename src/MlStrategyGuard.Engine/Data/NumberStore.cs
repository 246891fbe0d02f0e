using System.Buffers;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The numbers of a column: all of them, or, when the budget is exceeded, only how many there are. Numbers with few digits
/// take four bytes: their digits without the point.
/// </summary>
/// <param name="budget">What may be kept.</param>
internal sealed class NumberStore(ReadingBudget budget)
{
    private const int FirstChunk = 256;
    private const int LastChunk = 1 << 14;

    private readonly List<Chunk> _full = [];
    private int[]? _ints = new int[FirstChunk];
    private double[]? _doubles;
    private int _used;
    private int _scale;
    private bool _dropped;

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The smallest of all values, kept or not; infinity if there is none.</summary>
    public double Smallest { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest of all values, kept or not; minus infinity if there is none.</summary>
    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether the budget was found exceeded: the owner is to call <see cref="Drop"/>.</summary>
    public bool IsOverBudget { get; private set; }

    /// <summary>Whether every value was kept.</summary>
    public bool IsComplete => !_dropped;

    /// <summary>Takes a value.</summary>
    public void Add(in FieldValue value)
    {
        if (_ints is { } ints && value.Scale == _scale && (int)value.Mantissa == value.Mantissa)
        {
            ints[_used++] = (int)value.Mantissa;
            if (_used == ints.Length)
                Close();
        }
        else if (_doubles is { } doubles)
        {
            doubles[_used++] = value.Number;
            if (_used == doubles.Length)
                Close();
        }
        else if (!_dropped)
        {
            AddOfOtherForm(value);
        }

        Count++;
        if (value.Number < Smallest)
            Smallest = value.Number;
        if (value.Number > Largest)
            Largest = value.Number;
    }

    /// <summary>Takes a number that isn't written in a file.</summary>
    public void Add(double number) => Add(new FieldValue(FieldKind.Number, number, 0, 0, -1));

    /// <summary>Adds what another one keeps.</summary>
    public void Merge(NumberStore other)
    {
        if (other._dropped)
            Drop();
        Count += other.Count;
        Smallest = Math.Min(Smallest, other.Smallest);
        Largest = Math.Max(Largest, other.Largest);
        if (_dropped)
            return;
        _full.AddRange(other._full);
        if (other._used > 0)
            _full.Add(other.Current);
    }

    /// <summary>Keeps the count only.</summary>
    public void Drop()
    {
        _dropped = true;
        (_ints, _doubles, _used) = (null, null, 0);
        _full.Clear();
    }

    /// <summary>The values kept, in no order.</summary>
    public IEnumerable<double> Values => _full.Append(Current).SelectMany(chunk => chunk.Values());

    /// <summary>The values kept, ascending.</summary>
    public double[] ToSorted()
    {
        var chunks = _full.Append(Current).Where(chunk => chunk.Count > 0).ToList();
        var count = chunks.Sum(chunk => chunk.Count);
        if (chunks.Count > 0 && chunks.TrueForAll(chunk => chunk.Ints is not null))
        {
            var scale = chunks.Max(chunk => chunk.Scale);
            var rented = ArrayPool<int>.Shared.Rent(count);
            try
            {
                var ints = rented.AsSpan(0, count);
                if (TryGather(chunks, scale, ints))
                {
                    RadixSort.Sort(ints);
                    var numbers = new double[count];
                    for (var i = 0; i < numbers.Length; i++)
                        numbers[i] = ValueParser.FromFixed(ints[i], scale);
                    return numbers;
                }
            }
            finally
            {
                ArrayPool<int>.Shared.Return(rented);
            }
        }

        var doubles = new double[count];
        var at = 0;
        foreach (var chunk in chunks)
        {
            chunk.CopyTo(doubles.AsSpan(at));
            at += chunk.Count;
        }

        RadixSort.Sort(doubles);
        return doubles;
    }

    /// <summary>
    /// Whether at most this share of the values repeats another one. Asks for order only if a part of them doesn't
    /// refute it already.
    /// </summary>
    public bool RepeatAtMost(double share)
    {
        foreach (var chunk in _full.Where(chunk => chunk.Count == LastChunk).Take(4))
        {
            var part = new double[chunk.Count];
            chunk.CopyTo(part);
            Array.Sort(part);
            if (part.Length - Distinct(part) > share * Count)
                return false;
        }

        return Count - Distinct(ToSorted()) <= share * Count;
    }

    /// <summary>The number of different values in an ascending array.</summary>
    public static int Distinct(ReadOnlySpan<double> sorted)
    {
        var distinct = Math.Min(1, sorted.Length);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1])
                distinct++;
        }

        return distinct;
    }

    private Chunk Current => new(_ints, _doubles, _used, _scale);

    private void AddOfOtherForm(in FieldValue value)
    {
        if (value.Scale > _scale && TryRaiseScale(value.Scale))
        {
            Add(value);
            Count--;
            return;
        }

        if (value.Scale >= 0 && value.Scale <= _scale
            && TryScale(value.Mantissa, _scale - value.Scale, out var mantissa))
        {
            _ints![_used++] = mantissa;
            if (_used == _ints.Length)
                Close();
            return;
        }

        var doubles = new double[_ints!.Length];
        Current.CopyTo(doubles);
        (_ints, _doubles) = (null, doubles);
        doubles[_used++] = value.Number;
        if (_used == doubles.Length)
            Close();
    }

    private bool TryRaiseScale(int scale)
    {
        if (scale > 9)
            return false;
        var ints = _ints.AsSpan(0, _used);
        foreach (var mantissa in ints)
        {
            if (!TryScale(mantissa, scale - _scale, out _))
                return false;
        }

        foreach (ref var mantissa in ints)
            TryScale(mantissa, scale - _scale, out mantissa);
        _scale = scale;
        return true;
    }

    private static bool TryScale(long mantissa, int by, out int scaled)
    {
        scaled = 0;
        if (by > 9 || (int)mantissa != mantissa)
            return false;
        for (; by > 0; by--)
            mantissa *= 10;
        scaled = (int)mantissa;
        return scaled == mantissa;
    }

    private void Close()
    {
        _full.Add(Current);
        budget.AddNumbers(_used);
        IsOverBudget |= budget.IsExceeded;
        var length = Math.Min(LastChunk, 2 * _used);
        if (_doubles is null)
            _ints = new int[length];
        else
            _doubles = new double[length];
        _used = 0;
    }

    private static bool TryGather(List<Chunk> chunks, int scale, Span<int> ints)
    {
        var at = 0;
        foreach (var chunk in chunks)
        {
            foreach (var mantissa in chunk.Ints.AsSpan(0, chunk.Count))
            {
                if (!TryScale(mantissa, scale - chunk.Scale, out ints[at++]))
                    return false;
            }
        }

        return true;
    }

    private readonly record struct Chunk(int[]? Ints, double[]? Doubles, int Count, int Scale)
    {
        public void CopyTo(Span<double> destination)
        {
            for (var i = 0; i < Count; i++)
                destination[i] = Ints is null ? Doubles![i] : ValueParser.FromFixed(Ints[i], Scale);
        }

        public IEnumerable<double> Values()
        {
            for (var i = 0; i < Count; i++)
                yield return Ints is null ? Doubles![i] : ValueParser.FromFixed(Ints[i], Scale);
        }
    }
}
