using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// How often each value of a column occurs: exact up to <see cref="MaxLevels"/> different values (and 16 MB of them), then
/// in <see cref="Buckets"/> hash buckets. Which of both doesn't depend on the order of rows.
/// </summary>
internal sealed class LevelCounts
{
    /// <summary>More different values are counted by hash only.</summary>
    public const int MaxLevels = 65_536;

    /// <summary>The number of hash buckets.</summary>
    public const int Buckets = 256;

    /// <summary>Texts are measured up to this many UTF-16 units.</summary>
    public const int MaxLength = 4_096;

    private const int MaxBytes = 16 << 20;

    // An open hash table of indexes into the entries, one more than the index, 0 for none.
    private int[] _table = new int[32];
    private Entry[] _entries = new Entry[16];
    private byte[] _texts = new byte[256];
    private int _count;
    private int _used;

    private long[]? _buckets;
    private long[]? _lengths;
    private DistinctSketch? _sketch;

    /// <summary>Whether values are counted in buckets.</summary>
    [MemberNotNullWhen(true, nameof(_buckets), nameof(_lengths), nameof(_sketch))]
    public bool IsHashed => _buckets is not null;

    /// <summary>The number of different values: exact up to <see cref="MaxLevels"/>, then within a few percent.</summary>
    public double Distinct => _sketch?.Count ?? _count;

    /// <summary>The share of values that are the first of their kind.</summary>
    public double DistinctShare => _sketch?.DistinctShare
        ?? (_count == 0 ? 1 : _count / (double)_entries.Take(_count).Sum(entry => entry.Count));

    /// <summary>The looks of all different values, or of a random part of them.</summary>
    public IEnumerable<IdLook> Looks => _sketch?.Looks ?? Enumerable.Range(0, _count).Select(i => IdLook.Of(TextOf(i)));

    /// <summary>The number of the level that was counted last; −1 if it went to a bucket.</summary>
    public int LastLevel { get; private set; } = -1;

    /// <summary>Counts one more of a level that is known; values aren't in buckets.</summary>
    /// <param name="level">What <see cref="LastLevel"/> was.</param>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public void Add(int level) => _entries[level].Count++;

    /// <summary>Counts one value.</summary>
    public void Add(ReadOnlySpan<byte> value) => Add(value, Hashing.Of(value), 1);

    /// <summary>Counts one value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="hash">Its <see cref="Hashing.Of"/>.</param>
    /// <param name="times">How often it occurs.</param>
    public void Add(ReadOnlySpan<byte> value, ulong hash, long times)
    {
        if (IsHashed)
        {
            _buckets[hash % Buckets] += times;
            _lengths[LengthOf(value)] += times;
            _sketch.Add(hash, value, times);
            return;
        }

        var mask = _table.Length - 1;
        var slot = (int)hash & mask;
        while (_table[slot] is > 0 and var index)
        {
            ref var entry = ref _entries[index - 1];
            if (entry.Hash == hash && value.SequenceEqual(_texts.AsSpan(entry.Start, entry.Length)))
            {
                entry.Count += times;
                LastLevel = index - 1;
                return;
            }

            slot = (slot + 1) & mask;
        }

        Insert(slot, value, hash, times);
    }

    /// <summary>Adds what another one counted.</summary>
    public void Merge(LevelCounts other)
    {
        if (other.IsHashed)
        {
            if (!IsHashed)
                Fold();
            for (var i = 0; i < Buckets; i++)
                _buckets[i] += other._buckets[i];
            for (var i = 0; i <= MaxLength; i++)
                _lengths[i] += other._lengths[i];
            _sketch.Merge(other._sketch);
            return;
        }

        for (var i = 0; i < other._count; i++)
            Add(other.TextOf(i), other._entries[i].Hash, other._entries[i].Count);
    }

    /// <summary>Counts by name, in ordinal order of the names; of buckets, by number.</summary>
    /// <param name="hashed">Whether the other side has buckets only, so that this one must be folded too.</param>
    public IReadOnlyList<KeyValuePair<string, long>> Counts(bool hashed)
    {
        if (IsHashed || hashed)
        {
            var buckets = _buckets ?? ToBuckets();
            return [.. buckets.Select((count, i) => new KeyValuePair<string, long>("#" + i.ToString("D3"), count))];
        }

        return [.. Enumerable.Range(0, _count)
            .Select(i => new KeyValuePair<string, long>(Encoding.UTF8.GetString(TextOf(i)), _entries[i].Count))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    /// <summary>Rows by the length of their text in UTF-16 units, from 0 to <see cref="MaxLength"/>.</summary>
    public long[] Lengths() => _lengths ?? ToLengths();

    /// <summary>The length of a text in UTF-16 units, at most <see cref="MaxLength"/>.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text) => Math.Min(MaxLength, Encoding.UTF8.GetCharCount(text));

    private ReadOnlySpan<byte> TextOf(int index) => _texts.AsSpan(_entries[index].Start, _entries[index].Length);

    private void Insert(int slot, ReadOnlySpan<byte> value, ulong hash, long times)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _count);
            Array.Resize(ref _table, 4 * _count);
            Rehash();
            slot = FreeSlot(hash);
        }

        if (_used + value.Length > _texts.Length)
            Array.Resize(ref _texts, Math.Max(_used + value.Length, 2 * _texts.Length));
        value.CopyTo(_texts.AsSpan(_used));
        LastLevel = _count;
        _entries[_count++] = new Entry { Hash = hash, Count = times, Start = _used, Length = value.Length };
        _table[slot] = _count;
        _used += value.Length;
        if (_count > MaxLevels || _used > MaxBytes)
            Fold();
    }

    private void Rehash()
    {
        Array.Clear(_table);
        for (var i = 0; i < _count; i++)
            _table[FreeSlot(_entries[i].Hash)] = i + 1;
    }

    private int FreeSlot(ulong hash)
    {
        var slot = (int)hash & (_table.Length - 1);
        while (_table[slot] != 0)
            slot = (slot + 1) & (_table.Length - 1);
        return slot;
    }

    [MemberNotNull(nameof(_buckets), nameof(_lengths), nameof(_sketch))]
    private void Fold()
    {
        (_buckets, _lengths, _sketch) = (ToBuckets(), ToLengths(), new DistinctSketch());
        for (var i = 0; i < _count; i++)
            _sketch.Add(_entries[i].Hash, TextOf(i), _entries[i].Count);
        (_table, _entries, _texts, _count, _used) = ([], [], [], 0, 0);
        LastLevel = -1;
    }

    private long[] ToBuckets()
    {
        var buckets = new long[Buckets];
        for (var i = 0; i < _count; i++)
            buckets[_entries[i].Hash % Buckets] += _entries[i].Count;
        return buckets;
    }

    private long[] ToLengths()
    {
        var lengths = new long[MaxLength + 1];
        for (var i = 0; i < _count; i++)
            lengths[LengthOf(TextOf(i))] += _entries[i].Count;
        return lengths;
    }

    private struct Entry
    {
        public ulong Hash;
        public long Count;
        public int Start;
        public int Length;
    }
}
