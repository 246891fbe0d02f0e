namespace MlStrategyGuard.Engine.Data;

/// <summary>Gathers the keys and the sample of a split while its rows pass by.</summary>
internal sealed class RowRecorder : IDisposable
{
    private readonly KeyPlan _plan;
    private readonly ulong[] _seeds;
    private readonly bool[] _isContent;
    private readonly int _label;
    private readonly int _id;
    private readonly int _group;
    private readonly KeySet _features;
    private readonly KeySet? _ids;
    private readonly KeySet? _groups;
    private readonly RowSampler _sampler = new();

    // What the columns so far gave for each of the rows at hand.
    private ulong[] _content = [];
    private ulong[] _rest = [];
    private ulong[] _labels = [];
    private ulong[] _idsOf = [];
    private ulong[] _groupsOf = [];

    /// <param name="plan">Which columns make a key.</param>
    /// <param name="columns">The columns' names.</param>
    /// <param name="budget">How much may be kept.</param>
    public RowRecorder(KeyPlan plan, IReadOnlyList<string> columns, ReadingBudget budget)
    {
        _plan = plan;
        _features = new KeySet(budget);
        _seeds = [.. columns.Select(name => Hashing.Of(System.Text.Encoding.UTF8.GetBytes(name)))];
        _isContent = [.. columns.Select(name => !plan.LeftOut.Contains(name, StringComparer.Ordinal))];
        _label = IndexOf(plan.Label);
        if (!_isContent.Contains(true))
        {
            // Rows without any content aren't all equal: what names them is all that there is.
            for (var i = 0; i < _isContent.Length; i++)
                _isContent[i] = i != _label;
        }

        _id = IndexOf(plan.Id);
        _group = IndexOf(plan.Group);
        _ids = plan.Id is null ? null : new KeySet(budget);
        _groups = plan.Group is null ? null : new KeySet(budget);

        int IndexOf(string? name) => name is null ? -1 : columns.ToList().IndexOf(name);
    }

    /// <summary>Begins with some rows.</summary>
    /// <param name="count">How many.</param>
    public void Start(int count)
    {
        if (_content.Length < count)
            (_content, _rest, _labels, _idsOf, _groupsOf) = (new ulong[count], new ulong[count], new ulong[count], new ulong[count], new ulong[count]);
        _content.AsSpan(0, count).Clear();
        _rest.AsSpan(0, count).Clear();
    }

    /// <summary>Takes a column's values of the rows.</summary>
    /// <param name="column">Its number.</param>
    /// <param name="hashes">The values' hashes.</param>
    public void Add(int column, ReadOnlySpan<ulong> hashes)
    {
        // A sum of what each column gives doesn't depend on the columns' order.
        var seed = _seeds[column];
        var sums = (_isContent[column] ? _content : _rest).AsSpan(0, hashes.Length);
        Hashing.AddMixed(sums, hashes, seed);
        if (column == _label)
            ToPayload(hashes, _labels);
        if (column == _id)
            ToPayload(hashes, _idsOf);
        if (column == _group)
            ToPayload(hashes, _groupsOf);
    }

    /// <summary>Ends with some rows, whose columns were all given.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="positions">Where the columns are in them.</param>
    public void End(in RowBlock rows, int[] positions)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var key = Hashing.Mix(_content[i]);
            _features.Add(key, _label < 0 ? 0 : _labels[i]);
            if (_id >= 0 && _idsOf[i] is var id and not 0)
                _ids!.Add(id, key);
            if (_group >= 0 && _groupsOf[i] is var group and not 0)
                _groups!.Add(group, key);
            _rest[i] = Hashing.Mix(_content[i] + _rest[i]);
        }

        _sampler.Add(_rest.AsSpan(0, rows.Count), rows, positions);
    }

    /// <summary>Adds what another part of the same split gave.</summary>
    public void Merge(RowRecorder other)
    {
        _features.Merge(other._features);
        _ids?.Merge(other._ids!);
        _groups?.Merge(other._groups!);
        _sampler.Merge(other._sampler);
    }

    /// <summary>Gives back what the keys hold.</summary>
    public void Dispose()
    {
        _features.Dispose();
        _ids?.Dispose();
        _groups?.Dispose();
    }

    /// <summary>The keys of all rows so far.</summary>
    public RowKeys ToKeys() => new(_features, _plan.LeftOut) { Ids = _ids, Groups = _groups };

    /// <summary>The sample of all rows so far.</summary>
    /// <param name="columns">The columns' profiles.</param>
    /// <param name="missing">The spellings of a missing value.</param>
    public RowSample ToSample(IReadOnlyList<ColumnProfile> columns, MissingTokens missing) => _sampler.ToSample(columns, missing);

    /// <summary>0 for a missing value.</summary>
    private static void ToPayload(ReadOnlySpan<ulong> hashes, ulong[] payload)
    {
        for (var i = 0; i < hashes.Length; i++)
            payload[i] = hashes[i] == FieldValue.MissingHash ? 0 : Math.Max(1, Hashing.Mix(hashes[i]));
    }
}
