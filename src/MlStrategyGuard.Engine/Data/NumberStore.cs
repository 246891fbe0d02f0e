namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The numbers of a column: all of them, or, when the budget is exceeded, only how many there are. Numbers with few digits
/// take four bytes: their digits without the point.
/// </summary>
/// <param name="budget">What may be kept.</param>
internal sealed class NumberStore(ReadingBudget budget)
{
    private const int FirstChunk = 256;
    // Long enough that the collector lets it lie where it is.
    private const int LastChunk = 1 << 15;

    private readonly List<Chunk> _full = [];
    private int[]? _ints = new int[FirstChunk];
    private double[]? _doubles;
    private int _used;
    private int _scale;
    private bool _dropped;
    private int[]? _forgotten;

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

    /// <summary>
    /// Where the digits of coming numbers may be written directly, to be taken by <see cref="Commit"/>: empty while they are
    /// kept as doubles. When none is kept any more, digits of any scale may be, and are forgotten.
    /// </summary>
    /// <param name="scale">How many digits stand behind the point; −1 for any.</param>
    public Span<int> Room(out int scale)
    {
        scale = _dropped ? -1 : _scale;
        return _dropped ? _forgotten ??= new int[FirstChunk] : _ints is null ? [] : _ints.AsSpan(_used);
    }

    /// <summary>Takes numbers whose digits were written into <see cref="Room"/>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="smallest">The smallest of them.</param>
    /// <param name="largest">The largest of them.</param>
    public void Commit(int count, double smallest, double largest)
    {
        Count += count;
        if (smallest < Smallest)
            Smallest = smallest;
        if (largest > Largest)
            Largest = largest;
        if (_dropped)
            return;
        _used += count;
        if (_used == _ints!.Length)
            Close();
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

    /// <summary>The digits of the values kept, if four bytes hold each with as many zeros as the finest of them needs.</summary>
    public FixedNumbers? ToFixed()
    {
        var chunks = _full.Append(Current).Where(chunk => chunk.Count > 0).ToList();
        if (_dropped || chunks.Count == 0 || chunks.Exists(chunk => chunk.Ints is null))
            return null;
        var scale = chunks.Max(chunk => chunk.Scale);
        var parts = chunks.ConvertAll(chunk => (ReadOnlyMemory<int>)chunk.Ints.AsMemory(0, chunk.Count));
        for (var i = 0; i < parts.Count; i++)
        {
            if (chunks[i].Scale == scale)
                continue;
            if (FixedNumbers.Lift(parts[i], scale - chunks[i].Scale) is not { } lifted)
                return null;
            parts[i] = lifted;
        }

        return new FixedNumbers(parts, scale);
    }

    /// <summary>The values kept, ascending.</summary>
    public double[] ToSorted()
    {
        if (ToFixed() is { } numbers)
            return numbers.ToSorted();
        var chunks = _full.Append(Current).Where(chunk => chunk.Count > 0).ToList();
        var doubles = new double[chunks.Sum(chunk => chunk.Count)];
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
            RadixSort.Sort(part);
            if (part.Length - Distinct(part) > share * Count)
                return false;
        }

        return Count - (ToFixed()?.Distinct() ?? Distinct(ToSorted())) <= share * Count;
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

    /// <summary>Writes so many zeros behind a number's digits, if four bytes hold that.</summary>
    public static bool TryScale(long mantissa, int by, out int scaled)
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
            _ints = GC.AllocateUninitializedArray<int>(length);
        else
            _doubles = GC.AllocateUninitializedArray<double>(length);
        _used = 0;
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
