using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Everything that a comparison needs of one column of one split, gathered in one pass. A column is taken for numbers
/// (or dates) until a value refutes it; then what was kept becomes levels. Parts that were read apart can be merged, and
/// no order of values or parts makes a difference.
/// </summary>
internal sealed class ColumnProfile
{
    /// <summary>A numeric column with this many different whole numbers at most is compared by its levels.</summary>
    public const int MaxCodes = 20;

    /// <summary>How often four numbers of a block of rows may be tried in vain.</summary>
    private const int MostTries = 24;

    private readonly CodeCounts _codes = new();
    private readonly LevelCounts _levels = new();
    private readonly ReadingBudget _budget;
    private long[]? _lengths;
    private DistinctSketch? _sketch;
    private KnownLevel[]? _known;
    private State _state;

    /// <param name="name">The column's name.</param>
    /// <param name="declared">Its declared kind.</param>
    /// <param name="refuted">Whether it is known not to hold numbers only.</param>
    /// <param name="budget">How many numbers may be kept.</param>
    public ColumnProfile(string name, DeclaredKind? declared, bool refuted, ReadingBudget budget)
    {
        Name = name;
        Declared = declared;
        _budget = budget;
        Numbers = new NumberStore(budget);
        Dates = new NumberStore(budget);
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
    public long NumberCount => Numbers.Count;

    /// <summary>Values that are dates.</summary>
    public long DateCount => Dates.Count;

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

    /// <summary>The numbers; a column of levels may have some too.</summary>
    public NumberStore Numbers { get; }

    /// <summary>The dates as ticks; a column of levels may have some too.</summary>
    public NumberStore Dates { get; }

    /// <summary>The numbers (of a column of dates, the dates) in bins; null while all of them are kept.</summary>
    public NumberBins? Bins { get; set; }

    /// <summary>Rows by number, while there are at most <see cref="MaxCodes"/> different ones and all are whole.</summary>
    public IReadOnlyDictionary<double, long>? Codes => _state == State.Numbers && IsInteger ? _codes.ToDictionary() : null;

    /// <summary>The smallest number; infinity if there is none.</summary>
    public double Smallest => Numbers.Smallest;

    /// <summary>The largest number; minus infinity if there is none.</summary>
    public double Largest => Numbers.Largest;

    /// <summary>Whether some whole number is too large to be told from its neighbours, as ids of 64 bits are.</summary>
    public bool IsBeyondPrecision => NumberCount > 0 && Math.Max(Math.Abs(Smallest), Math.Abs(Largest)) >= 1L << 53;

    /// <summary>
    /// Whether numbers were dropped before a value came that makes the column one of levels: it has to be read again as
    /// such from the start.
    /// </summary>
    public bool LostLevels { get; private set; }

    /// <summary>The number of different values: of levels, or of numbers.</summary>
    public double Distinct => _state == State.Numbers
        ? _sketch?.Count ?? NumberStore.Distinct(Numbers.ToSorted())
        : _levels.Distinct;

    /// <summary>Whether there are too many levels to know them by name.</summary>
    public bool IsHashed => AsLevels().IsHashed;

    /// <summary>The looks of a column's levels: of all, or of a random part.</summary>
    public IEnumerable<IdLook> Looks => _levels.Looks;

    /// <summary>Takes the column's values of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="position">Where the column is in them.</param>
    /// <param name="missing">The spellings of a missing value.</param>
    /// <param name="hashes">Receives the <see cref="FieldValue.Hash"/> of each value.</param>
    /// <returns>False if one of them isn't what the file declares.</returns>
    public bool Take(in RowBlock rows, int position, MissingTokens missing, Span<ulong> hashes)
    {
        var row = 0;
        while (true)
        {
            // What is usual goes fast, what isn't goes one by one.
            if (_state == State.Numbers)
                row = TakeNumbers(rows, position, missing, hashes, row);
            else if (_state == State.Levels && !_levels.IsHashed)
                row = TakeLevels(rows, position, missing, hashes, row);
            if (row == rows.Count)
                return true;
            if (!Take(rows.Field(row, position), missing, out hashes[row]))
                return false;
            row++;
        }
    }

    private bool Take(ReadOnlySpan<byte> field, MissingTokens missing, out ulong hash)
    {
        field = ValueParser.Trim(field);
        if (missing.Contains(field))
        {
            Missing++;
            hash = FieldValue.MissingHash;
            return true;
        }

        var value = FieldValue.Of(field);
        hash = value.Hash;
        return Add(value, field);
    }

    /// <summary>Takes numbers of few digits until something else comes.</summary>
    /// <returns>The row of what came, or the number of rows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeNumbers(in RowBlock rows, int position, MissingTokens missing, Span<ulong> hashes, int row)
    {
        ref readonly var text = ref MemoryMarshal.GetReference(rows.Text);
        ref readonly var span = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Spans), position);
        var (count, width) = (rows.Count, rows.Width);
        var (tokens, emptyIsMissing) = (missing.MayBeNumber, missing.EmptyIsMissing);
        while (row < count)
        {
            var room = Numbers.Room(out var scale);
            var range = DigitRange.None;
            var (used, gone) = (0, 0);
            var (runRow, runUsed) = (row, 0);
            var four = new FourNumbers(tokens ? -1 : scale);
            var (tries, nextTry) = (MostTries, four.IsSupported ? row : count);
            for (; row < count && used < room.Length; row++)
            {
                ref readonly var field = ref Unsafe.Add(ref Unsafe.AsRef(in span), (nint)row * width);
                if (row >= nextTry && row + FourNumbers.Count <= count && used + FourNumbers.Count <= room.Length)
                {
                    if (four.TryRead(ref Unsafe.AsRef(in text), ref Unsafe.AsRef(in field), width, out var values))
                    {
                        values.StoreUnsafe(ref MemoryMarshal.GetReference(room), (nuint)used);
                        used += FourNumbers.Count;
                        row += FourNumbers.Count - 1;
                        continue;
                    }

                    nextTry = --tries > 0 ? row + FourNumbers.Count : count;
                }

                var (start, end) = (field.Start, field.End);
                if (start == end)
                {
                    if (!emptyIsMissing)
                        break;
                    if (scale >= 0)
                        range.Take(room[runUsed..used], scale, hashes[runRow..row]);
                    hashes[row] = FieldValue.MissingHash;
                    gone++;
                    (runRow, runUsed) = (row + 1, used);
                    continue;
                }

                if (end < ShortNumber.Reach || !ShortNumber.TryRead(in text, start, end, out var digits, out var own))
                    break;
                if (tokens && missing.Contains(rows.Text[start..end]))
                    break;
                if (own != scale)
                {
                    if (scale < 0)
                        range.Take(digits, own, out hashes[row]);
                    else if (own > scale || !NumberStore.TryScale(digits, scale - own, out digits))
                        break;
                }

                Unsafe.Add(ref MemoryMarshal.GetReference(room), used++) = digits;
            }

            if (scale >= 0)
                range.Take(room[runUsed..used], scale, hashes[runRow..row]);
            Missing += gone;
            Present += used;
            if (IsInteger)
                AddWhole(room[..used], scale, hashes, row - used - gone, row);
            var isFull = used == room.Length;
            if (used > 0)
                AddDigits(used, range.Smallest, range.Largest);
            if (!isFull || room.IsEmpty)
                break;
        }

