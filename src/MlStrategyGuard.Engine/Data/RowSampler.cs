using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Chooses the rows of a <see cref="RowSample"/> in one pass: the contents with a hash below a limit, which halves
/// whenever there are too many of them. A limit only falls, so what is below the last one was counted from the start.
/// </summary>
internal sealed class RowSampler
{
    /// <summary>The most bytes of content to keep: very wide rows make a smaller sample.</summary>
    private const int MaxBytes = 32 << 20;

    private const int ColumnsAtATime = 32;

    /// <summary>The length byte of texts of 255 bytes and more.</summary>
    private const byte Long = byte.MaxValue;

    /// <summary>Beyond so many bytes the room for the contents of all rows is reserved at once.</summary>
    private const int ManyBytes = 1 << 20;

    private const int IndexBits = 17;

    // An open hash table of indexes into the slots: one more than the index, 0 for none, below some bits of the hash, so
    // that only the slot of an equal hash has to be looked at. Hashes need no hashing.
    private uint[] _slotOf = new uint[64];
    private Slot[] _slots = new Slot[32];
    private uint _touched;
    private int[] _chosen = [];
    private int _count;
    private byte[] _bytes = new byte[1 << 12];
    private int _used;
    private int _halvings;
    private long _rows;

    /// <summary>Takes some rows.</summary>
    /// <param name="hashes">The hash of each one's content.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">Where the columns are in them.</param>
    public void Add(ReadOnlySpan<ulong> hashes, in RowBlock rows, int[] positions)
    {
        _rows += hashes.Length;
        if (_chosen.Length < hashes.Length)
            _chosen = new int[hashes.Length];
        var chosen = 0;
        for (var row = 0; row < hashes.Length; row++)
        {
            _chosen[chosen] = row;
            chosen += IsBelowLimit(hashes[row]) ? 1 : 0;
        }

        // The places of all of them are asked for before the first is needed: they are all over the table.
        foreach (var row in _chosen.AsSpan(0, chosen))
            _touched ^= _slotOf[(int)hashes[row] & (_slotOf.Length - 1)];
        foreach (var row in _chosen.AsSpan(0, chosen))
        {
            if (IsBelowLimit(hashes[row]))
                Keep(hashes[row], rows, row, positions);
        }
    }

    /// <summary>Adds what another part of the same split gave.</summary>
    public void Merge(RowSampler other)
    {
        _rows += other._rows;
        while (_halvings < other._halvings)
            Halve();
        for (var i = 0; i < other._count; i++)
        {
            ref readonly var slot = ref other._slots[i];
            if (!IsBelowLimit(slot.Hash) || TryCount(slot.Hash, slot.Count, out var place))
                continue;
            var content = other._bytes.AsSpan(slot.Start, other.EndOf(i) - slot.Start);
            MakeRoom(content.Length);
            content.CopyTo(_bytes.AsSpan(_used));
            Add(slot with { Start = _used }, place);
            _used += content.Length;
            HalveWhileTooMany();
        }
    }

