using System.Buffers.Text;
using System.Text;

namespace MlStrategyGuard.Studies.Data;

/// <summary>Rows of one split.</summary>
/// <param name="Rows">Their number.</param>
/// <param name="Columns">Their columns, all of that length.</param>
internal sealed record Table(int Rows, IReadOnlyList<Column> Columns)
{
    /// <summary>No line is longer, in bytes.</summary>
    public const int LongestLine = 1 << 14;

    private const int LongestNumber = 32;

    private static readonly double[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The first line of the file, with its end.</summary>
    public byte[] Header => Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(column => column.Name)) + "\n");

    /// <summary>Writes the rows as CSV.</summary>
    public void Write(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        file.Write(Header);
        var line = new byte[LongestLine];
        for (var row = 0; row < Rows; row++)
            file.Write(line, 0, WriteLine(row, line));
    }

    /// <summary>Writes a row with its line's end.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="target">At least <see cref="LongestLine"/> bytes.</param>
    /// <returns>The number of bytes.</returns>
    public int WriteLine(int row, Span<byte> target)
    {
        var used = 0;
        for (var i = 0; i < Columns.Count; i++)
        {
            if (i > 0)
                target[used++] = (byte)',';
            switch (Columns[i])
            {
                case Numbers column:
                    used += WriteNumber(column.Values[row], column.Decimals, target[used..]);
                    break;
                case Levels column when column.Codes[row] >= 0:
                    target[used++] = (byte)column.Name[0];
                    Utf8Formatter.TryFormat(column.Codes[row], target[used..], out var digits);
                    used += digits;
                    break;
                case Texts column:
                    used += Encoding.UTF8.GetBytes(column.Values[row], target[used..]);
                    break;
            }
        }

        target[used++] = (byte)'\n';
        return used;
    }

    /// <summary>A value as it is written.</summary>
    public static double Round(double value, int decimals) => Math.Round(value * Powers[decimals]) / Powers[decimals];

    /// <summary>The rows with these numbers, in this order.</summary>
    public Table Take(int[] rows) => new(rows.Length, [.. Columns.Select(column => (Column)(column switch
    {
        Numbers numbers => new Numbers(numbers.Name, Array.ConvertAll(rows, row => numbers.Values[row]), numbers.Decimals),
        Levels levels => levels with { Codes = Array.ConvertAll(rows, row => levels.Codes[row]) },
        Texts texts => texts with { Values = Array.ConvertAll(rows, row => texts.Values[row]) },
        _ => throw new InvalidOperationException(),
    }))]);

    /// <summary>Fixed point by hand: formatting doubles would cost more than what is studied.</summary>
    private static int WriteNumber(double value, int decimals, Span<byte> target)
    {
        if (double.IsNaN(value))
            return 0;
        var scaled = Math.Round(value * Powers[decimals]);
        if (Math.Abs(scaled) > 9e15)
        {
            Utf8Formatter.TryFormat(value, target, out var written, new('E', 15));
            return written;
        }

        var used = 0;
        if (scaled < 0)
            target[used++] = (byte)'-';
        var whole = (long)Math.Abs(scaled);
        var power = (long)Powers[decimals];
        Utf8Formatter.TryFormat(whole / power, target[used..LongestNumber], out var digits);
        used += digits;
        if (decimals == 0)
            return used;
        target[used++] = (byte)'.';
        var rest = whole % power;
        for (var place = power / 10; place > 0; place /= 10)
            target[used++] = (byte)('0' + (rest / place % 10));
        return used;
    }
}
