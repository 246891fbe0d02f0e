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
        Gathering? gathering = null;
        foreach (var file in files)
        {
            if (new FileInfo(file.FullPath) is { Exists: true, Length: 0 })
                throw new DataFault(file.Shown, "it is empty (or no regular file); a header line is needed.");
            using var reader = DelimitedReader.Open(file.FullPath, cancel);
            var columns = columnsOf(reader.Header);
            gathering ??= new Gathering(columns, numeric, _missing);
            gathering.Take(reader, file, columns, where);
        }

        return gathering!.ToTable();
    }

    /// <summary>The number 7 has one key however it is written, as programs that hold ids as numbers write 7.0.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> field)
    {
        if (field.Length is > 2 and < 20 && field[^1] == '0' && field[^2] == '.' && ValueParser.TryNumber(field, out _))
            field = field[..^2];
        return Hashing.Of(field);
    }

    private sealed class Gathering
    {
        private readonly MissingTokens _missing;
        private readonly GrowingArray<ulong>? _ids;
        private readonly Dictionary<ColumnRole, CodedColumn> _words = [];
        private readonly Dictionary<ColumnRole, GrowingArray<double>> _numbers = [];
        private readonly List<KeyValuePair<string, GrowingArray<double>>> _probabilities;
        private readonly Dictionary<string, GrowingArray<double>> _measured;
        private readonly bool _numeric;
        private int _count;

        public Gathering(ScoreColumns columns, bool numeric, MissingTokens missing)
        {
            (_numeric, _missing) = (numeric, missing);
            foreach (var role in columns.Roles.Keys.Where(role => role != ColumnRole.Id))
            {
                if (IsNumber(role))
                    _numbers.Add(role, new GrowingArray<double>());
                else
                    _words.Add(role, new CodedColumn());
            }

            _ids = columns.Roles.ContainsKey(ColumnRole.Id) ? new GrowingArray<ulong>() : null;
            _probabilities = [.. columns.Probabilities.Select(pair => new KeyValuePair<string, GrowingArray<double>>(pair.Key, new()))];
            _measured = columns.Measured.Keys.ToDictionary(name => name, _ => new GrowingArray<double>(), StringComparer.Ordinal);
        }

        public void Take(DelimitedReader reader, DataFile file, ScoreColumns columns, IReadOnlyList<RowFilter> where)
        {
            int At(ColumnRole role) => columns.Roles.TryGetValue(role, out var at) ? at : throw Lacks(file, role.ToString().ToLowerInvariant());
            var id = _ids is null ? -1 : At(ColumnRole.Id);
            var words = _words.Select(pair => (At(pair.Key), pair.Value)).ToArray();
            var numbers = _numbers.Select(pair => (At(pair.Key), pair.Value))
                .Concat(_probabilities.Select(pair => (PositionOf(columns.Probabilities, pair.Key, file), pair.Value)))
                .Concat(_measured.Select(pair => (columns.Measured.TryGetValue(pair.Key, out var at) ? at : throw Lacks(file, pair.Key), pair.Value)))
                .ToArray();
            var filters = new RowFilters(where, reader.Header);

            while (reader.ReadRow())
            {
                if (!filters.Pass(reader))
                    continue;
                if (id >= 0)
                    _ids!.Add(KeyOf(ValueParser.Trim(reader.Field(id))));
                foreach (var (at, column) in words)
                {
                    var field = ValueParser.Trim(reader.Field(at));
                    if (_missing.Contains(field))
                        column.AddMissing();
                    else
                        column.Add(field);
                }

                foreach (var (at, column) in numbers)
                    column.Add(Number(reader, file, at));
                _count++;
            }
        }

        public ScoreTable ToTable() => new()
        {
            Count = _count,
            Ids = _ids?.ToArray(),
            Words = _words.ToDictionary(pair => pair.Key, pair => new WordColumn(pair.Value.Words, pair.Value.Codes())),
            Numbers = _numbers.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
            Probabilities = [.. _probabilities.Select(pair => new KeyValuePair<string, double[]>(pair.Key, pair.Value.ToArray()))],
            Measured = _measured.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal),
        };

        private double Number(DelimitedReader reader, DataFile file, int at)
        {
            var field = ValueParser.Trim(reader.Field(at));
            if (ValueParser.TryNumber(field, out var number))
                return number;
            if (field.IsEmpty || _missing.Contains(field))
                return double.NaN;
            throw new DataFault(file.Shown, "the value isn't a number", reader.Row, reader.Line, reader.Header[at]);
        }

        private bool IsNumber(ColumnRole role) =>
            role is ColumnRole.Score or ColumnRole.Weight or ColumnRole.Lower or ColumnRole.Upper
            || (_numeric && role is ColumnRole.Label or ColumnRole.Prediction);

        private static int PositionOf(IReadOnlyList<KeyValuePair<string, int>> columns, string name, DataFile file)
        {
            foreach (var (own, at) in columns)
            {
                if (own == name)
                    return at;
            }

            throw Lacks(file, "p_" + name);
        }

        private static DataFault Lacks(DataFile file, string column) =>
            new(file.Shown, "the column is in another file of the same predictions and not in this one.", line: 1, column: column);
    }
}
