using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>A column of words, each kept once and numbered by first sight; −1 stands for a missing one.</summary>
internal sealed class CodedColumn
{
    private readonly Dictionary<ulong, List<int>> _byHash = [];
    private readonly List<byte[]> _words = [];
    private readonly GrowingArray<int> _codes = new();
    private int _last = -1;

    /// <summary>The number of rows so far.</summary>
    public int Count => _codes.Count;

    /// <summary>The words by number.</summary>
    public IReadOnlyList<string> Words => [.. _words.Select(Encoding.UTF8.GetString)];

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<byte> word)
    {
        // Rows of one class often follow each other.
        if (_last >= 0 && word.SequenceEqual(_words[_last]))
        {
            _codes.Add(_last);
            return;
        }

        var hash = Hashing.Of(word);
        if (!_byHash.TryGetValue(hash, out var alike))
            _byHash.Add(hash, alike = new List<int>(1));
        var code = -1;
        foreach (var one in alike)
        {
            if (word.SequenceEqual(_words[one]))
                code = one;
        }

        if (code < 0)
        {
            code = _words.Count;
            _words.Add(word.ToArray());
            alike.Add(code);
        }

        _last = code;
        _codes.Add(code);
    }

    /// <summary>Adds a row without a value.</summary>
    public void AddMissing() => _codes.Add(-1);

    /// <summary>Each row's number.</summary>
    public int[] Codes() => _codes.ToArray();
}
