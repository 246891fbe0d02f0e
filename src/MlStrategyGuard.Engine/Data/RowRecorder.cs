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

    /// <summary>Takes a row.</summary>
    /// <param name="values">Its values, in the order of the columns.</param>
    /// <param name="record">The row.</param>
    /// <param name="positions">Where the columns are in it.</param>
    public void Add(ReadOnlySpan<FieldValue> values, in Record record, int[] positions)
    {
        // A sum of what each column gives doesn't depend on the columns' order.
        ulong content = 0, rest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var part = Hashing.Mix(values[i].Hash ^ _seeds[i]);
            if (_isContent[i])
                content += part;
            else
                rest += part;
        }

        var key = Hashing.Mix(content);
        _features.Add(key, PayloadOf(values, _label));
        if (PayloadOf(values, _id) is var id and not 0)
            _ids!.Add(id, key);
        if (PayloadOf(values, _group) is var group and not 0)
            _groups!.Add(group, key);
        _sampler.Add(Hashing.Mix(content + rest), values, record, positions);
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
    public RowSample ToSample(IReadOnlyList<ColumnProfile> columns) => _sampler.ToSample(columns);

    private static ulong PayloadOf(ReadOnlySpan<FieldValue> values, int column) =>
        column < 0 || values[column].Kind == FieldKind.Missing ? 0 : Math.Max(1, Hashing.Mix(values[column].Hash));
}
