using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The keys of all rows of a split, in <see cref="Partitions"/> parts by the key's first bits: two sets are joined part
/// by part, so that only one part of each has to be in order at a time. What comes out doesn't depend on the order in
/// which rows came in. Beyond its share of memory it lies in a temporary file, which vanishes with it, however the
/// process ends.
/// </summary>
/// <param name="budget">How much may be in memory.</param>
internal sealed class KeySet(ReadingBudget budget) : IDisposable
{
    /// <summary>The number of parts.</summary>
    public const int Partitions = 64;

    private const int Shift = 58;
    private const int FirstChunk = 16;
    private const int LastChunk = 1 << 9;
    private const int RowSize = 16;

    private readonly Part[] _parts = [.. Enumerable.Range(0, Partitions).Select(_ => new Part())];
    private readonly List<SafeFileHandle> _files = [];
    private SafeFileHandle? _file;
    private long _fileLength;
    private long _taken;

    /// <summary>The number of rows.</summary>
    public long Count { get; private set; }

    /// <summary>Whether some rows lie on the disk.</summary>
    public bool IsSpilled => _files.Count > 0;

    /// <summary>Takes a row.</summary>
    /// <exception cref="IOException">A temporary file can't be written.</exception>
    public void Add(ulong key, ulong payload)
    {
        Count++;
        var part = _parts[key >> Shift];
        if (part.Used == part.Current.Length)
            MakeRoom(part);
        part.Current[part.Used++] = new KeyedRow(key, payload);
    }

    /// <summary>Takes the rows of another set, which is of no use afterwards.</summary>
    public void Merge(KeySet other)
    {
        Count += other.Count;
        for (var i = 0; i < Partitions; i++)
        {
            var (part, more) = (_parts[i], other._parts[i]);
            part.Full.AddRange(more.Full);
            part.Segments.AddRange(more.Segments);
            if (more.Used > 0)
                part.Full.Add(more.Current[..more.Used]);
            (more.Current, more.Used) = ([], 0);
            more.Full.Clear();
            more.Segments.Clear();
        }

        _files.AddRange(other._files);
        other._files.Clear();
        _taken += other._taken;
        other._taken = 0;
        other.Count = 0;
    }

    /// <summary>The rows of a part, in pieces and in no order; to be read only.</summary>
    /// <param name="partition">0 to <see cref="Partitions"/> − 1.</param>
    public IReadOnlyList<ReadOnlyMemory<KeyedRow>> Pieces(int partition)
    {
        var part = _parts[partition];
        var pieces = new List<ReadOnlyMemory<KeyedRow>>(part.Full.Count + part.Segments.Count + 1);
        foreach (var segment in part.Segments)
        {
            var rows = GC.AllocateUninitializedArray<KeyedRow>(segment.Rows);
            var bytes = MemoryMarshal.AsBytes(rows.AsSpan());
            for (var done = 0; done < bytes.Length;)
            {
                var count = RandomAccess.Read(segment.File, bytes[done..], segment.Offset + done);
                if (count == 0)
                    throw new IOException("A temporary file is shorter than it was written.");
                done += count;
            }

            pieces.Add(rows);
        }

        foreach (var chunk in part.Full)
            pieces.Add(chunk);
        pieces.Add(part.Current.AsMemory(0, part.Used));
        return pieces;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files)
            file.Dispose();
        _files.Clear();
        budget.ReturnKeys(_taken);
        _taken = 0;
    }

    /// <summary>
    /// Puts rows in order by key, then by payload. Keys are hashes: dealt to buckets of a few rows by their next bits, each then put in order. The second array is
    /// the only memory that takes.
    /// </summary>
    public static void Sort(KeyedRow[] rows)
    {
        const int Few = 64;
        const int RowsABucket = 4;
        if (rows.Length < Few)
        {
            Array.Sort(rows);
            return;
        }

        var bits = Math.Min(20, System.Numerics.BitOperations.Log2((uint)rows.Length / RowsABucket));
        var shift = Shift - bits;
        var mask = (1 << bits) - 1;
        var starts = new int[(1 << bits) + 1];
        foreach (ref readonly var row in rows.AsSpan())
            starts[((int)(row.Key >> shift) & mask) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];

        var rented = ArrayPool<KeyedRow>.Shared.Rent(rows.Length);
        var dealt = rented.AsSpan(0, rows.Length);
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (ref readonly var row in rows.AsSpan())
            dealt[next[(int)(row.Key >> shift) & mask]++] = row;
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            var bucket = dealt[starts[i]..starts[i + 1]];
            if (bucket.Length > 1)
                SortBucket(bucket);
        }

        dealt.CopyTo(rows);
        ArrayPool<KeyedRow>.Shared.Return(rented);
    }

    private static void SortBucket(Span<KeyedRow> bucket)
    {
        const int Few = 24;
        if (bucket.Length > Few)
        {
            bucket.Sort();
            return;
        }

        for (var i = 1; i < bucket.Length; i++)
        {
            var row = bucket[i];
            var at = i;
            for (; at > 0 && row.CompareTo(bucket[at - 1]) < 0; at--)
                bucket[at] = bucket[at - 1];
            bucket[at] = row;
        }
    }

    private void MakeRoom(Part part)
    {
        var length = part.Current.Length == 0 ? FirstChunk : Math.Min(LastChunk, 2 * part.Current.Length);
        if (part.Used > 0)
            part.Full.Add(part.Current);
        part.Used = 0;
        if (budget.TryTakeKeys(length * RowSize))
        {
            _taken += length * RowSize;
            part.Current = GC.AllocateUninitializedArray<KeyedRow>(length);
            return;
        }

        Spill();
        part.Current = GC.AllocateUninitializedArray<KeyedRow>(length);
    }

    /// <summary>Writes all full chunks, part by part, so that each part can be read back in one piece.</summary>
    private void Spill()
    {
        foreach (var part in _parts)
        {
            var rows = part.Full.Sum(chunk => chunk.Length);
            if (rows == 0)
                continue;
            _file ??= OpenTemporary();
            part.Segments.Add(new Segment(_file, _fileLength, rows));
            foreach (var chunk in part.Full)
            {
                var bytes = MemoryMarshal.AsBytes(chunk.AsSpan());
                RandomAccess.Write(_file, bytes, _fileLength);
                _fileLength += bytes.Length;
            }

            part.Full.Clear();
        }

        // What stays are the chunks that are being filled.
        var stays = Math.Min(_taken, _parts.Sum(part => (long)part.Current.Length * RowSize));
        budget.ReturnKeys(_taken - stays);
        _taken = stays;
    }

    private SafeFileHandle OpenTemporary()
    {
        var path = Path.Combine(Path.GetTempPath(), "mlguard-" + Path.GetRandomFileName());
        var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        _files.Add(file);

        // Where an open file can lose its name, nothing is left even if the process is killed.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    private readonly record struct Segment(SafeFileHandle File, long Offset, int Rows);

    private sealed class Part
    {
        public KeyedRow[] Current { get; set; } = [];

        public int Used { get; set; }

        public List<KeyedRow[]> Full { get; } = [];

        public List<Segment> Segments { get; } = [];
    }
}
