using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MlStrategyGuard.Benchmarks.Reading;

/// <summary>Writes tables of 12 numeric and 8 categorical columns, all rows from one distribution.</summary>
internal sealed class Generator(ulong seed)
{
    private static readonly byte[][][] Levels =
        [.. new[] { 2, 2, 3, 5, 8, 20, 60, 300 }.Select((count, column) => Enumerable.Range(0, count)
            .Select(level => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{"red,area,kind,shop,state,brand,street,item".Split(',')[column]}{level}"))).ToArray())];

    private ulong _state = seed;

    /// <summary>The header of every table.</summary>
    public static string Header => "n1,n2,n3,n4,n5,n6,n7,n8,n9,n10,n11,n12,label,c2,c3,c4,c5,c6,c7,c8\n";

    /// <summary>Writes a file of so many rows, or, if that is more, until it is so many bytes long.</summary>
    public void Write(string path, long rows, long bytes = 0)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        file.Write(Encoding.ASCII.GetBytes(Header));
        var line = new byte[1_024];
        for (long row = 0; row < rows || file.Position < bytes; row++)
            file.Write(line.AsSpan(0, Row(line)));
    }

    private int Row(byte[] line)
    {
        var at = 0;
        for (var column = 0; column < 12; column++)
        {
            var value = column switch
            {
                0 => 18 + (Uniform() * 70),
                1 => Math.Floor(Uniform() * 1_000_000),
                2 or 3 => Math.Exp(2 + Normal()),
                4 => Math.Abs(Normal()) * 5,
                5 => Uniform() < 0.3 ? 0 : Math.Exp(Normal()),
                _ => Normal() * (1 + column),
            };
            var digits = column switch { 0 or 1 => 0, 2 or 3 => 2, 4 => 1, _ => 4 };
            Utf8Formatter.TryFormat(value, line.AsSpan(at), out var written, new System.Buffers.StandardFormat('F', (byte)digits));
            at += written;
            line[at++] = (byte)',';
        }

        for (var column = 0; column < Levels.Length; column++)
        {
            var levels = Levels[column];
            var uniform = Uniform();
            var level = levels[(int)(uniform * uniform * levels.Length)];
            level.CopyTo(line, at);
            at += level.Length;
            line[at++] = column + 1 < Levels.Length ? (byte)',' : (byte)'\n';
        }

        return at;
    }

    private double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private ulong Next()
    {
        var value = _state += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
