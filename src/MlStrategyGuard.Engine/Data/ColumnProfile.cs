using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Everything that a comparison needs of one column of one split, gathered in one pass. A column is taken for numbers
/// (or dates) until a value refutes it; then what was kept becomes levels.
/// </summary>
internal sealed class ColumnProfile
{
    /// <summary>A numeric column with this many different whole numbers at most is compared by its levels.</summary>
    public const int MaxCodes = 20;

    private const int MaxLength = 4_096;

    private readonly NumberSample _numbers;
    private readonly NumberSample _dates;
    private readonly LevelCounts _levels = new();
    private long[]? _lengths;
    private Dictionary<double, long>? _codes = [];
    private State _state;

    /// <param name="name">The column's name.</param>
    /// <param name="declared">Its declared kind.</param>
    /// <param name="refuted">Whether it is known not to hold numbers only.</param>
    /// <param name="cap">The most numbers to keep.</param>
    public ColumnProfile(string name, DeclaredKind? declared, bool refuted, int cap)
    {
        Name = name;
        Declared = declared;
        _numbers = new NumberSample(cap);
        _dates = new NumberSample(cap);
        _state = declared switch
        {
            DeclaredKind.Numeric => State.Numbers,
            DeclaredKind.Date => State.Dates,
            DeclaredKind.Embedding => State.Unread,
            DeclaredKind.Text => State.Lengths,
            DeclaredKind.Categorical => State.Levels,
            _ => refuted ? State.Levels : State.Start,
        };
    }

    private enum State
    {
        Start,
        Numbers,
        Dates,
        Levels,
        Lengths,
        Unread,
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The kind that the file declares, if it does.</summary>
    public DeclaredKind? Declared { get; }

    /// <summary>Rows without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>Rows with a value.</summary>
    public long Present { get; private set; }

    /// <summary>Values that are numbers.</summary>
    public long NumberCount { get; private set; }

    /// <summary>Values that are dates.</summary>
    public long DateCount { get; private set; }

    /// <summary>Whether all numbers so far are whole.</summary>
    public bool IsInteger { get; private set; } = true;

    /// <summary>What the column holds, by declaration or by its values.</summary>
    public ColumnKind Kind => _state switch
    {
        State.Start => ColumnKind.Empty,
        State.Numbers => Declared is null && Present == 0 ? ColumnKind.Empty : ColumnKind.Numeric,
        State.Dates => ColumnKind.Date,
        State.Lengths => ColumnKind.Text,
        State.Unread => ColumnKind.Embedding,
        _ => Declared is null && Present == 0 ? ColumnKind.Empty : ColumnKind.Categorical,
    };

    /// <summary>The numbers that were kept; a column of levels may have some too.</summary>
    public NumberSample Numbers => _numbers;

    /// <summary>The dates that were kept, as ticks; a column of levels may have some too.</summary>
    public NumberSample Dates => _dates;

    /// <summary>Rows by number, while there are at most <see cref="MaxCodes"/> different ones and all are whole.</summary>
    public IReadOnlyDictionary<double, long>? Codes => _state == State.Numbers && IsInteger ? _codes : null;

    /// <summary>Whether some whole number is too large to be told from its neighbours, as ids of 64 bits are.</summary>
    public bool IsBeyondPrecision { get; private set; }

    /// <summary>The number of different values: of levels, or of the numbers that were kept.</summary>
    public double Distinct => _state is State.Numbers ? DistinctNumbers() : _levels.Distinct;

