using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>A small file that people filled in, or some rows of a split, one row an example: columns as words.</summary>
/// <param name="Header">The column names.</param>
/// <param name="Columns">The columns, in the same order.</param>
/// <param name="Count">The number of rows.</param>
internal sealed record WordTable(IReadOnlyList<string> Header, IReadOnlyList<WordColumn> Columns, int Count)
{
    /// <summary>The column of that name; null if there is none.</summary>
    public WordColumn? Find(string name)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == name)
                return Columns[i];
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="missing">What counts as missing.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DataFault">It can't be read, or has no row.</exception>
    public static WordTable Read(DataFile file, MissingTokens missing, CancellationToken cancel) =>
        Read([file], [], missing, _ => true, null, cancel) is { Count: > 0 } table
            ? table
            : throw new DataFault(file.Shown, "there is a header and no row; it needs one row an example.");

    /// <summary>Reads the files of a split; columns are found by the names of the first file.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="where">Which rows count.</param>
    /// <param name="missing">What counts as missing.</param>
    /// <param name="isWanted">Whether a column of that name is wanted.</param>
    /// <param name="rows">Of the rows that count, the numbers of those wanted, ascending; null: all.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DataFault">One can't be read, or lacks a column.</exception>
    public static WordTable Read(
        IReadOnlyList<DataFile> files,
        IReadOnlyList<RowFilter> where,
        MissingTokens missing,
        Func<string, bool> isWanted,
        int[]? rows,
        CancellationToken cancel)
    {
        string[]? header = null;
        return OrderedFiles.Read(
            files,
            (file, names) =>
            {
                header ??= [.. names.Where(isWanted)];
                var all = names.ToList();
                var positions = Array.ConvertAll(header, name => all.IndexOf(name));
                if (Array.IndexOf(positions, -1) is >= 0 and var lacking)
                    throw new DataFault(file.Shown, "the column is in another file of the split and not in this one.", line: 1, column: header[lacking]);
                return new FileLayout(positions, RowFilters.Of(where, names));
            },
            () => new Sink(header!, missing, rows),
            cancel).ToTable();
    }

    private sealed class Sink(string[] header, MissingTokens missing, int[]? wanted) : RowSink
    {
        private readonly CodedColumn[] _columns = [.. header.Select(_ => new CodedColumn())];
        private int _taken;

        public override int Take(in RowBlock rows, int[] positions)
        {
            if (wanted is null)
            {
                for (var i = 0; i < _columns.Length; i++)
                    _columns[i].Add(rows, positions[i], missing);
                _taken += rows.Count;
            }
            else
            {
                for (; _taken < wanted.Length && wanted[_taken] < Rows + rows.Count; _taken++)
                {
                    var row = rows.Slice((int)(wanted[_taken] - Rows), 1);
                    for (var i = 0; i < _columns.Length; i++)
                        _columns[i].Add(row, positions[i], missing);
                }
            }

            Rows += rows.Count;
            return -1;
        }

        public WordTable ToTable() =>
            new(header, [.. _columns.Select(column => new WordColumn(column.Words, column.Codes()))], _taken);
    }
}
