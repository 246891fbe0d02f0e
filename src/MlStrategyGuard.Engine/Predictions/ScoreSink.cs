using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Gathers the columns of a file with one row an example, column by column of a block.</summary>
internal sealed class ScoreSink : RowSink
{
    private readonly MissingTokens _missing;
    private readonly GrowingArray<ulong>? _ids;
    private readonly List<(ColumnRole Role, CodedColumn Column)> _words = [];
    private readonly List<(ColumnRole Role, GrowingArray<double> Column)> _numbers = [];
    private readonly List<KeyValuePair<string, GrowingArray<double>>> _probabilities;
    private readonly List<KeyValuePair<string, GrowingArray<double>>> _measured;
    private readonly object?[] _targets;

    /// <param name="columns">The first file's columns; rows come with their places in the order of <see cref="ScoreColumns.Positions"/>.</param>
    /// <param name="numeric">Whether labels and predictions are numbers.</param>
    /// <param name="missing">What counts as missing.</param>
    public ScoreSink(ScoreColumns columns, bool numeric, MissingTokens missing)
    {
        _missing = missing;
        var targets = new List<object?>();
        foreach (var role in columns.RolesInOrder)
        {
            if (role == ColumnRole.Id)
            {
                _ids = new GrowingArray<ulong>();
                targets.Add(_ids);
            }
            else if (IsNumber(role, numeric))
            {
                _numbers.Add((role, new GrowingArray<double>()));
                targets.Add(_numbers[^1].Column);
            }
            else
            {
                _words.Add((role, new CodedColumn()));
                targets.Add(_words[^1].Column);
            }
        }

        _probabilities = [.. columns.Probabilities.Select(pair => new KeyValuePair<string, GrowingArray<double>>(pair.Key, new()))];
        _measured = [.. columns.MeasuredInOrder.Select(name => new KeyValuePair<string, GrowingArray<double>>(name, new()))];
        _targets = [.. targets, .. _probabilities.Select(pair => pair.Value), .. _measured.Select(pair => pair.Value)];
    }

    /// <inheritdoc/>
    public override int Take(in RowBlock rows, int[] positions)
    {
        for (var column = 0; column < _targets.Length; column++)
        {
            switch (_targets[column])
            {
                case GrowingArray<ulong> ids:
                    var keys = ids.Extend(rows.Count);
                    for (var row = 0; row < keys.Length; row++)
                        keys[row] = ScoreReader.KeyOf(ValueParser.Trim(rows.Field(row, positions[column])));
                    break;
                case CodedColumn words:
                    words.Add(rows, positions[column], _missing);
                    break;
                case GrowingArray<double> numbers:
                    if (!TryNumbers(rows, positions[column], numbers.Extend(rows.Count)))
                    {
                        Problem = "the value isn't a number";
                        return column;
                    }

                    break;
            }
        }

        Rows += rows.Count;
        return -1;
    }

    /// <summary>What was gathered; nothing can be added any more.</summary>
    public ScoreTable ToTable() => new()
    {
        Count = (int)Rows,
        Ids = _ids?.ToArray(),
        Words = _words.ToDictionary(pair => pair.Role, pair => new WordColumn(pair.Column.Words, pair.Column.Codes())),
        Numbers = _numbers.ToDictionary(pair => pair.Role, pair => pair.Column.ToArray()),
        Probabilities = [.. _probabilities.Select(pair => new KeyValuePair<string, double[]>(pair.Key, pair.Value.ToArray()))],
        Measured = _measured.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal),
    };

    private bool TryNumbers(in RowBlock rows, int position, Span<double> numbers)
    {
        for (var row = 0; row < numbers.Length; row++)
        {
            var field = ValueParser.Trim(rows.Field(row, position));
            if (ValueParser.TryNumber(field, out numbers[row]))
                continue;
            if (!field.IsEmpty && !_missing.Contains(field))
                return false;
            numbers[row] = double.NaN;
        }

        return true;
    }

    private static bool IsNumber(ColumnRole role, bool numeric) =>
        role is ColumnRole.Score or ColumnRole.Weight or ColumnRole.Lower or ColumnRole.Upper
        || (numeric && role is ColumnRole.Label or ColumnRole.Prediction);
}
