using System.Buffers.Binary;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>A column of words, each kept once and numbered by first sight; −1 stands for a missing one.</summary>
internal sealed class CodedColumn
{
    private const int Remembered = 64;
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;

    private readonly Dictionary<ulong, int> _byHash = [];
    private readonly Dictionary<ulong, List<int>> _others = [];
    private readonly List<byte[]> _words = [];
    private readonly GrowingArray<int> _codes = new();

    // Words of up to seven bytes and their length fill a number; the last few of them are found without hashing.
    private readonly ulong[] _short = new ulong[Remembered];
    private readonly int[] _shortCodes = new int[Remembered];

    /// <summary>The number of rows so far.</summary>
    public int Count => _codes.Count;

    /// <summary>The words by number.</summary>
    public IReadOnlyList<string> Words => [.. _words.Select(Encoding.UTF8.GetString)];

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<byte> word) => _codes.Add(CodeOf(word));

    /// <summary>Adds a row without a value.</summary>
    public void AddMissing() => _codes.Add(-1);

    /// <summary>Adds the fields of a column of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="position">The column.</param>
    /// <param name="missing">What counts as missing.</param>
    public void Add(in RowBlock rows, int position, MissingTokens missing)
    {
        var codes = _codes.Extend(rows.Count);
        for (var row = 0; row < codes.Length; row++)
        {
            var field = ValueParser.Trim(rows.Field(row, position));
            codes[row] = missing.Contains(field) ? -1 : CodeOf(field);
        }
    }

    /// <summary>Each row's number.</summary>
    public int[] Codes() => _codes.ToArray();

    private int CodeOf(ReadOnlySpan<byte> word)
    {
        if (word.Length is 0 or > 7)
            return Find(word);
        var packed = Pack(word);
        var place = (int)((packed * Multiplier) >> 58);
        if (_short[place] == packed)
            return _shortCodes[place];
        _shortCodes[place] = Find(word);
        _short[place] = packed;
        return _shortCodes[place];
    }

    private static ulong Pack(ReadOnlySpan<byte> word)
    {
        var packed = (ulong)word.Length << 56;
        if (word.Length >= 4)
        {
            return packed | BinaryPrimitives.ReadUInt32LittleEndian(word)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(word[^4..]) << (8 * (word.Length - 4)));
        }

        for (var i = 0; i < word.Length; i++)
            packed |= (ulong)word[i] << (8 * i);
        return packed;
    }

    private int Find(ReadOnlySpan<byte> word)
    {
        var hash = Hashing.Of(word);
        if (!_byHash.TryGetValue(hash, out var code))
        {
            _byHash.Add(hash, _words.Count);
            return New(word);
        }

        if (word.SequenceEqual(_words[code]))
            return code;
        if (!_others.TryGetValue(hash, out var alike))
            _others.Add(hash, alike = []);
        foreach (var other in alike)
        {
            if (word.SequenceEqual(_words[other]))
                return other;
        }

        alike.Add(_words.Count);
        return New(word);
    }

    private int New(ReadOnlySpan<byte> word)
    {
        _words.Add(word.ToArray());
        return _words.Count - 1;
    }
}
