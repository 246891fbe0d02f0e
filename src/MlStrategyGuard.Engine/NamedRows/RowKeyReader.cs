using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.NamedRows;

/// <summary>The keys that <see cref="RowRecorder"/> gives rows for joining, and for its sample, one row at a time.</summary>
internal sealed class RowKeyReader
{
    private readonly MissingTokens _missing;
    private readonly int[] _columns;
    private readonly ulong[] _seeds;
    private readonly bool _isContent;

    /// <param name="strategy">What columns are for.</param>
    /// <param name="leftOut">Columns that are no content.</param>
    /// <param name="header">The file's columns.</param>
    /// <param name="about"><c>shared_id</c> and <c>shared_group</c> ask for those columns, <c>joint_shift</c> for all that a sample holds, anything else for the content.</param>
    public RowKeyReader(Strategy strategy, IReadOnlyList<string> leftOut, IReadOnlyList<string> header, string about)
    {
        var data = strategy.Data;
        _missing = new MissingTokens(data.Missing);
        var key = about switch { "shared_id" => data.Id, "shared_group" => data.Group, _ => null };
        _isContent = key is null;
        var all = Enumerable.Range(0, header.Count).ToList();
        var content = all.FindAll(i => about == "joint_shift" || !leftOut.Contains(header[i], StringComparer.Ordinal));
        if (content.Count == 0)
            content = all.FindAll(i => header[i] != data.Label?.Value);
        _columns = key is null ? [.. content] : [header.ToList().IndexOf(key.Value)];
        _seeds = [.. _columns.Select(i => Hashing.Of(Encoding.UTF8.GetBytes(header[i])))];
        Shown = key is null ? header.ToList().IndexOf(data.Id?.Value ?? "") : _columns[0];
    }

    /// <summary>The column that names a row for people; −1 if there is none.</summary>
    public int Shown { get; }

    /// <summary>The key of the reader's row; 0 if it has none.</summary>
    public ulong Read(DelimitedReader reader)
    {
        var sum = 0UL;
        for (var i = 0; i < _columns.Length; i++)
        {
            var field = ValueParser.Trim(reader.Field(_columns[i]));
            var isMissing = _missing.Contains(field);
            var value = isMissing ? FieldValue.Missing : FieldValue.Of(field);
            if (!_isContent)
                return isMissing ? 0 : Math.Max(1, Hashing.Mix(value.Hash));
            sum += Hashing.Mix(value.Hash ^ _seeds[i]);
        }

        return Hashing.Mix(sum);
    }
}
