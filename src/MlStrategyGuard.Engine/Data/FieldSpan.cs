using System.Runtime.InteropServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Where the content of a field is in the buffer, without its enclosing quotes.</summary>
/// <param name="start">Index of the first byte.</param>
/// <param name="length">Number of bytes, less than 2³⁰.</param>
/// <param name="quoted">Whether quotes enclose it.</param>
/// <param name="escaped">Whether it contains doubled quotes that stand for one each.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FieldSpan(int start, int length, bool quoted, bool escaped)
{
    private const int QuotedBit = 1 << 30;
    private const int EscapedBit = int.MinValue;

    // Tables of many of these are walked through: eight bytes each, the start first.
    private readonly int _start = start;
    private readonly int _lengthAndBits = length | (quoted ? QuotedBit : 0) | (escaped ? EscapedBit : 0);

    /// <summary>Index of the first byte.</summary>
    public int Start => _start;

    /// <summary>Number of bytes.</summary>
    public int Length => _lengthAndBits & (QuotedBit - 1);

    /// <summary>Index behind the last byte.</summary>
    public int End => Start + Length;

    /// <summary>Whether quotes enclose it.</summary>
    public bool Quoted => (_lengthAndBits & QuotedBit) != 0;

    /// <summary>Whether it contains doubled quotes that stand for one each.</summary>
    public bool Escaped => _lengthAndBits < 0;

    /// <summary>Index behind the field as it is written, with its closing quote.</summary>
    public int OuterEnd => Start + Length + (Quoted ? 1 : 0);

    /// <summary>The same field with so many bytes only, none of them an escape.</summary>
    public FieldSpan Shortened(int length) => new(Start, length, Quoted, escaped: false);
}