    /// <summary>The smallest number; infinity if there is none.</summary>
    public double Smallest { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number; minus infinity if there is none.</summary>
    public double Largest { get; private set; } = double.NegativeInfinity;

    /// <summary>The different values of a column of levels, while they are known by name.</summary>
    public IEnumerable<byte[]> LevelNames() => _levels.Names;

    /// <summary>Counts a row without a value.</summary>
    public void AddMissing() => Missing++;

    /// <summary>Takes a row's value.</summary>
    /// <param name="field">The field without white space around it, not a missing token.</param>
    /// <param name="row">The row's number.</param>
    public Outcome Add(ReadOnlySpan<byte> field, long row)
    {
        Present++;
        switch (_state)
        {
            case State.Unread:
                return Outcome.Taken;
            case State.Lengths:
                CountLength(field);
                return Outcome.Taken;
            case State.Dates:
                return AddToDates(field, row);
            case State.Levels:
                AddLevel(field, row);
                return Outcome.Taken;
            default:
                return AddToNumbers(field, row);
        }
    }

    /// <summary>Rows by level, in ordinal order. Numbers become levels under their canonical spelling.</summary>
    /// <param name="hashed">Whether to count hash buckets instead of names.</param>
    public IReadOnlyList<KeyValuePair<string, long>> Levels(bool hashed) => AsLevels().Counts(hashed);

    /// <summary>Whether there are too many levels to know them by name.</summary>
    public bool IsHashed => AsLevels().IsHashed;

    /// <summary>The lengths of all texts in UTF-16 units, ascending; the longest are cut at 4,096.</summary>
    public double[] SortedLengths()
    {
        if (_lengths is null)
            return [];
        var cap = 1L << 20;
        var shift = 0;
        while (Present >> shift > cap)
            shift++;
        return [.. _lengths.SelectMany((count, length) => Enumerable.Repeat((double)length, (int)(count >> shift)))];
    }

    private Outcome AddToNumbers(ReadOnlySpan<byte> field, long row)
    {
        if (ValueParser.TryNumber(field, out var number))
        {
            _state = State.Numbers;
            NumberCount++;
            _numbers.Add(number, row);
            CountCode(number);
            return Outcome.Taken;
        }

        if (Declared == DeclaredKind.Numeric)
            return Outcome.NotOfDeclaredKind;

        if (_state == State.Start && ValueParser.TryDate(field, out _))
        {
            _state = State.Dates;
            return AddToDates(field, row);
        }

        if (!_numbers.IsComplete)
            return Outcome.Refuted;

        Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
        foreach (var earlier in _numbers.Values)
            CountLevel(canonical[..ValueParser.WriteCanonical(earlier, canonical)]);
        TurnToLevels();
        AddLevel(field, row);
        return Outcome.Taken;
    }

    private Outcome AddToDates(ReadOnlySpan<byte> field, long row)
    {
        if (ValueParser.TryDate(field, out var ticks))
        {
            DateCount++;
            _dates.Add(ticks, row);
            CountLevel(field);
            return Outcome.Taken;
        }

        if (Declared == DeclaredKind.Date)
            return Outcome.NotOfDeclaredKind;

        TurnToLevels();
        AddLevel(field, row);
        return Outcome.Taken;
    }

    private void AddLevel(ReadOnlySpan<byte> field, long row)
    {
        if (ValueParser.TryNumber(field, out var number))
        {
            NumberCount++;
            CountCode(number);
            _numbers.Add(number, row);
            Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
            CountLevel(canonical[..ValueParser.WriteCanonical(number + 0.0, canonical)]);
            return;
        }

        if (ValueParser.TryDate(field, out var ticks))
        {
            DateCount++;
            _dates.Add(ticks, row);
        }

        CountLevel(field);
    }

    private void CountLevel(ReadOnlySpan<byte> level)
    {
        _levels.Add(level);
        CountLength(level);
    }

    private void CountLength(ReadOnlySpan<byte> text) =>
        (_lengths ??= new long[MaxLength + 1])[Math.Min(MaxLength, Encoding.UTF8.GetCharCount(text))]++;

    private void CountCode(double number)
    {
        IsInteger &= number == Math.Floor(number) && !double.IsInfinity(number);
        Smallest = Math.Min(Smallest, number);
        Largest = Math.Max(Largest, number);
        IsBeyondPrecision |= Math.Abs(number) >= 1L << 53;
        if (_codes is null)
            return;
        _codes[number + 0.0] = _codes.GetValueOrDefault(number + 0.0) + 1;
        if (_codes.Count > MaxCodes)
            _codes = null;
    }

    private void TurnToLevels()
    {
        _state = State.Levels;
        _codes = null;
    }

    private LevelCounts AsLevels()
    {
        if (_state != State.Numbers)
            return _levels;

        var levels = new LevelCounts();
        Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
        foreach (var number in _numbers.Values)
            levels.Add(canonical[..ValueParser.WriteCanonical(number, canonical)]);
        return levels;
    }

    private int DistinctNumbers()
    {
        var sorted = _numbers.ToSorted();
        var distinct = Math.Min(1, sorted.Length);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1])
                distinct++;
        }

        return distinct;
    }

    /// <summary>What became of a value.</summary>
    public enum Outcome
    {
        /// <summary>It is part of the profile.</summary>
        Taken,

        /// <summary>The file declares another kind.</summary>
        NotOfDeclaredKind,

        /// <summary>It refutes that the column holds numbers, after earlier numbers were thinned out: read again.</summary>
        Refuted,
    }
}
