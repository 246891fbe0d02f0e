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
    public static WordTable Read(DataFile file, MissingTokens missing, CancellationToken cancel)
    {
        if (new FileInfo(file.FullPath) is { Exists: true, Length: 0 })
            throw new DataFault(file.Shown, "it is empty (or no regular file); a header line is needed.");
        using var reader = DelimitedReader.Open(file.FullPath, cancel);
        CodedColumn[] columns = [.. reader.Header.Select(_ => new CodedColumn())];
        var count = 0;
        for (; reader.ReadRow(); count++)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var field = ValueParser.Trim(reader.Field(i));
                if (missing.Contains(field))
                    columns[i].AddMissing();
                else
                    columns[i].Add(field);
            }
        }

        return count == 0
            ? throw new DataFault(file.Shown, "there is a header and no row; it needs one row an example.")
            : new WordTable([.. reader.Header], [.. columns.Select(column => new WordColumn(column.Words, column.Codes()))], count);
    }
}
