using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Reads the columns that matter of files with one row an example.</summary>
/// <param name="data">Says what counts as missing.</param>
/// <param name="numeric">Whether labels and predictions are numbers.</param>
/// <param name="cancel">Ends the reading.</param>
internal sealed class ScoreReader(DataSection data, bool numeric, CancellationToken cancel)
{
    private readonly MissingTokens _missing = new(data.Missing);

    /// <summary>Reads files that belong together; columns are found by name in each.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="columnsOf">Finds the columns in a header.</param>
    /// <param name="where">Which rows count.</param>
    /// <exception cref="DataFault">A file can't be read, or a number is none.</exception>
    public ScoreTable Read(
        IReadOnlyList<DataFile> files, Func<IReadOnlyList<string>, ScoreColumns> columnsOf, IReadOnlyList<RowFilter> where)
    {
        ScoreColumns? first = null;
        return OrderedFiles.Read(
            files,
            (file, header) =>
            {
                var columns = columnsOf(header);
                first ??= columns;
                return new FileLayout(columns.Positions(first, file), RowFilters.Of(where, header));
            },
            () => new ScoreSink(first!, numeric, _missing),
            cancel).ToTable();
    }

    /// <summary>The number 7 has one key however it is written, as programs that hold ids as numbers write 7.0.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> field)
    {
        if (field.Length is > 2 and < 20 && field[^1] == '0' && field[^2] == '.' && ValueParser.TryNumber(field, out _))
            field = field[..^2];
        return Hashing.Of(field);
    }
}
