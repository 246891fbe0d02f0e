using MlStrategyGuard.Studies.Tables;

namespace MlStrategyGuard.Studies.Data;

/// <summary>
/// Many independent rows, of which a random half after the other becomes dev and the rest test. A single such split is distributed
/// like two splits drawn anew, since rows are independent; that splits share a pool only makes what happens to them a little alike.
/// </summary>
internal sealed class Pool
{
    /// <summary>Splits that are made of one pool.</summary>
    public const int Splits = 50;

    private readonly byte[] _lines;
    private readonly long[] _ends;

    /// <param name="recipe">How to draw rows.</param>
    /// <param name="dice">Where chance comes from.</param>
    /// <param name="rows">Rows of both splits.</param>
    public Pool(Recipe recipe, Dice dice, int rows)
    {
        Rows = recipe.Rows!(dice, rows);
        _ends = new long[rows + 1];
        _lines = new byte[64 * (long)rows];
        for (var row = 0; row < rows; row++)
        {
            var start = _ends[row];
            if (_lines.LongLength < start + Table.LongestLine)
                Array.Resize(ref _lines, (int)Math.Min(Array.MaxLength, (2 * _lines.LongLength) + Table.LongestLine));
            _ends[row + 1] = start + Rows.WriteLine(row, _lines.AsSpan((int)start, Table.LongestLine));
        }
    }

    /// <summary>The rows.</summary>
    public Table Rows { get; }

    /// <summary>Chooses the rows of dev, each set of them as probable as another (Knuth, algorithm S).</summary>
    /// <param name="dice">Where chance comes from.</param>
    /// <param name="dev">How many.</param>
    /// <returns>For each row whether it is in dev.</returns>
    public bool[] Choose(Dice dice, int dev)
    {
        var chosen = new bool[Rows.Rows];
        for (var row = 0; row < chosen.Length; row++)
        {
            chosen[row] = dice.Uniform() * (chosen.Length - row) < dev;
            dev -= chosen[row] ? 1 : 0;
        }

        return chosen;
    }

    /// <summary>Writes those rows, or the others, as CSV.</summary>
    public void Write(string path, bool[] chosen, bool which)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        file.Write(Rows.Header);
        for (var row = 0; row < chosen.Length; row++)
        {
            if (chosen[row] == which)
                file.Write(_lines.AsSpan((int)_ends[row], (int)(_ends[row + 1] - _ends[row])));
        }
    }

    /// <summary>Those rows in memory, and the others.</summary>
    public Splits Take(bool[] chosen)
    {
        var rows = Enumerable.Range(0, chosen.Length).ToLookup(row => chosen[row]);
        return new Splits(Rows.Take([.. rows[true]]), Rows.Take([.. rows[false]]));
    }
}
