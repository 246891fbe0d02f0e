using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlStrategyGuard.Engine.Data;

/// <summary>The fields of a block of text, row by row; used for one block after the other.</summary>
/// <param name="width">The number of fields of a row.</param>
internal sealed class FieldTable(int width)
{
    private const int Window = 64;
    private const int AtATime = 12;

    private FieldSpan[] _spans = new FieldSpan[Math.Max(4 * Window, width)];

    // Where fields end; the first of a text, behind which its first field starts, is before it.
    private int[] _ends = new int[4 * Window];
    private int _used;

    /// <summary>The number of rows.</summary>
    public int Count => _used / width;

    /// <summary>The rows.</summary>
    /// <param name="text">The text that they were found in.</param>
    public RowBlock In(ReadOnlySpan<byte> text) => new(text, _spans.AsSpan(0, _used), width);

    /// <summary>Forgets all rows.</summary>
    public void Clear() => _used = 0;

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<FieldSpan> row)
    {
        MakeRoom(row.Length);
        row.CopyTo(_spans.AsSpan(_used));
        _used += row.Length;
    }

    /// <summary>
    /// Finds the fields of a text without quotes, whose lines all have the same number of them and end with LF or all
    /// with CRLF: the shortest way, which nearly every block of nearly every file can take.
    /// </summary>
    /// <param name="block">The text, and <see cref="RecordScanner.Padding"/> bytes more.</param>
    /// <param name="length">The length of the text, which starts with a row and ends with one.</param>
    /// <param name="delimiter">The character between fields.</param>
    /// <returns>False if the text isn't like that: nothing is known about it then.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFill(byte[] block, int length, byte delimiter)
    {
        Clear();
        var text = block.AsSpan(0, length);
        if (text.Contains((byte)'"'))
            return false;
        var beforeLineEnd = 0;
        if (text.Contains((byte)'\r'))
        {
            beforeLineEnd = 1;
            if (text.Count((byte)'\r') != text.Count("\r\n"u8) || text.Count((byte)'\n') != text.Count("\r\n"u8) || text[^1] != '\n')
                return false;
        }

        var separators = Vector256.Create(delimiter);
        var lineEnds = Vector256.Create((byte)'\n');
        ref var start = ref MemoryMarshal.GetArrayDataReference(block);
        var (found, next) = (0, width - 1);
        for (var window = 0; window < length; window += Window)
        {
            // The padding behind the text lets whole windows be read.
            var low = Vector256.LoadUnsafe(ref start, (nuint)window);
            var high = Vector256.LoadUnsafe(ref start, (nuint)(window + (Window / 2)));
            var ends = Vector256.Equals(low, lineEnds).ExtractMostSignificantBits()
                | ((ulong)Vector256.Equals(high, lineEnds).ExtractMostSignificantBits() << 32);
            var specials = ends | Vector256.Equals(low, separators).ExtractMostSignificantBits()
                | ((ulong)Vector256.Equals(high, separators).ExtractMostSignificantBits() << 32);
            if (length - window < Window)
            {
                var inside = (1UL << (length - window)) - 1;
                (ends, specials) = (ends & inside, specials & inside);
            }

            // Each line end must be the special byte that ends a row's last field; then no other one can be missing.
            for (; ends != 0; ends &= ends - 1)
            {
                if (found + BitOperations.PopCount(specials & ((ends & (0 - ends)) - 1)) != next)
                    return false;
                next += width;
            }

            // Some at a time, though there may be fewer: to guess when to stop costs more than what is written too much.
            if (found + (2 * Window) > _ends.Length)
                Array.Resize(ref _ends, 2 * _ends.Length);
            var count = BitOperations.PopCount(specials);
            ref var fieldEnds = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), found + 1);
            for (var written = 0; written < count; written += AtATime)
            {
                for (var i = 0; i < AtATime; i++)
                {
                    Unsafe.Add(ref fieldEnds, written + i) = window + BitOperations.TrailingZeroCount(specials);
                    specials &= specials - 1;
                }
            }

            found += count;
        }

        // The last line of a file may have no end.
        if (length > 0 && text[^1] != '\n')
        {
            _ends[++found] = length;
            next += found - 1 == next ? width : 0;
        }

        if (next != found + width - 1)
            return false;
        ToSpans(found);
        for (var last = width - 1; beforeLineEnd > 0 && last < _used; last += width)
            _spans[last] = _spans[last].Shortened(_spans[last].Length - beforeLineEnd);
        return width > 1 || !HasEmpty();
    }

    /// <summary>Each field starts behind the end of the one before.</summary>
    private void ToSpans(int count)
    {
        if (_spans.Length < count)
            _spans = new FieldSpan[_ends.Length];
        _used = count;
        _ends[0] = -1;
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        ref var spans = ref Unsafe.As<FieldSpan, int>(ref MemoryMarshal.GetArrayDataReference(_spans));
        var i = 0;
        for (; Sse2.IsSupported && i <= count - Vector128<int>.Count; i += Vector128<int>.Count)
        {
            var starts = Vector128.LoadUnsafe(ref ends, (nuint)i) + Vector128<int>.One;
            var lengths = Vector128.LoadUnsafe(ref ends, (nuint)i + 1) - starts;
            Sse2.UnpackLow(starts, lengths).StoreUnsafe(ref spans, (nuint)(2 * i));
            Sse2.UnpackHigh(starts, lengths).StoreUnsafe(ref spans, (nuint)(2 * i) + (nuint)Vector128<int>.Count);
        }

        for (; i < count; i++)
            _spans[i] = new FieldSpan(_ends[i] + 1, _ends[i + 1] - _ends[i] - 1, quoted: false, escaped: false);
    }

    /// <summary>An empty line is a row only if it says so with quotes.</summary>
    private bool HasEmpty()
    {
        foreach (ref readonly var span in _spans.AsSpan(0, _used))
        {
            if (span.Length == 0)
                return true;
        }

        return false;
    }

    private void MakeRoom(int more)
    {
        if (_used + more > _spans.Length)
            Array.Resize(ref _spans, Math.Max(_used + more, 2 * _spans.Length));
    }
}
