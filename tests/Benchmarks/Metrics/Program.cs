using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MlStrategyGuard;
using MlStrategyGuard.Benchmarks.Metrics;
using MlStrategyGuard.Engine.Metrics;
using MlStrategyGuard.Engine.Predictions;

// F1, ROC AUC and log loss of three candidates, with intervals and the paired comparison in ROC AUC, beside scikit-learn's figures
// without any, on the same arrays; or all of it from CSV files. Usage: Metrics [rows] [python] | files [rows] [python] [rounds]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["files", ..])
{
    FileComparison.Run(
        args.Length > 1 ? int.Parse(args[1]) : 10_000_000, args.Length > 2 ? args[2] : "python3", args.Length > 3 ? int.Parse(args[3]) : 2);
    return;
}

var rows = args.Length > 0 ? int.Parse(args[0]) : 10_000_000;
var python = args.Length > 1 ? args[1] : "python3";
string[] metrics = ["f1", "roc_auc", "log_loss"];
var folder = Directory.CreateTempSubdirectory("mlguard-metrics-");
try
{
    var (labels, candidates) = Draw(rows);
    var process = Process.GetCurrentProcess();
    var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
    var found = Guard(labels, candidates);
    process.Refresh();
    var (ownWall, ownCpu) = (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds);

    var files = new List<string> { Path.Combine(folder.FullName, "labels.bin") };
    File.WriteAllBytes(files[0], Array.ConvertAll(labels, label => (byte)label));
    foreach (var (scores, i) in candidates.Select((scores, i) => (scores, i)))
    {
        files.Add(Path.Combine(folder.FullName, $"{i}.bin"));
        using var stream = File.Create(files[^1]);
        stream.Write(MemoryMarshal.AsBytes(scores.AsSpan()));
    }

    var script = Path.Combine(AppContext.BaseDirectory, "sklearn_metrics.py");
    using var other = Process.Start(new ProcessStartInfo(python, [script, .. files]) { RedirectStandardOutput = true })!;
    using var answer = JsonDocument.Parse(other.StandardOutput.ReadToEnd());
    other.WaitForExit();
    var theirs = answer.RootElement;
    var difference = theirs.GetProperty("metrics").EnumerateArray()
        .SelectMany((one, i) => one.EnumerateArray().Select((value, m) => Math.Abs(value.GetDouble() - found.Values[i][m]))).Max();
    var (wall, processor) = (theirs.GetProperty("wall").GetDouble(), theirs.GetProperty("cpu").GetDouble());
    Console.WriteLine($"{rows:N0} rows x {candidates.Length} candidates, largest difference of a figure {difference:0.0e+0}");
    foreach (var line in found.Lines)
        Console.WriteLine("  " + line);
    Console.WriteLine($"guard, with intervals and paired comparisons: {ownWall:0.00} s ({ownCpu:0.00} s of processor)");
    Console.WriteLine($"scikit-learn, figures only:                   {wall:0.00} s ({processor:0.00} s of processor)");
    Console.WriteLine($"ratio {wall / ownWall:0.0} by the clock, {processor / ownCpu:0.0} of processor time");
}
finally
{
    folder.Delete(recursive: true);
}

(double[][] Values, List<string> Lines) Guard(int[] labels, double[][] candidates)
{
    var strategy = new Strategy
    {
        Metrics = new MetricsSection(SourceSpan.FileStart)
        {
            Optimize = [new(new("roc_auc", SourceSpan.FileStart))],
            Watch = [new("f1", SourceSpan.FileStart), new("log_loss", SourceSpan.FileStart)],
        },
    };
    var values = new double[candidates.Length][];
    var lines = new string[candidates.Length];
    var scored = new ScoredCandidate[candidates.Length];
    Parallel.For(0, candidates.Length, i =>
    {
        scored[i] = new ScoredCandidate(strategy, $"candidate {i}", "dev", new CandidateRows(new ScoredRows
        {
            Task = LearningTask.BinaryClassification,
            Count = labels.Length,
            Classes = ["0", "1"],
            Positive = 1,
            Labels = labels,
            Scores = candidates[i],
            Predictions = Array.ConvertAll(candidates[i], score => score >= 0.5 ? 1 : 0),
        }));
        var figures = scored[i].Figures();
        values[i] = [.. metrics.Select(metric => figures.Single(figure => figure.Metric == metric).Value!.Value)];
        lines[i] = $"{scored[i].Name}: " + string.Join(", ", figures.Select(figure => $"{figure.Metric} {figure.Value:0.000000} ({figure.Lower:0.000000}–{figure.Upper:0.000000})"));
    });
    // As in a check: the optimizing metric decides, so it is compared row by row.
    var leads = Enumerable.Range(1, candidates.Length - 1).AsParallel().AsOrdered()
        .Select(i => LeadFinder.Compare("roc_auc", strategy, scored[0], scored[i])!)
        .Select(lead => $"{lead.First} − {lead.Second} in roc_auc: {lead.Difference:0.000000} ({lead.Lower:0.000000} to {lead.Upper:0.000000})");
    return (values, [.. lines, .. leads]);
}

static (int[] Labels, double[][] Candidates) Draw(int rows)
{
    var random = new Random(1);
    var labels = new int[rows];
    var candidates = new[] { new double[rows], new double[rows], new double[rows] };
    for (var i = 0; i < rows; i++)
    {
        labels[i] = random.NextDouble() < 0.3 ? 1 : 0;
        var common = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
        for (var c = 0; c < 3; c++)
            candidates[c][i] = 1 / (1 + Math.Exp(-(((2.0 - (0.01 * c)) * ((2 * labels[i]) - 1)) - 0.8 + (2 * common) + (random.NextDouble() - 0.5))));
    }

    return (labels, candidates);
}