        return row;
    }

    private void AddDigits(int count, double smallest, double largest)
    {
        Numbers.Commit(count, smallest, largest);
        if (Numbers.IsOverBudget && Numbers.IsComplete)
            DropNumbers();
    }

    /// <summary>Counts short texts that came before until something else comes.</summary>
    /// <returns>The row of what came, or the number of rows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeLevels(in RowBlock rows, int position, MissingTokens missing, Span<ulong> hashes, int row)
    {
        var known = _known ??= new KnownLevel[KnownLevel.FewSlots];
        var shift = KnownLevel.ShiftOf(known);
        ref readonly var text = ref MemoryMarshal.GetReference(rows.Text);
        ref readonly var span = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows.Spans), position);
        var (count, width, length) = (rows.Count, rows.Width, rows.Text.Length);
        var (present, gone) = (0, 0);
        for (; row < count; row++)
        {
            ref readonly var field = ref Unsafe.Add(ref Unsafe.AsRef(in span), (nint)row * width);
            if (!KnownLevel.TryKey(in text, length, field.Start, field.Length, out var key))
                break;
            ref var slot = ref KnownLevel.Find(known, shift, key, out var isKnown);
            if (isKnown)
            {
                hashes[row] = slot.Hash;
                if (slot.Level < 0)
                {
                    gone++;
                }
                else
                {
                    present++;
                    _levels.Add(slot.Level);
                }

                continue;
            }

            var numbers = NumberCount + DateCount;
            var missingBefore = Missing;
            if (!Take(rows.Field(row, position), missing, out hashes[row]))
                break;
            if (_levels.IsHashed)
            {
                row++;
                break;
            }

            if (KnownLevel.AreTooFew(known, _levels.Distinct))
            {
                _known = known = new KnownLevel[4 * known.Length];
                shift = KnownLevel.ShiftOf(known);
                continue;
            }

            // Numbers and dates are counted as such too, each time.
            if (NumberCount + DateCount == numbers)
                slot = new KnownLevel(key, Missing > missingBefore ? -1 : _levels.LastLevel, hashes[row]);
        }

        Present += present;
        Missing += gone;
        return row;
    }

    /// <summary>Takes a row's value.</summary>
    /// <param name="value">The value, not a missing one.</param>
    /// <param name="field">The field that says it, without white space around it.</param>
    /// <returns>False if the file declares another kind.</returns>
    private bool Add(in FieldValue value, ReadOnlySpan<byte> field)
    {
        Present++;
        switch (_state)
        {
            case State.Unread:
                return true;
            case State.Lengths:
                (_lengths ??= new long[LevelCounts.MaxLength + 1])[LevelCounts.LengthOf(field)]++;
                return true;
            case State.Dates:
                return AddToDates(value, field);
            case State.Levels:
                AddLevel(value, field);
                return true;
            default:
                return AddToNumbers(value, field);
        }
    }

    /// <summary>Adds what another part of the same column holds.</summary>
    public void Merge(ColumnProfile other)
    {
        (_known, other._known) = (null, null);
        if (_state != other._state && other._state != State.Start)
        {
            if (_state == State.Start)
            {
                _state = other._state;
            }
            else
            {
                TurnToLevels();
                other.TurnToLevels();
            }
        }

        Missing += other.Missing;
        Present += other.Present;
        IsInteger &= other.IsInteger;
        LostLevels |= other.LostLevels;
        if (!IsInteger || _state == State.Levels)
            _sketch = null;
        else if (_sketch is not null || other._sketch is not null)
            (_sketch ?? StartSketch()).Merge(other._sketch ?? other.StartSketch());
        Numbers.Merge(other.Numbers);
        Dates.Merge(other.Dates);
        _codes.Merge(other._codes);
        _levels.Merge(other._levels);
        if (other._lengths is { } lengths)
        {
            _lengths ??= new long[LevelCounts.MaxLength + 1];
            for (var i = 0; i < lengths.Length; i++)
                _lengths[i] += lengths[i];
        }
    }

    /// <summary>Forgets the numbers, so that they are counted in bins: there are too many in all columns together.</summary>
    public void DropNumbers()
    {
        if (_state == State.Numbers && IsInteger && _sketch is null)
            StartSketch();
        Numbers.Drop();
        Dates.Drop();
    }

    /// <summary>Rows by level, in ordinal order. Numbers become levels under their canonical spelling.</summary>
    /// <param name="hashed">Whether to count hash buckets instead of names.</param>
    public IReadOnlyList<KeyValuePair<string, long>> Levels(bool hashed) => AsLevels().Counts(hashed);

    /// <summary>Rows by the length of their text in UTF-16 units; the longest are cut at 4,096.</summary>
    public long[] Lengths() => _lengths ?? _levels.Lengths();

    /// <summary>Whether at least this share of the values is unlike all others; beyond 65,536 levels among a part of them.</summary>
    public bool IsUnique(double share)
    {
        if (_state != State.Numbers)
            return _levels.DistinctShare >= share;
        return _sketch is null ? Numbers.RepeatAtMost(1 - share) : _sketch.DistinctShare >= share;
    }

    private bool AddToNumbers(in FieldValue value, ReadOnlySpan<byte> field)
    {
        if (value.Kind == FieldKind.Number)
        {
            _state = State.Numbers;
            AddNumber(value);
            return true;
        }

        if (Declared == DeclaredKind.Numeric)
            return false;

        if (_state == State.Start && ValueParser.TryDate(field, out _))
        {
            _state = State.Dates;
            return AddToDates(value, field);
        }

        TurnToLevels();
        AddLevel(value, field);
        return true;
    }

    private bool AddToDates(in FieldValue value, ReadOnlySpan<byte> field)
    {
        if (ValueParser.TryDate(field, out var ticks))
        {
            AddDate(ticks);
            _levels.Add(field, value.Kind == FieldKind.Text ? value.Hash : Hashing.Of(field), 1);
            return true;
        }

        if (Declared == DeclaredKind.Date)
            return false;

        TurnToLevels();
        AddLevel(value, field);
        return true;
    }

    private void AddLevel(in FieldValue value, ReadOnlySpan<byte> field)
    {
        if (value.Kind == FieldKind.Number)
        {
            AddNumber(value);
            AddCanonical(value, field);
            return;
        }

        if (ValueParser.TryDate(field, out var ticks))
            AddDate(ticks);
        _levels.Add(field, value.Hash, 1);
    }

    private void AddDate(double ticks)
    {
        Dates.Add(ticks);
        if (Dates.IsOverBudget && Dates.IsComplete)
            DropNumbers();
    }

    private void AddCanonical(in FieldValue value, ReadOnlySpan<byte> field)
    {
        if (ValueParser.IsCanonical(field, value.Mantissa, value.Scale))
        {
            _levels.Add(field);
            return;
        }

        Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
        _levels.Add(canonical[..ValueParser.WriteCanonical(value.Number, canonical)]);
    }

    private void AddNumber(in FieldValue value)
    {
        var number = value.Number;
        Numbers.Add(value);
        if (IsInteger)
            AddWhole(number);
        if (Numbers.IsOverBudget && Numbers.IsComplete)
            DropNumbers();
    }

    /// <summary>Numbers whose digits are known already; those of the rows are what the hashes say.</summary>
    private void AddWhole(ReadOnlySpan<int> digits, int scale, ReadOnlySpan<ulong> hashes, int row, int end)
    {
        if (scale == 0 && _sketch is null && !_codes.AreFew)
            return;
        if (scale == 0 && _sketch is null)
        {
            foreach (var number in digits)
                _codes.Add(number);
            return;
        }

        for (; IsInteger && row < end; row++)
        {
            if (hashes[row] != FieldValue.MissingHash)
                AddWhole(BitConverter.UInt64BitsToDouble(hashes[row]));
        }
    }

    private void AddWhole(double number)
    {
        if (number != Math.Floor(number) || double.IsInfinity(number))
        {
            IsInteger = false;
            _codes.GiveUp();
            _sketch = null;
            return;
        }

        _codes.Add(number);
        _sketch?.Add(SketchHash(number), []);
    }

    /// <summary>From here on different whole numbers are counted by hash.</summary>
    private DistinctSketch StartSketch()
    {
        _sketch = new DistinctSketch();
        foreach (var number in Numbers.Values)
            _sketch.Add(SketchHash(number), []);
        return _sketch;
    }

    private static ulong SketchHash(double number) => Hashing.Mix(BitConverter.DoubleToUInt64Bits(number));

    private void TurnToLevels()
    {
        if (_state == State.Numbers)
        {
            LostLevels |= !Numbers.IsComplete;
            Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
            foreach (var number in Numbers.Values)
                _levels.Add(canonical[..ValueParser.WriteCanonical(number, canonical)]);
        }

        _state = State.Levels;
        _sketch = null;
    }

    private LevelCounts AsLevels()
    {
        if (_state != State.Numbers)
            return _levels;

        var levels = new LevelCounts();
        Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
        if (_codes.ToDictionary() is { } codes && IsInteger)
        {
            foreach (var (code, count) in codes)
            {
                var name = canonical[..ValueParser.WriteCanonical(code, canonical)];
                levels.Add(name, Hashing.Of(name), count);
            }

            return levels;
        }

        foreach (var number in Numbers.Values)
            levels.Add(canonical[..ValueParser.WriteCanonical(number, canonical)]);
        return levels;
    }
}
