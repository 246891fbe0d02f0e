using System.Text;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Reads a split's files, one after the other, into its profile.</summary>
/// <param name="data">What the columns are for.</param>
/// <param name="cap">The most numbers to keep of a column.</param>
/// <param name="progress">Is told the bytes read since the last time.</param>
/// <param name="cancel">Ends the reading.</param>
internal sealed class ProfileReader(DataSection data, int cap, IProgress<long>? progress, CancellationToken cancel)
{
    private const int RowsPerReport = 4_096;

    private readonly MissingTokens _missing = new(data.Missing);

    /// <summary>Reads a split.</summary>
    /// <param name="split">Its declaration.</param>
    /// <param name="files">Its files, at least one.</param>
    /// <returns>The profile, or what can't be read.</returns>
    public (SplitProfile? Profile, UnreadableData? Problem) Read(SplitDeclaration split, IReadOnlyList<DataFile> files)
    {
        var refuted = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            DataFile current = files[0];
            try
            {
                var reading = new Reading(this, split, refuted);
                foreach (var file in files)
                {
                    current = file;
                    reading.Take(file);
                }

                if (reading.Rows == 0 && reading.HasFilterColumns)
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

    private sealed class Reading(ProfileReader owner, SplitDeclaration split, HashSet<string> refuted)
    {
        private readonly byte[][][] _wanted =
            [.. split.Where.Select(filter => filter.Values.Select(Encoding.UTF8.GetBytes).ToArray())];

        private List<ColumnProfile>? _columns;
        private DataFile? _first;

        public long Rows { get; private set; }

        /// <summary>Whether the columns of <c>where:</c> exist; if not, MLS0010 says so and no row is read.</summary>
        public bool HasFilterColumns { get; private set; } = true;

        public SplitProfile ToProfile() => new(split.Name.Value, Rows, _columns!);

        public void Take(DataFile file)
        {
            // A named pipe has no length either, and opening one would wait for ever.
            if (new FileInfo(file.FullPath) is { Exists: true, Length: 0 })
                throw new DataFault(file.Shown, "it is empty (or no regular file); a header line is needed.");

            using var reader = DelimitedReader.Open(file.FullPath, owner.Cancel);
            var positions = Align(file, reader.Header);
            var filters = split.Where.Select(filter => IndexOf(reader.Header, filter.Column.Value)).ToArray();
            HasFilterColumns &= !filters.Contains(-1);
            if (!HasFilterColumns)
                return;

            var told = 0L;
            while (reader.ReadRow())
            {
                if (reader.Row % RowsPerReport == 0)
                {
                    owner.Tell(reader.BytesRead - told);
                    told = reader.BytesRead;
                }

                if (!Passes(reader, filters))
                    continue;
                Rows++;
                for (var i = 0; i < positions.Length; i++)
                    Take(reader, file, _columns![i], positions[i]);
            }

            owner.Tell(reader.BytesRead - told);
        }

        private void Take(DelimitedReader reader, DataFile file, ColumnProfile column, int position)
        {
            var field = ValueParser.Trim(reader.Field(position));
            if (owner._missing.Contains(field))
            {
                column.AddMissing();
                return;
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

    private int Cap => cap;

    private CancellationToken Cancel => cancel;

    private void Tell(long bytes) => progress?.Report(bytes);

    private sealed class RefutedException(string column) : Exception
    {
        public string Column { get; } = column;
    }
}
