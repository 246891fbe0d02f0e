using System.Buffers.Binary;
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

    private readonly Dictionary<ulong, int> _slotOf = [];
    private List<Slot> _slots = [];
    private byte[] _bytes = new byte[1 << 12];
    private int _used;
    private int _halvings;
    private long _rows;

    /// <summary>Takes a row.</summary>
    /// <param name="hash">The hash of its content.</param>
    /// <param name="values">Its values, in the order of the columns.</param>
    /// <param name="record">The row.</param>
    /// <param name="positions">Where the columns are in it.</param>
    public void Add(ulong hash, ReadOnlySpan<FieldValue> values, in Record record, int[] positions)
    {
        _rows++;
        if (!IsBelowLimit(hash))
            return;

        if (_slotOf.TryGetValue(hash, out var known))
        {
            _slots[known] = _slots[known] with { Count = _slots[known].Count + 1 };
            return;
        }

        _slotOf.Add(hash, _slots.Count);
        _slots.Add(new Slot(hash, 1, _used));
        for (var i = 0; i < values.Length; i++)
            Pack(values[i], record, positions[i]);
        while (_slots.Count > RowSample.MaxRows || _used > MaxBytes)
            Halve();
    }

    /// <summary>Adds what another part of the same split gave.</summary>
    public void Merge(RowSampler other)
    {
        _rows += other._rows;
        while (_halvings < other._halvings)
            Halve();
        for (var i = 0; i < other._slots.Count; i++)
        {
            var slot = other._slots[i];
            if (!IsBelowLimit(slot.Hash))
                continue;
            if (_slotOf.TryGetValue(slot.Hash, out var known))
            {
                _slots[known] = _slots[known] with { Count = _slots[known].Count + slot.Count };
                continue;
            }

            var content = other._bytes.AsSpan(slot.Start..(i + 1 < other._slots.Count ? other._slots[i + 1].Start : other._used));
            if (_used + content.Length > _bytes.Length)
                Array.Resize(ref _bytes, Math.Max(_used + content.Length, 2 * _bytes.Length));
            content.CopyTo(_bytes.AsSpan(_used));
            _slotOf.Add(slot.Hash, _slots.Count);
            _slots.Add(slot with { Start = _used });
            _used += content.Length;
            while (_slots.Count > RowSample.MaxRows || _used > MaxBytes)
                Halve();
        }
    }

    /// <summary>The sample of all rows so far.</summary>
    /// <param name="columns">The columns' profiles.</param>
    public RowSample ToSample(IReadOnlyList<ColumnProfile> columns)
    {
        var chosen = _halvings == 0 ? ChooseCopies() : ChooseContents();
        var cursors = chosen.ConvertAll(row => row.Start);
        return new RowSample(chosen.Count, _rows, [.. columns.Select(column => Unpack(column, cursors))])
        {
            Hashes = [.. chosen.Select(row => row.Hash)],
        };
    }

    private bool IsBelowLimit(ulong hash) => IsBelow(hash, _halvings);

    private static bool IsBelow(ulong hash, int halvings) => halvings == 0 || hash >> (64 - halvings) == 0;

    private void Halve()
    {
        _halvings++;
        var old = _slots;
        _slots = [];
        _slotOf.Clear();
        var used = 0;
        for (var i = 0; i < old.Count; i++)
        {
            var end = i + 1 < old.Count ? old[i + 1].Start : _used;
            if (!IsBelowLimit(old[i].Hash))
                continue;
            _slotOf.Add(old[i].Hash, _slots.Count);
            _slots.Add(old[i] with { Start = used });
            _bytes.AsSpan(old[i].Start..end).CopyTo(_bytes.AsSpan(used));
            used += end - old[i].Start;
        }

        _used = used;
    }

    /// <summary>All contents are known with their counts: each copy of each is a row with a hash of its own.</summary>
    private List<(ulong Hash, int Start)> ChooseCopies()
    {
        var halvings = 0;
        if (_rows > RowSample.MaxRows)
        {
            // How many rows have a hash that starts with so many zeros.
            var byZeros = new long[65];
            foreach (var slot in _slots)
            {
                for (var copy = 0L; copy < slot.Count; copy++)
                    byZeros[(int)ulong.LeadingZeroCount(HashOfCopy(slot.Hash, copy))]++;
            }

            for (var left = _rows; left > RowSample.MaxRows; halvings++)
                left -= byZeros[halvings];
        }

        var rows = new List<(ulong Hash, int Start)>();
        foreach (var slot in _slots)
        {
            for (var copy = 0L; copy < slot.Count; copy++)
            {
                var hash = HashOfCopy(slot.Hash, copy);
                if (IsBelow(hash, halvings))
                    rows.Add((_rows > RowSample.MaxRows ? hash : slot.Hash, slot.Start));
            }
        }

        return Sorted(rows);
    }

    /// <summary>Only the contents below the limit are known, each with all its copies.</summary>
    private List<(ulong Hash, int Start)> ChooseContents()
    {
        var halvings = _halvings;
        while (_slots.Where(slot => IsBelow(slot.Hash, halvings)).Sum(slot => slot.Count) > RowSample.MaxRows)
            halvings++;
        return Sorted([.. _slots
            .Where(slot => IsBelow(slot.Hash, halvings))
            .SelectMany(slot => Enumerable.Repeat((slot.Hash, slot.Start), (int)slot.Count))]);
    }

    private static List<(ulong Hash, int Start)> Sorted(List<(ulong Hash, int Start)> rows)
    {
        rows.Sort((x, y) => x.Hash.CompareTo(y.Hash));
        return rows;
    }

    private static ulong HashOfCopy(ulong hash, long copy) => copy == 0 ? hash : Hashing.Mix(hash + (ulong)copy);

    private void Pack(in FieldValue value, in Record record, int position)
    {
        var text = value.Kind == FieldKind.Text ? ValueParser.Trim(record.Field(position)) : [];
        var needed = _used + 1 + sizeof(double) + text.Length;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, 2 * _bytes.Length));

        _bytes[_used++] = (byte)value.Kind;
        var free = _bytes.AsSpan(_used);
        if (value.Kind == FieldKind.Number)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(free, value.Number);
            _used += sizeof(double);
        }
        else if (value.Kind == FieldKind.Text)
        {
            BinaryPrimitives.WriteInt32LittleEndian(free, text.Length);
            text.CopyTo(free[sizeof(int)..]);
            _used += sizeof(int) + text.Length;
        }
    }

    /// <summary>The next field of every row, typed as the whole column is; the cursors move on.</summary>
    private SampledColumn Unpack(ColumnProfile column, List<int> cursors)
    {
        var asNumbers = column.Kind is ColumnKind.Numeric or ColumnKind.Date or ColumnKind.Embedding;
        var asLevels = !asNumbers || column.Codes is not null;
        var numbers = asNumbers ? new double[cursors.Count] : null;
        var levels = asLevels ? new LevelCoder(cursors.Count) : null;
        Span<byte> canonical = stackalloc byte[ValueParser.CanonicalLength];
        for (var row = 0; row < cursors.Count; row++)
        {
            var at = cursors[row];
            var kind = (FieldKind)_bytes[at++];
            var number = double.NaN;
            scoped ReadOnlySpan<byte> text = [];
            if (kind == FieldKind.Number)
            {
                number = BinaryPrimitives.ReadDoubleLittleEndian(_bytes.AsSpan(at));
                at += sizeof(double);
                if (asLevels)
                    text = canonical[..ValueParser.WriteCanonical(number, canonical)];
            }
            else if (kind == FieldKind.Text)
            {
                text = _bytes.AsSpan(at + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at)));
                at += sizeof(int) + text.Length;
                if (column.Kind == ColumnKind.Date && ValueParser.TryDate(text, out var ticks))
                    number = ticks;
            }

            cursors[row] = at;
            if (numbers is not null)
                numbers[row] = number;
            levels?.Add(row, kind != FieldKind.Missing, text);
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

        public void Add(int row, bool isPresent, ReadOnlySpan<byte> level)
        {
            var lookup = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
            if (!isPresent)
                _codes[row] = -1;
            else if (lookup.TryGetValue(level, out var code))
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
