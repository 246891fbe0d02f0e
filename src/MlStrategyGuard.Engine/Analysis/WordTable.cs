using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>A small file that people filled in, one row an example: every column as words.</summary>
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
        Read([file], [], missing, cancel) is { Count: > 0 } table
            ? table
            : throw new DataFault(file.Shown, "there is a header and no row; it needs one row an example.");

    /// <summary>Reads the files of a split; columns are found by the names of the first file.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="where">Which rows count.</param>
    /// <param name="missing">What counts as missing.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DataFault">One can't be read, or lacks a column.</exception>
    public static WordTable Read(
        IReadOnlyList<DataFile> files, IReadOnlyList<RowFilter> where, MissingTokens missing, CancellationToken cancel)
    {
        string[]? header = null;
        CodedColumn[] columns = [];
        var count = 0;
        foreach (var file in files)
        {
            if (new FileInfo(file.FullPath) is { Exists: true, Length: 0 })
                throw new DataFault(file.Shown, "it is empty (or no regular file); a header line is needed.");
            using var reader = DelimitedReader.Open(file.FullPath, cancel);
            if (header is null)
            {
                header = [.. reader.Header];
                columns = [.. header.Select(_ => new CodedColumn())];
            }

            var positions = Array.ConvertAll(header, name => reader.Header.ToList().IndexOf(name));
            if (Array.IndexOf(positions, -1) is >= 0 and var lacking)
                throw new DataFault(file.Shown, "the column is in another file of the split and not in this one.", line: 1, column: header[lacking]);
            var filters = new RowFilters(where, reader.Header);
            while (reader.ReadRow())
            {
                if (!filters.Pass(reader))
                    continue;
                count++;
                for (var i = 0; i < columns.Length; i++)
                {
                    var field = ValueParser.Trim(reader.Field(positions[i]));
                    if (missing.Contains(field))
                        columns[i].AddMissing();
                    else
                        columns[i].Add(field);
                }
            }
        }

        return new WordTable(header!, [.. columns.Select(column => new WordColumn(column.Words, column.Codes()))], count);
    }
}
