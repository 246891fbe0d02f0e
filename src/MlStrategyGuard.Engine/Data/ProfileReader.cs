using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Reads a split's files, one after the other, into its profile.</summary>
/// <param name="data">What the columns are for.</param>
/// <param name="keys">Which columns make the rows' keys; null to gather neither keys nor a sample.</param>
/// <param name="cap">The most numbers to keep of a column.</param>
/// <param name="progress">Is told the bytes read since the last time.</param>
/// <param name="cancel">Ends the reading.</param>
internal sealed class ProfileReader(
    DataSection data, KeyPlan? keys, int cap, IProgress<long>? progress, CancellationToken cancel)
{
    private const int RowsPerReport = 4_096;
    private const int StartRows = 65_536;
    private const int StartBytes = 16 << 20;

    private readonly MissingTokens _missing = new(data.Missing);

    /// <summary>Reads a split.</summary>
    /// <param name="split">Its declaration.</param>
    /// <param name="files">Its files, at least one.</param>
    /// <returns>The profile, or what can't be read.</returns>
    public (SplitProfile? Profile, UnreadableData? Problem) Read(SplitDeclaration split, IReadOnlyList<DataFile> files) =>
        Read(split, files, onlyStart: false);

    /// <summary>Reads the first rows of a split's first file: 65,536 of them, or 16 MB.</summary>
    /// <returns>Their profile; null if something can't be read.</returns>
    public SplitProfile? ReadStart(SplitDeclaration split, IReadOnlyList<DataFile> files) =>
        Read(split, [files[0]], onlyStart: true).Profile;

    private (SplitProfile? Profile, UnreadableData? Problem) Read(
        SplitDeclaration split, IReadOnlyList<DataFile> files, bool onlyStart)
    {
        var refuted = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            DataFile current = files[0];
            try
            {
                var reading = new Reading(this, split, refuted, onlyStart);
                foreach (var file in files)
                {
                    current = file;
                    reading.Take(file);
                }

                if (reading.Rows == 0 && reading.HasFilterColumns && !onlyStart)
                    throw new DataFault(
                        current.Shown,
                        split.Where.Count > 0
                            ? $"no row is left for split '{split.Name.Value}' after its 'where:'."
                            : "there is a header and no row; a split needs rows.");
                return (reading.ToProfile(), null);
            }
            catch (RefutedException refutation) when (refuted.Add(refutation.Column))
            {
                // Read again, with that column as levels from the start.
            }
            catch (DataFault fault)
            {
                return (null, new UnreadableData(
                    split.Name.Value, current.Source, current.Shown, fault.Line, fault.Row, fault.Column, fault.Message));
            }
        }
    }

    private sealed class Reading(ProfileReader owner, SplitDeclaration split, HashSet<string> refuted, bool onlyStart)
    {
        private readonly byte[][][] _wanted =
            [.. split.Where.Select(filter => filter.Values.Select(Encoding.UTF8.GetBytes).ToArray())];

        private List<ColumnProfile>? _columns;
        private DataFile? _first;
        private FieldValue[] _row = [];
        private int _weight = -1;
        private RowRecorder? _recorder;

        public long Rows { get; private set; }

        /// <summary>Whether the columns of <c>where:</c> exist; if not, MLS0010 says so and no row is read.</summary>
        public bool HasFilterColumns { get; private set; } = true;

        public SplitProfile ToProfile() => new(split.Name.Value, Rows, _columns!)
        {
            Keys = _recorder?.ToKeys(),
            Sample = _recorder?.ToSample(_columns!),
        };

        public void Take(DataFile file)
        {
            using var reader = file.Open(owner.Cancel);
            var positions = Align(file, reader.Header);
            var filters = split.Where.Select(filter => IndexOf(reader.Header, filter.Column.Value)).ToArray();
            HasFilterColumns &= !filters.Contains(-1);
            if (!HasFilterColumns)
                return;

            var told = 0L;
            while (reader.ReadRow())
            {
                if (onlyStart && (reader.Row > StartRows || reader.BytesRead > StartBytes))
                    break;
                if (reader.Row % RowsPerReport == 0)
                {
                    owner.Tell(reader.BytesRead - told);
                    told = reader.BytesRead;
                }

                if (!Passes(reader, filters))
                    continue;
                Rows++;
                for (var i = 0; i < positions.Length; i++)
                    _row[i] = Take(reader, file, _columns![i], positions[i]);
                if (_weight >= 0 && _recorder is not null)
                    CheckWeight(reader, file);
                _recorder?.Add(_row, reader, positions);
            }

            owner.Tell(reader.BytesRead - told);
        }

        private void CheckWeight(DelimitedReader reader, DataFile file)
        {
            var weight = _row[_weight];
            if (weight.Kind == FieldKind.Number && weight.Number is >= 0 and < double.PositiveInfinity)
                return;
            var what = weight.Kind == FieldKind.Missing ? "the weight is missing" : weight.Kind == FieldKind.Text ? "the weight isn't a number" : "the weight is negative or infinite";
            throw new DataFault(
                file.Shown, $"{what}. 'data.weight' says how much a row counts: write a number from 0 up into each row.",
                reader.Row, reader.Line, _columns![_weight].Name);
        }

        private FieldValue Take(DelimitedReader reader, DataFile file, ColumnProfile column, int position)
        {
            var field = ValueParser.Trim(reader.Field(position));
            if (owner._missing.Contains(field))
            {
                column.AddMissing();
                return FieldValue.Missing;
            }

            switch (column.Add(field, Rows))
            {
                case ColumnProfile.Outcome.Refuted:
                    throw new RefutedException(column.Name);
                case ColumnProfile.Outcome.NotOfDeclaredKind:
                    throw new DataFault(
                        file.Shown,
                        $"the value isn't a {(column.Declared == DeclaredKind.Date ? "date" : "number")}, and 'data.columns' declares the column {column.Declared.ToString()!.ToLowerInvariant()}. "
                        + "Add its spelling to 'data.missing', or declare the column categorical.",
                        reader.Row, reader.Line, column.Name);
                default:
                    return owner.Keys is null ? FieldValue.Missing : FieldValue.Of(field);
            }
        }

        private bool Passes(DelimitedReader reader, int[] filters)
        {
            for (var i = 0; i < filters.Length; i++)
            {
                var field = ValueParser.Trim(reader.Field(filters[i]));
                var found = false;
                foreach (var value in _wanted[i])
                    found |= field.SequenceEqual(value);
                if (!found)
                    return false;
            }

            return true;
        }

        /// <summary>Where the first file's columns stand in this file; both must have the same ones.</summary>
        private int[] Align(DataFile file, IReadOnlyList<string> header)
        {
            if (_columns is null)
            {
                _first = file;
                _columns = [.. header.Select(name =>
                    new ColumnProfile(name, owner.Data.KindOf(name), refuted.Contains(name), owner.Cap))];
                _row = new FieldValue[_columns.Count];
                _weight = IndexOf(header, owner.Data.Weight?.Value ?? "");
                _recorder = owner.Keys is { } plan ? new RowRecorder(plan, header) : null;
            }

            var positions = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < header.Count; i++)
                positions[header[i]] = i;

            var lacking = _columns.FirstOrDefault(column => !positions.ContainsKey(column.Name));
            if (lacking is not null)
                throw new DataFault(
                    file.Shown,
                    $"the column is in {_first!.Shown} and not in this file; files of one split have the same columns.",
                    line: 1, column: lacking.Name);
            if (header.Count > _columns.Count)
                throw new DataFault(
                    file.Shown,
                    $"the column is in this file and not in {_first!.Shown}; files of one split have the same columns.",
                    line: 1, column: header.Except(_columns.Select(column => column.Name)).First());
            return [.. _columns.Select(column => positions[column.Name])];
        }

        private static int IndexOf(IReadOnlyList<string> header, string name)
        {
            for (var i = 0; i < header.Count; i++)
            {
                if (header[i] == name)
                    return i;
            }

            return -1;
        }
    }

    private DataSection Data => data;

    private KeyPlan? Keys => keys;

    private int Cap => cap;

    private CancellationToken Cancel => cancel;

    private void Tell(long bytes) => progress?.Report(bytes);

    private sealed class RefutedException(string column) : Exception
    {
        public string Column { get; } = column;
    }
}
