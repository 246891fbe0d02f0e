using System.Runtime.CompilerServices;
using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>The spellings of a missing value, compared without regard to ASCII case.</summary>
internal sealed class MissingTokens
{
    private readonly byte[][] _tokens;
    private readonly int _longest;
    private readonly bool _emptyIsMissing;
    private readonly bool[] _starts = new bool[256];

    public MissingTokens(IEnumerable<string> tokens)
    {
        var trimmed = tokens.Select(token => token.Trim()).Distinct(StringComparer.Ordinal).ToList();
        _emptyIsMissing = trimmed.Contains("");
        _tokens = [.. trimmed.Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)];
        MayBeNumber = _tokens.Any(token => token[0] <= '9');
        _longest = _tokens.Length == 0 ? 0 : _tokens.Max(token => token.Length);
        foreach (var token in _tokens)
        {
            _starts[token[0]] = true;
            _starts[char.IsAsciiLetter((char)token[0]) ? token[0] ^ 0x20 : token[0]] = true;
        }
    }

    /// <summary>Whether an empty field is one of them.</summary>
    public bool EmptyIsMissing => _emptyIsMissing;

    /// <summary>Whether one of them looks as a number may.</summary>
    public bool MayBeNumber { get; }

    /// <summary>Whether a field, without white space around it, says that there is no value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
            return _emptyIsMissing;
        return _starts[field[0]] && field.Length <= _longest && IsToken(field);
    }

    private bool IsToken(ReadOnlySpan<byte> field)
    {
        foreach (var token in _tokens)
        {
            if (Ascii.EqualsIgnoreCase(field, token))
                return true;
        }

        return false;
    }
}
