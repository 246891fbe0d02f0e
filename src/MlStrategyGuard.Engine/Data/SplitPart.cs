namespace MlStrategyGuard.Engine.Data;

/// <summary>The profile of a split, or of a part of it that is merged with others.</summary>
internal sealed class SplitPart : RowSink, IDisposable
{
    private readonly MissingTokens _missing;
    private readonly RowRecorder? _recorder;
    private readonly int _weight;
    private ulong[] _hashes = [];

    /// <param name="columns">Empty profiles of the columns.</param>
    /// <param name="missing">The spellings of a missing value.</param>
    /// <param name="recorder">Gathers keys and a sample; null if nobody asks for them.</param>
    /// <param name="weight">The column of weights, −1 if there is none or nobody asks.</param>
    public SplitPart(ColumnProfile[] columns, MissingTokens missing, RowRecorder? recorder, int weight)
    {
        _weight = weight;
        Columns = columns;
        _missing = missing;
        _recorder = recorder;
    }

    /// <summary>The columns' profiles.</summary>
    public ColumnProfile[] Columns { get; }

    /// <inheritdoc/>
    public override int Take(in RowBlock rows, int[] positions)
    {
        Rows += rows.Count;
        if (_hashes.Length < rows.Count)
            _hashes = new ulong[rows.Count];
        var hashes = _hashes.AsSpan(0, rows.Count);
        _recorder?.Start(rows.Count);
        for (var i = 0; i < Columns.Length; i++)
        {
            if (!Columns[i].Take(rows, positions[i], _missing, hashes))
                return NotOfDeclaredKind(i);
            _recorder?.Add(i, hashes);
        }

        for (var row = 0; _weight >= 0 && row < rows.Count; row++)
        {
            var field = ValueParser.Trim(rows.Field(row, positions[_weight]));
            var value = _missing.Contains(field) ? FieldValue.Missing : FieldValue.Of(field);
            if (!(value.Kind == FieldKind.Number && value.Number is >= 0 and < double.PositiveInfinity))
                return NoWeight(value.Kind);
        }

        _recorder?.End(rows, positions);
        return -1;
    }

    private int NotOfDeclaredKind(int column)
    {
        var declared = Columns[column].Declared;
        Problem = $"the value isn't a {(declared == DeclaredKind.Date ? "date" : "number")}, and 'data.columns' declares the column {declared.ToString()!.ToLowerInvariant()}. "
            + "Add its spelling to 'data.missing', or declare the column categorical.";
        return column;
    }

    private int NoWeight(FieldKind kind)
    {
        var what = kind switch
        {
            FieldKind.Missing => "the weight is missing",
            FieldKind.Text => "the weight isn't a number",
            _ => "the weight is negative or infinite",
        };
        Problem = $"{what}. 'data.weight' says how much a row counts: write a number from 0 up into each row.";
        return _weight;
    }

    /// <summary>Adds another part of the same split, which is of no use afterwards.</summary>
    public void Merge(SplitPart other)
    {
        Rows += other.Rows;
        for (var i = 0; i < Columns.Length; i++)
            Columns[i].Merge(other.Columns[i]);
        _recorder?.Merge(other._recorder!);
    }

    /// <summary>What was gathered.</summary>
    /// <param name="name">The split's name.</param>
    public SplitProfile ToProfile(string name) => new(name, Rows, Columns)
    {
        Keys = _recorder?.ToKeys(),
        Sample = _recorder?.ToSample(Columns, _missing),
    };

    /// <inheritdoc/>
    public void Dispose() => _recorder?.Dispose();
}
