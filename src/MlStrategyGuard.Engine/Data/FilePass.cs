namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Reads all files of all splits once, several blocks at a time; a file that several splits share is read for all of them
/// at once. A split with anything unusual in its files is then read again in order, which finds out what and where.
/// </summary>
/// <param name="splits">The splits.</param>
/// <param name="workers">How many blocks to read at a time.</param>
/// <param name="progress">Is told the bytes read since the last time.</param>
/// <param name="cancel">Ends the reading.</param>
internal sealed class FilePass(
    IReadOnlyList<SplitSource> splits, int workers, IProgress<long>? progress, CancellationToken cancel)
{
    private const int RowsPerReport = 4_096;

    /// <summary>Bytes of text that a worker takes at a time.</summary>
    public int BlockSize { get; init; } = 1 << 18;

    /// <summary>Reads everything.</summary>
    /// <param name="create">Makes an empty sink for rows of a split, by its number.</param>
    /// <param name="merge">Adds the second part of a split to the first.</param>
    /// <returns>A split's rows, or why it can't be read.</returns>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public SplitRead<TSink>[] Run<TSink>(Func<int, TSink> create, Action<TSink, TSink> merge)
        where TSink : RowSink
    {
        var irregular = new bool[splits.Count];
        var jobs = Jobs();
        var parts = new TSink?[]?[workers];
        var queue = new JobQueue(jobs);
        try
        {
            Parallel.For(
                0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel },
                worker => Work(queue, irregular, create, parts[worker] = new TSink?[splits.Count]));
        }
        catch
        {
            jobs.ForEach(job => job.Finish());
            foreach (var part in parts.SelectMany(part => part ?? []))
                (part as IDisposable)?.Dispose();
            throw;
        }

        var read = new SplitRead<TSink>[splits.Count];
        for (var i = 0; i < read.Length; i++)
        {
            var all = parts.Select(part => part?[i]).OfType<TSink>().ToList();
            if (irregular[i])
            {
                all.ForEach(part => (part as IDisposable)?.Dispose());
                read[i] = ReadInOrder(i, create, splits[i].Files, long.MaxValue, long.MaxValue);
                continue;
            }

            foreach (var part in all.Skip(1))
                merge(all[0], part);
            read[i] = new(all.FirstOrDefault() ?? create(i), null);
        }

        return read;
    }

    /// <summary>Reads the first rows of a split's first file, and of those as many as stand in its first bytes.</summary>
    public SplitRead<TSink> RunStart<TSink>(int split, Func<int, TSink> create, long rows, int bytes)
        where TSink : RowSink
    {
        var file = splits[split].Files[0];
        TSink? sink = null;
        try
        {
            using var blocks = new TextBlocks(file.Open(cancel), BlockSize);
            if (splits[split].Align(file, blocks.Header, cancel) is { } layout)
            {
                var buffer = Array.Empty<byte>();
                var left = bytes;
                sink = create(split);
                var reader = new BlockReader(blocks.Delimiter, blocks.Header.Count, [(sink, layout)]);
                while (true)
                {
                    var length = blocks.Next(ref buffer);
                    if (length == 0)
                        return new(sink, null);
                    if (length < 0 || !reader.TryRead(buffer, length, rows - reader.Rows, left))
                        break;
                    left -= length;
                    if (reader.Rows == rows || left <= 0)
                        return new(sink, null);
                }
            }
        }
        catch (DataFault)
        {
            // Reading in order finds out where.
        }

        (sink as IDisposable)?.Dispose();
        return ReadInOrder(split, create, [file], rows, bytes);
    }

    private List<Job> Jobs()
    {
        var jobs = new List<Job>();
        var known = new Dictionary<(string, byte[]?), Job>();
        for (var split = 0; split < splits.Count; split++)
        {
            foreach (var file in splits[split].Files)
            {
                if (!known.TryGetValue((file.FullPath, file.Content), out var job))
                {
                    job = new Job(file);
                    known.Add((file.FullPath, file.Content), job);
                    jobs.Add(job);
                }

                job.Splits.Add(split);
            }
        }

        return jobs;
    }

    private void Work<TSink>(JobQueue queue, bool[] irregular, Func<int, TSink> create, TSink?[] parts)
        where TSink : RowSink
    {
        var buffer = Array.Empty<byte>();
        while (queue.Take() is { } job)
        {
            try
            {
                if (!Read(job, parts, create, ref buffer))
                    job.GiveUp(irregular);
            }
            catch (DataFault)
            {
                job.GiveUp(irregular);
            }
            finally
            {
                queue.Return(job);
            }
        }
    }

    private bool Read<TSink>(Job job, TSink?[] parts, Func<int, TSink> create, ref byte[] buffer)
        where TSink : RowSink
    {
        BlockReader? reader = null;
        while (true)
        {
            int length;
            TextBlocks blocks;
            lock (job)
            {
                if (job.IsDone)
                    return true;
                blocks = job.Blocks ??= new TextBlocks(job.File.Open(cancel), BlockSize);
                job.Layouts ??= [.. job.Splits.Select(split => splits[split].Align(job.File, blocks.Header, cancel))];
                length = blocks.Next(ref buffer);
                Tell(blocks.BytesRead - job.Told);
                job.Told = blocks.BytesRead;
                if (length <= 0)
                    job.Finish();
            }

            if (length <= 0)
                return length == 0;
            reader ??= new BlockReader(blocks.Delimiter, blocks.Header.Count, [.. job.Splits
                .Select((split, i) => (Sink: (RowSink)(parts[split] ??= create(split)), Layout: job.Layouts[i]!))
                .Where(target => target.Layout is not null)]);
            if (!reader.TryRead(buffer, length))
                return false;
        }
    }

    private SplitRead<TSink> ReadInOrder<TSink>(
        int split, Func<int, TSink> create, IReadOnlyList<DataFile> files, long rows, long bytes)
        where TSink : RowSink
    {
        var current = files[0];
        TSink? sink = null;
        try
        {
            // The first file's header tells the columns, so it is read before anything is created for them.
            splits[split].Columns(cancel);
            sink = create(split);
            foreach (var file in files)
            {
                current = file;
                using var reader = file.Open(cancel);
                if (splits[split].Align(file, reader.Header, cancel) is not { } layout)
                    continue;
                var told = 0L;
                while (reader.ReadRow())
                {
                    if (reader.Row > rows || reader.BytesRead > bytes)
                        break;
                    if (reader.Row % RowsPerReport == 0)
                    {
                        Tell(reader.BytesRead - told);
                        told = reader.BytesRead;
                    }

                    var record = reader.Current;
                    if (layout.Passes(record) && sink.Take(record.AsBlock(), layout.Positions) is >= 0 and var column)
                        throw new DataFault(file.Shown, sink.Problem!, reader.Row, reader.Line, splits[split].Columns(cancel)[column]);
                }

                Tell(reader.BytesRead - told);
            }

            return new(sink, null);
        }
        catch (Exception trouble)
        {
            (sink as IDisposable)?.Dispose();
            if (trouble is not DataFault fault)
                throw;
            return new(null, new UnreadableData(
                splits[split].Split.Name.Value, current.Source, current.Shown, fault.Line, fault.Row, fault.Column, fault.Message));
        }
    }

    private void Tell(long bytes) => progress?.Report(bytes);

    private sealed class Job(DataFile file)
    {
        public DataFile File { get; } = file;

        public List<int> Splits { get; } = [];

        public TextBlocks? Blocks { get; set; }

        public FileLayout?[]? Layouts { get; set; }

        public long Told { get; set; }

        public int Workers { get; set; }

        public bool IsDone { get; private set; }

        public void Finish()
        {
            IsDone = true;
            Blocks?.Dispose();
        }

        public void GiveUp(bool[] irregular)
        {
            lock (this)
                Finish();
            foreach (var split in Splits)
                irregular[split] = true;
        }
    }

    /// <summary>Deals files to workers: each worker its own while there are enough, then they help each other.</summary>
    private sealed class JobQueue(List<Job> jobs)
    {
        public Job? Take()
        {
            lock (jobs)
            {
                Job? best = null;
                foreach (var job in jobs)
                {
                    if (!job.IsDone && (best is null || job.Workers < best.Workers))
                        best = job;
                }

                if (best is not null)
                    best.Workers++;
                return best;
            }
        }

        public void Return(Job job)
        {
            lock (jobs)
                job.Workers--;
        }
    }
}
