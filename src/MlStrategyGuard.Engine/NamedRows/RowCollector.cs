using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Leakage;
using MlStrategyGuard.Engine.Predictions;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.NamedRows;

/// <summary>
/// Notes by their keys which rows findings are about, while evidence is gathered, and then looks for these rows in the files. Only
/// when somebody asks for rows.
/// </summary>
/// <param name="strategy">What was declared.</param>
/// <param name="files">The files of each split.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class RowCollector(
    Strategy strategy, IReadOnlyDictionary<SplitDeclaration, IReadOnlyList<DataFile>> files, CancellationToken cancel)
{
    /// <summary>The most rows, and keys, of one kind.</summary>
    public const int Most = 20;

    private const string JointShift = "joint_shift";

    private readonly List<(string About, string Split, string? Other, ulong[] Keys)> _shared = [];
    private readonly List<(string A, string B, ulong[] KeysA, ulong[] KeysB)> _joint = [];
    private readonly List<(string Split, IReadOnlyList<DataFile> Files, ulong[] Keys)> _suspects = [];
    private IReadOnlyList<string> _leftOut = [];

    /// <summary>Notes what pairs of splits share.</summary>
    /// <param name="splits">The splits that could be read.</param>
    public void NoteShared(IReadOnlyList<SplitProfile> splits)
    {
        _leftOut = splits.Select(split => split.Keys?.LeftOut).FirstOrDefault(names => names is not null) ?? [];
        Note("equal_row", splits, keys => keys.Features);
        Note("shared_id", splits, keys => keys.Ids);
        Note("shared_group", splits, keys => keys.Groups);
    }

    /// <summary>Notes the rows by which a classifier told two splits apart.</summary>
    /// <param name="a">The first split.</param>
    /// <param name="b">The second split.</param>
    /// <param name="rows">What the classifier saw.</param>
    /// <param name="told">The classifier.</param>
    public void NoteJoint(string a, string b, SampledRows rows, DomainClassifier told)
    {
        var (telling, tellingB) = told.Telling(Most / 2);
        _joint.Add((a, b, Keys(rows.A, telling), Keys(rows.B, tellingB)));

        static ulong[] Keys(RowSample sample, int[] places) => [.. places.Select(place => sample.Hashes[place]).Distinct()];
    }

    /// <summary>Notes suspect labels.</summary>
    /// <param name="split">The split.</param>
    /// <param name="predictions">The choice's prediction files.</param>
    /// <param name="ids">The ids as hashes, the most suspect first.</param>
    public void NoteSuspects(string split, IReadOnlyList<DataFile> predictions, IEnumerable<ulong> ids) =>
        _suspects.Add((split, predictions, [.. ids.Take(Most)]));

    /// <summary>Finds the rows: pairs of splits in order, then what sets splits apart, then suspects.</summary>
    public IReadOnlyList<ReportedRows> Find()
    {
        try
        {
            return
            [
                .. _shared.Select(one => new ReportedRows { About = one.About, Splits = $"{one.Split}/{one.Other}", Rows = Shared(one.About, [one.Split, one.Other!], one.Keys) }),
                .. _joint.Select(one => new ReportedRows
                {
                    About = JointShift,
                    Splits = $"{one.A}/{one.B}",
                    Rows = [.. Shared(JointShift, [one.A], one.KeysA), .. Shared(JointShift, [one.B], one.KeysB)],
                }),
                .. _suspects.Select(one => new ReportedRows { About = "label_suspect", Splits = one.Split, Rows = Suspects(one.Files, one.Keys) }),
            ];
        }
        catch (DataFault)
        {
            return []; // The files were read a moment ago; the next check will say what has become of them.
        }
    }

    private void Note(string about, IReadOnlyList<SplitProfile> splits, Func<RowKeys, KeySet?> kind)
    {
        var keyed = splits.Where(split => split.Keys is { } keys && kind(keys) is not null).ToList();
        if (keyed.Count < 2)
            return;
        var tally = KeyJoin.Tally([.. keyed.Select(split => kind(split.Keys!)!)], () => new FirstSharedKeys(keyed.Count), cancel);
        for (var a = 0; a < keyed.Count; a++)
        {
            for (var b = a + 1; b < keyed.Count; b++)
            {
                if (tally.Of(a, b) is { Count: > 0 } keys)
                    _shared.Add((about, keyed[a].Name, keyed[b].Name, [.. keys]));
            }
        }
    }

    private List<ReportedRow> Shared(string about, string[] splits, ulong[] keys)
    {
        var found = keys.ToDictionary(key => key, _ => new List<ReportedRow>());
        foreach (var split in splits.Select(name => strategy.Split(name)!))
        {
            var rows = keys.ToDictionary(key => key, _ => 0);
            foreach (var file in files[split])
            {
                using var reader = file.Open(cancel);
                var filters = new RowFilters(split.Where, reader.Header);
                var keyOf = new RowKeyReader(strategy, _leftOut, reader.Header, about);
                while (reader.ReadRow())
                {
                    // One row of each split shows what is shared; a few show how often.
                    if (filters.Pass(reader) && keyOf.Read(reader) is var key && found.TryGetValue(key, out var list) && rows[key]++ < Most / 2)
                        list.Add(Row(file, reader, keyOf.Shown));
                }
            }
        }

        return [.. keys.SelectMany(key => found[key]).Take(Most)];
    }

    private List<ReportedRow> Suspects(IReadOnlyList<DataFile> predictions, ulong[] keys)
    {
        var found = new Dictionary<ulong, ReportedRow>();
        foreach (var file in predictions)
        {
            using var reader = file.Open(cancel);
            if (!ScoreColumns.OfPredictions(reader.Header, strategy, []).Roles.TryGetValue(Predictions.ColumnRole.Id, out var id))
                continue;
            while (reader.ReadRow())
            {
                var key = ScoreReader.KeyOf(ValueParser.Trim(reader.Field(id)));
                if (Array.IndexOf(keys, key) >= 0)
                    found.TryAdd(key, Row(file, reader, id));
            }
        }

        return [.. keys.Where(found.ContainsKey).Select(key => found[key])];
    }

    private static ReportedRow Row(DataFile file, DelimitedReader reader, int shown) => new()
    {
        File = file.Shown,
        Row = reader.Row,
        Line = reader.Line,
        Key = shown < 0 ? null : System.Text.Encoding.UTF8.GetString(ValueParser.Trim(reader.Field(shown))),
    };
}