    /// <summary>The sample of all rows so far.</summary>
    /// <param name="columns">The columns' profiles.</param>
    /// <param name="missing">The spellings of a missing value.</param>
    public RowSample ToSample(IReadOnlyList<ColumnProfile> columns, MissingTokens missing)
    {
        var chosen = _halvings == 0 ? ChooseCopies() : ChooseContents();
        var (hashes, bytes, cursors) = InOrder(chosen);
        var sampled = new SampledColumn[columns.Count];
        for (var first = 0; first < sampled.Length; first += ColumnsAtATime)
        {
            var places = new int[Math.Min(ColumnsAtATime, sampled.Length - first)][];
            for (var i = 0; i < places.Length; i++)
                places[i] = new int[cursors.Length];
            for (var row = 0; row < cursors.Length; row++)
            {
                for (var i = 0; i < places.Length; i++)
                {
                    places[i][row] = cursors[row];
                    cursors[row] += LengthAt(bytes, cursors[row], out var header) + header;
                }
            }

            Parallel.For(0, places.Length, i => sampled[first + i] = Unpack(columns[first + i], bytes, places[i], missing));
        }

        return new RowSample(chosen.Count, _rows, sampled) { Hashes = hashes };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsBelowLimit(ulong hash) => IsBelow(hash, _halvings);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBelow(ulong hash, int halvings) => halvings == 0 || hash >> (64 - halvings) == 0;

    private void Keep(ulong hash, in RowBlock rows, int row, int[] positions)
    {
        if (TryCount(hash, 1, out var place))
            return;
        Add(new Slot(hash, 1, _used), place);
        Pack(rows, row, positions);
        HalveWhileTooMany();
    }

    /// <summary>Counts more of a content that is known; else says where it would be in the table.</summary>
    private bool TryCount(ulong hash, long times, out int place)
    {
        var table = _slotOf;
        var mask = table.Length - 1;
        var tag = EntryOf(hash, 0);
        for (place = (int)hash & mask; table[place] is > 0 and var entry; place = (place + 1) & mask)
        {
            if ((entry ^ tag) >> IndexBits != 0)
                continue;
            ref var slot = ref _slots[(int)(entry & ((1 << IndexBits) - 1)) - 1];
            if (slot.Hash == hash)
            {
                slot = slot with { Count = slot.Count + times };
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands in the table: bits of the hash that choose neither its place nor whether the row is kept, and a number.</summary>
    private static uint EntryOf(ulong hash, int number) => ((uint)(hash >> 24) << IndexBits) | (uint)number;

    private void Add(in Slot slot, int place)
    {
        if (_count == _slots.Length)
            Array.Resize(ref _slots, 2 * _count);
        _slots[_count++] = slot;
        _slotOf[place] = EntryOf(slot.Hash, _count);
        if (2 * Math.Min(_count, RowSample.MaxRows) > _slotOf.Length)
        {
            _slotOf = new uint[2 * _slotOf.Length];
            FillTable();
        }
    }

    private void FillTable()
    {
        var mask = _slotOf.Length - 1;
        for (var i = 0; i < _count; i++)
        {
            var place = (int)_slots[i].Hash & mask;
            while (_slotOf[place] != 0)
                place = (place + 1) & mask;
            _slotOf[place] = EntryOf(_slots[i].Hash, i + 1);
        }
    }

    private int EndOf(int index) => index + 1 < _count ? _slots[index + 1].Start : _used;

    private void HalveWhileTooMany()
    {
        while (_count > RowSample.MaxRows || _used > MaxBytes)
            Halve();
    }

    private void Halve()
    {
        _halvings++;
        var (count, used) = (0, 0);
        for (var i = 0; i < _count; i++)
        {
            var slot = _slots[i];
            if (!IsBelowLimit(slot.Hash))
                continue;
            var length = EndOf(i) - slot.Start;
            _bytes.AsSpan(slot.Start, length).CopyTo(_bytes.AsSpan(used));
            _slots[count++] = slot with { Start = used };
            used += length;
        }

        (_count, _used) = (count, used);
        Array.Clear(_slotOf);
        FillTable();
    }

    /// <summary>All contents are known with their counts: each copy of each is a row with a hash of its own.</summary>
    private List<(ulong Hash, int Index)> ChooseCopies()
    {
        var halvings = 0;
        if (_rows > RowSample.MaxRows)
        {
            // How many rows have a hash that starts with so many zeros.
            var byZeros = new long[65];
            foreach (var slot in _slots.AsSpan(0, _count))
            {
                for (var copy = 0L; copy < slot.Count; copy++)
                    byZeros[(int)ulong.LeadingZeroCount(HashOfCopy(slot.Hash, copy))]++;
            }

            for (var left = _rows; left > RowSample.MaxRows; halvings++)
                left -= byZeros[halvings];
        }

        var rows = new List<(ulong Hash, int Index)>();
        for (var i = 0; i < _count; i++)
        {
            var slot = _slots[i];
            for (var copy = 0L; copy < slot.Count; copy++)
            {
                var hash = HashOfCopy(slot.Hash, copy);
                if (IsBelow(hash, halvings))
                    rows.Add((_rows > RowSample.MaxRows ? hash : slot.Hash, i));
            }
        }

        return rows;
    }

    /// <summary>Only the contents below the limit are known, each with all its copies.</summary>
    private List<(ulong Hash, int Index)> ChooseContents()
    {
        var halvings = _halvings;
        while (_slots.Take(_count).Where(slot => IsBelow(slot.Hash, halvings)).Sum(slot => slot.Count) > RowSample.MaxRows)
            halvings++;
        var rows = new List<(ulong Hash, int Index)>(RowSample.MaxRows);
        for (var i = 0; i < _count; i++)
        {
            for (var copy = 0L; copy < _slots[i].Count && IsBelow(_slots[i].Hash, halvings); copy++)
                rows.Add((_slots[i].Hash, i));
        }

        return rows;
    }

    /// <summary>The contents of rows, one behind the other in the order of their hashes, and where each begins.</summary>
    private (ulong[] Hashes, byte[] Bytes, int[] Starts) InOrder(List<(ulong Hash, int Index)> rows)
    {
        var hashes = rows.ConvertAll(row => row.Hash).ToArray();
        var indexes = rows.ConvertAll(row => row.Index).ToArray();
        Array.Sort(hashes, indexes);
        var starts = new int[indexes.Length];
        var used = 0;
        for (var row = 0; row < starts.Length; row++)
        {
            starts[row] = used;
            used += EndOf(indexes[row]) - _slots[indexes[row]].Start;
        }

        var bytes = new byte[used];
        for (var row = 0; row < starts.Length; row++)
        {
            var start = _slots[indexes[row]].Start;
            _bytes.AsSpan(start, EndOf(indexes[row]) - start).CopyTo(bytes.AsSpan(starts[row]));
        }

        return (hashes, bytes, starts);
    }

    private static ulong HashOfCopy(ulong hash, long copy) => copy == 0 ? hash : Hashing.Mix(hash + (ulong)copy);

    /// <summary>Adds the fields of a row.</summary>
    private void Pack(in RowBlock rows, int row, int[] positions)
    {
        var spans = rows.Spans.Slice(row * rows.Width, rows.Width);
        MakeRoom(spans[^1].End - spans[0].Start + (positions.Length * (1 + sizeof(int))) + Vector128<byte>.Count);
        ref var text = ref MemoryMarshal.GetReference(rows.Text);
        foreach (var position in positions)
        {
            var (start, length) = (spans[position].Start, spans[position].Length);
            if (length > Vector128<byte>.Count || start + Vector128<byte>.Count > rows.Text.Length || _used + Vector128<byte>.Count >= _bytes.Length
                || (length > 0 && (Unsafe.Add(ref text, start) <= ' ' || Unsafe.Add(ref text, start + length - 1) <= ' ')))
            {
                Pack(ValueParser.Trim(rows.Field(row, position)));
                continue;
            }

            // What is written too much is overwritten by the next field.
            _bytes[_used] = (byte)length;
            Vector128.LoadUnsafe(ref text, (nuint)start).StoreUnsafe(ref _bytes[_used + 1]);
            _used += 1 + length;
        }
    }

    /// <summary>Adds a field's text, for which there is room, behind its length: one byte, or five if it is long.</summary>
    private void Pack(ReadOnlySpan<byte> text)
    {
        if (text.Length < Long)
        {
            _bytes[_used++] = (byte)text.Length;
        }
        else
        {
            _bytes[_used] = Long;
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_used + 1), text.Length);
            _used += 1 + sizeof(int);
        }

        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
    }

    private void MakeRoom(int more)
    {
        if (_used + more <= _bytes.Length)
            return;

        // Memory that nothing is written to isn't touched, but what grows by and by is copied again and again.
        var all = _used < ManyBytes ? 0 : Math.Min(MaxBytes, (long)_used / _count * (RowSample.MaxRows + 1) / 8 * 9);
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Max(_used + more, Math.Max(2L * _bytes.Length, all)));
        _bytes.AsSpan(0, _used).CopyTo(bytes);
        _bytes = bytes;
    }

    private static int LengthAt(byte[] bytes, int place, out int header)
    {
        var length = bytes[place];
        header = length < Long ? 1 : 1 + sizeof(int);
        return length < Long ? length : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place + 1));
    }

    /// <summary>A field of every row, typed as the whole column is.</summary>
    private static SampledColumn Unpack(ColumnProfile column, byte[] bytes, int[] places, MissingTokens missing)
    {
        var asNumbers = column.Kind is ColumnKind.Numeric or ColumnKind.Date or ColumnKind.Embedding;
        var asLevels = !asNumbers || column.Codes is not null;
        var numbers = asNumbers ? new double[places.Length] : null;
        var levels = asLevels ? new LevelCoder(places.Length) : null;
        for (var row = 0; row < places.Length; row++)
        {
            var length = LengthAt(bytes, places[row], out var header);
            var (start, end) = (places[row] + header, places[row] + header + length);
            if (levels is null && length > 0 && end >= ShortNumber.Reach && !missing.MayBeNumber
                && ShortNumber.TryRead(in bytes[0], start, end, out var digits, out var scale))
            {
                numbers![row] = digits / ValueParser.Powers[scale];
                continue;
            }

            var text = bytes.AsSpan(start, length);
            var isPresent = !missing.Contains(text);
            var value = isPresent && (asNumbers || ValueParser.MayBeNumber(text)) ? FieldValue.Of(text) : FieldValue.Missing;
            if (numbers is not null)
            {
                numbers[row] = value.Kind == FieldKind.Number ? value.Number
                    : isPresent && column.Kind == ColumnKind.Date && ValueParser.TryDate(text, out var ticks) ? ticks
                    : double.NaN;
            }

            if (levels is null)
                continue;
            if (!isPresent)
                levels.AddMissing(row);
            else if (value.Kind == FieldKind.Number)
                levels.Add(row, value.Number);
            else
                levels.Add(row, text);
        }

        var (codes, names) = levels?.ToCodes() ?? default;
        return new SampledColumn(column.Name, column.Kind) { Numbers = numbers, Codes = codes, Levels = names };
    }

    private readonly record struct Slot(ulong Hash, long Count, int Start);

    /// <summary>Numbers levels in the order in which they come, then in ordinal order.</summary>
    private sealed class LevelCoder(int rows)
    {
        private readonly int[] _codes = new int[rows];
        private readonly Dictionary<byte[], int> _known = new(Utf8Comparer.Instance);
        private readonly Dictionary<double, int> _knownNumbers = [];

        public void AddMissing(int row) => _codes[row] = -1;

        public void Add(int row, double number)
        {
            if (!_knownNumbers.TryGetValue(number, out _codes[row]))
            {
                Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
                Add(row, canonical[..ValueParser.WriteCanonical(number, canonical)]);
                _knownNumbers.Add(number, _codes[row]);
            }
        }

        public void Add(int row, ReadOnlySpan<byte> level)
        {
            var lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (lookup.TryGetValue(level, out var code))
                _codes[row] = code;
            else
                lookup[level] = _codes[row] = _known.Count;
        }

        public (int[] Codes, string[] Levels) ToCodes()
        {
            var names = _known.Select(pair => (Name: Encoding.UTF8.GetString(pair.Key), pair.Value)).ToArray();
            Array.Sort(names, (x, y) => string.CompareOrdinal(x.Name, y.Name));
            var order = new int[names.Length];
            for (var i = 0; i < names.Length; i++)
                order[names[i].Value] = i;
            for (var row = 0; row < _codes.Length; row++)
            {
                if (_codes[row] >= 0)
                    _codes[row] = order[_codes[row]];
            }

            return (_codes, [.. names.Select(name => name.Name)]);
        }
    }
}
