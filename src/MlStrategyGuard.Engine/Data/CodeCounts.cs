using System.Diagnostics.CodeAnalysis;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Counts of a few different whole numbers; gives up when there are more.</summary>
internal sealed class CodeCounts
{
    private const int Slots = 64;
    private const int Shift = 58;

    private readonly double[] _codes = new double[Slots];
    private long[]? _counts = new long[Slots];
    private int _used;

    /// <summary>Whether there were at most <see cref="ColumnProfile.MaxCodes"/> different ones.</summary>
    [MemberNotNullWhen(true, nameof(_counts))]
    public bool AreFew => _counts is not null;

    /// <summary>Counts a number.</summary>
    public void Add(double code, long times = 1)
    {
        if (_counts is not { } counts)
            return;
        var slot = (int)(BitConverter.DoubleToUInt64Bits(code) * 0x9E3779B97F4A7C15UL >> Shift);
        while (counts[slot] != 0)
        {
            if (_codes[slot] == code)
            {
                counts[slot] += times;
                return;
            }

            slot = (slot + 1) % Slots;
        }

        _codes[slot] = code;
        counts[slot] = times;
        if (++_used > ColumnProfile.MaxCodes)
            GiveUp();
    }

    /// <summary>Counts no more.</summary>
    public void GiveUp() => _counts = null;

    /// <summary>Adds what another one counted.</summary>
    public void Merge(CodeCounts other)
    {
        if (!other.AreFew)
            GiveUp();
        foreach (var (code, count) in other.ToDictionary() ?? [])
            Add(code, count);
    }

    /// <summary>Rows by number, ascending; null if there are too many.</summary>
    public SortedDictionary<double, long>? ToDictionary()
    {
        if (!AreFew)
            return null;
        var found = new SortedDictionary<double, long>();
        for (var slot = 0; slot < Slots; slot++)
        {
            if (_counts[slot] != 0)
                found.Add(_codes[slot], _counts[slot]);
        }

        return found;
    }
}
