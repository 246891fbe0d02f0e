using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.NamedRows;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Reads the prediction files that a strategy names and computes what the rules need to know about them.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="folder">The strategy file's folder.</param>
/// <param name="splitFiles">The files of each split, as found.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class PredictionGatherer(
    Strategy strategy,
    string folder,
    IReadOnlyDictionary<SplitDeclaration, IReadOnlyList<DataFile>> splitFiles,
    CancellationToken cancel)
{
    /// <summary>Notes rows by their keys; null if nobody asks for rows.</summary>
    public RowCollector? NamedRows { get; init; }

    /// <summary>A slice that more rows are needed to find isn't worth working on, and every word of every row would be kept.</summary>
    private const int MostSlicedRows = 500_000;

    private readonly LearningTask _task = TaskOf(strategy);

    private bool IsNumeric => _task is LearningTask.Regression or LearningTask.Ranking;

    /// <summary>The evidence with what prediction files say.</summary>
    /// <param name="evidence">What is known of the data.</param>
    public Evidence AddTo(Evidence evidence)
    {
        var wanted = strategy.Candidates
            .SelectMany(candidate => candidate.Predictions.Select(file => (Candidate: candidate.Name.Value, Split: file.Key, File: file.Value)))
            .ToList();
        if (wanted.Count == 0)
            return evidence;

        var missing = new List<MissingFile>(evidence.MissingFiles);
        var unreadable = new List<UnreadableData>(evidence.Unreadable);
        var scores = new CandidateScores?[wanted.Count];
        var leads = new List<Lead>();
        IReadOnlyList<ErrorSlice> slices = [];
        var suspects = new List<LabelSuspects>();
        foreach (var split in wanted.Select(one => one.Split).Distinct())
        {
            var data = new Lazy<JoinedData?>(() => ReadData(split, evidence));
            var places = Enumerable.Range(0, wanted.Count).Where(i => wanted[i].Split == split).ToList();
            var found = new ScoredCandidate?[places.Count];
            var troubles = new (MissingFile? Missing, UnreadableData? Unreadable)[places.Count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
            // The data is read beside the first predictions, which are joined to it.
            var first = strategy.Data.Id is null ? 0 : -1;
            Parallel.For(first, places.Count, options, n =>
            {
                if (n < 0)
                {
                    _ = data.Value;
                    return;
                }

                var (candidate, _, file) = wanted[places[n]];
                (var rows, troubles[n].Missing, troubles[n].Unreadable) = Read(candidate, split, file, data);
                if (rows is null)
                    return;
                found[n] = new ScoredCandidate(strategy, candidate, split, rows);
                scores[places[n]] = new CandidateScores(candidate, split, file, rows.Scored.Count)
                {
                    Figures = found[n]!.Figures(),
                    Match = rows.Match,
                };
            });
            missing.AddRange(troubles.Select(trouble => trouble.Missing).OfType<MissingFile>());
            unreadable.AddRange(troubles.Select(trouble => trouble.Unreadable).OfType<UnreadableData>());
            var choice = Array.Find(found, one => one?.Name == strategy.Choice?.Value);

            // A model has learned the wrong labels of its training set, too: there it suspects nothing.
            if (split != "train" && choice is not null && SuspectFinder.Find(split, choice.Rows.Scored, out var order) is { } suspect)
            {
                suspects.Add(suspect);
                if (NamedRows is not null && order.Length > 0 && choice.Rows.Keys is { } keys)
                    NamedRows.NoteSuspects(split, SplitFiles.Find(folder, split, [wanted[places[Array.IndexOf(found, choice)]].File]).Files, order.Select(row => keys[row]));
            }

            if (split == "dev")
            {
                leads.AddRange(Leads([.. found.OfType<ScoredCandidate>()], [.. scores.OfType<CandidateScores>()]));
                slices = Slices(choice);
            }
        }

        return evidence with
        {
            MissingFiles = missing,
            Unreadable = unreadable,
            Scores = [.. scores.OfType<CandidateScores>()],
            Leads = leads,
            ErrorSlices = slices,
            LabelSuspects = suspects,
        };
    }

    /// <summary>The choice against every other candidate; without a choice, the best against every other.</summary>
    private IEnumerable<Lead> Leads(List<ScoredCandidate> candidates, List<CandidateScores> scores)
    {
        if (strategy.Metrics?.Single is not { } optimized)
            return [];
        var metric = optimized.Metric.Value;
        var higher = (MetricCatalogue.Find(metric)?.Direction ?? optimized.Direction?.Value) == MetricDirection.Higher;
        var first = candidates.Find(candidate => candidate.Name == strategy.Choice?.Value)
            ?? candidates.OrderByDescending(candidate => scores
                .Find(one => one.Candidate == candidate.Name && one.Split == "dev")?.Figure(metric)?.Value is { } value
                    ? higher ? value : -value
                    : double.NegativeInfinity).FirstOrDefault();
        return first is null
            ? []
            : candidates.Where(candidate => candidate != first)
                .AsParallel().AsOrdered().WithCancellation(cancel)
                .Select(candidate => LeadFinder.Compare(metric, strategy, first, candidate))
                .OfType<Lead>()
                .ToList();
    }

    /// <summary>Where the choice errs more often than elsewhere.</summary>
    private IReadOnlyList<ErrorSlice> Slices(ScoredCandidate? choice)
    {
        if (choice?.Rows is not { DataRows: { } rows, Scored: { Labels: { } labels, Predictions: { } guesses } scored }
            || strategy.Split("dev") is not { } dev)
            return [];
        try
        {
            var data = strategy.Data;
            string?[] leftOut = [data.Id?.Value, data.Group?.Value, data.Weight?.Value, data.Time?.Value, .. data.Ignore.Select(column => column.Value)];
            var (chosen, keys) = (Sample(choice.Rows.Keys!), choice.Rows.Keys!);
            Array.Sort(Array.ConvertAll(chosen, i => rows[i]), chosen);
            var table = WordTable.Read(
                splitFiles[dev], dev.Where, new MissingTokens(data.Missing),
                name => !leftOut.Contains(name) && dev.Where.All(filter => filter.Column.Value != name),
                Array.ConvertAll(chosen, i => rows[i]), cancel);
            var columns = table.Header.Select((name, i) => new KeyValuePair<string, WordColumn>(name, table.Columns[i]));
            bool[] wrong = Array.ConvertAll(chosen, i => labels[i] != guesses[i]);
            return scored is { Groups: null, Weights: null }
                ? ErrorSliceFinder.Find(columns, wrong)
                : ErrorSliceFinder.Find(
                    columns, wrong, scored.Weights is { } weights ? Array.ConvertAll(chosen, i => weights[i]) : null,
                    Array.ConvertAll(chosen, i => keys[i]), scored.Groups is { } groups ? Array.ConvertAll(chosen, i => groups[i]) : null);
        }
        catch (DataFault)
        {
            return []; // It was read once before; whatever happened since, the next check will say.
        }
    }

    /// <summary>All rows, or about as many as slices need, whatever order the rows have: those of the smallest hashes.</summary>
    private static int[] Sample(ulong[] keys)
    {
        var most = keys.Length > MostSlicedRows ? (ulong)((double)MostSlicedRows / keys.Length * ulong.MaxValue) : ulong.MaxValue;
        return [.. Enumerable.Range(0, keys.Length).Where(i => Hashing.Mix(keys[i]) <= most)];
    }

    private (CandidateRows? Rows, MissingFile? Missing, UnreadableData? Unreadable) Read(
        string candidate, string split, Marked<string> path, Lazy<JoinedData?> data)
    {
        var use = $"the predictions of '{Reading.Texts.Shorten(candidate)}'";
        var (files, missing) = SplitFiles.Find(folder, split, [path]);
        if (missing.Count > 0)
            return (null, missing[0] with { Use = use }, null);
        try
        {
            var table = new ScoreReader(strategy.Data, IsNumeric, cancel)
                .Read(files, header => ScoreColumns.OfPredictions(header, strategy, MeasuredNames()), []);
            if (table.Count == 0)
                throw new DataFault(files[0].Shown, "there is a header and no row; predictions need rows.");
            if (!table.Words.ContainsKey(ColumnRole.Prediction) && !table.Numbers.ContainsKey(ColumnRole.Prediction)
                && !table.Numbers.ContainsKey(ColumnRole.Score) && table.Probabilities.Count == 0)
                throw new DataFault(files[0].Shown, "it has neither a column 'prediction' nor 'score' nor 'p_<class>'.", line: 1);
            var weights = table.Numbers.GetValueOrDefault(ColumnRole.Weight);
            if (weights is not null && Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight))) is >= 0 and var row)
                throw new DataFault(files[0].Shown, "a weight is missing, below 0 or infinite.", row: row + 1, column: "weight");
            return (new CandidateRowsBuilder(strategy, _task).Build(table, table.Ids is null ? null : data.Value), null, null);
        }
        catch (DataFault fault)
        {
            return (null, null, new UnreadableData(split, path, files[0].Shown, fault.Line, fault.Row, fault.Column, fault.Message));
        }
    }

    /// <summary>The split's ids and what goes with them; null if nothing identifies rows, or the data can't be read.</summary>
    private JoinedData? ReadData(string name, Evidence evidence)
    {
        if (strategy.Data.Id is not { } id || strategy.Split(name) is not { } split
            || splitFiles[split] is not { Count: > 0 } files
            || evidence.Splits.FirstOrDefault(read => read.Name == name) is not { } known
            || known.Columns.All(column => column.Name != id.Value))
            return null;
        try
        {
            var table = new ScoreReader(strategy.Data, IsNumeric, cancel)
                .Read(files, header => ScoreColumns.OfData(header, strategy), split.Where);
            return table.Ids is { } keys ? new JoinedData(table, new KeyIndex(keys)) : null;
        }
        catch (DataFault)
        {
            return null; // What can't be read was said when the split was profiled, or is no number to regress on.
        }
    }

    /// <summary>Metrics that may be columns of a prediction file.</summary>
    private HashSet<string> MeasuredNames()
    {
        var metrics = strategy.Metrics;
        var names = (metrics?.Optimize.Select(one => one.Metric.Value) ?? [])
            .Concat(metrics?.Satisfy.Select(one => one.Metric.Value) ?? [])
            .Concat(metrics?.Watch.Select(one => one.Value) ?? [])
            .Concat(strategy.Candidates.SelectMany(candidate => candidate.Measured).Select(figure => figure.Metric.Value))
            .Where(name => MetricCatalogue.Find(name) is not { Tasks.Count: > 0 })
            .Select(MetricCatalogue.Canonical)
            .ToHashSet(StringComparer.Ordinal);
        if (names.Overlaps(["latency_p50_ms", "latency_p95_ms", "latency_p99_ms"]))
            names.Add("latency_ms");
        return names;
    }

    /// <summary>The declared task, else the one that the metrics are of; of several, classes.</summary>
    private static LearningTask TaskOf(Strategy strategy)
    {
        if (strategy.Task is { } declared)
            return declared.Value;
        var tasks = (strategy.Metrics?.Optimize.Select(one => one.Metric.Value) ?? [])
            .Concat(strategy.Metrics?.Satisfy.Select(one => one.Metric.Value) ?? [])
            .Concat(strategy.Metrics?.Watch.Select(one => one.Value) ?? [])
            .Select(MetricCatalogue.Find)
            .Where(known => known is { Tasks.Count: 1 })
            .Select(known => known!.Tasks[0])
            .Distinct().ToList();
        return tasks.Count == 1 ? tasks[0] : LearningTask.BinaryClassification;
    }
}
