using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>A split and where its rows come from.</summary>
internal sealed class SplitSource
{
    private readonly byte[][][] _wanted;
    private DataFile? _first;
    private string[]? _columns;

    /// <param name="split">Its declaration.</param>
    /// <param name="files">Its files, at least one.</param>
    public SplitSource(SplitDeclaration split, IReadOnlyList<DataFile> files)
    {
        Split = split;
        Files = files;
        _wanted = [.. split.Where.Select(filter => filter.Values.Select(Encoding.UTF8.GetBytes).ToArray())];
    }

    /// <summary>Its declaration.</summary>
    public SplitDeclaration Split { get; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<DataFile> Files { get; }

    /// <summary>The columns, in the order of the first file; reads its header if need be.</summary>
    /// <exception cref="DataFault">It can't be read.</exception>
    public IReadOnlyList<string> Columns(CancellationToken cancel)
    {
        lock (_wanted)
        {
            if (_columns is null)
            {
                using var reader = Files[0].Open(cancel);
                _first = Files[0];
                _columns = [.. reader.Header];
            }

            return _columns;
        }
    }

    /// <summary>Where this split's columns stand in one of its files; all files must have the same ones.</summary>
    /// <returns>Null if a column of <c>where:</c> is in no file: MLS0010 says so, and no row is read.</returns>
    /// <exception cref="DataFault">The columns differ, or the first file can't be read.</exception>
    public FileLayout? Align(DataFile file, IReadOnlyList<string> header, CancellationToken cancel)
    {
        var columns = Columns(cancel);
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
            positions[header[i]] = i;

        if (columns.FirstOrDefault(column => !positions.ContainsKey(column)) is { } lacking)
            throw new DataFault(
                file.Shown,
                $"the column is in {_first!.Shown} and not in this file; files of one split have the same columns.",
                line: 1, column: lacking);
        if (header.Count > columns.Count)
            throw new DataFault(
                file.Shown,
                $"the column is in this file and not in {_first!.Shown}; files of one split have the same columns.",
                line: 1, column: header.Except(columns).First());
        return Split.Where.Any(filter => !positions.ContainsKey(filter.Column.Value))
            ? null
            : new FileLayout(
                [.. columns.Select(column => positions[column])],
                [.. Split.Where.Select((filter, i) => (positions[filter.Column.Value], _wanted[i]))]);
    }
}
