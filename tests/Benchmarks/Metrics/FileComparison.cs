using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using MlStrategyGuard.Benchmarks.Reading;

namespace MlStrategyGuard.Benchmarks.Metrics;

/// <summary>
/// The whole way from CSV files: <c>mlguard check</c> (profile of dev, join by id, metrics with intervals, paired comparisons)
/// beside pandas and scikit-learn (join by id, metrics).
/// </summary>
internal static class FileComparison
{
    private static readonly string[] Names = ["a", "b", "c"];

    /// <summary>Writes the files, runs both in turn, and prints times, memory and the ratio.</summary>
    /// <param name="rows">Rows of dev.</param>
    /// <param name="python">A Python with pandas and scikit-learn.</param>
    /// <param name="rounds">How many times.</param>
    public static void Run(int rows, string python, int rounds)
    {
        var published = Tool("publish/mlguard", RuntimeInformation.RuntimeIdentifier);
        var tool = File.Exists(published) ? published : Tool("mlguard", "");
        var folder = Path.Combine(Path.GetTempPath(), $"mlguard-metrics-{rows}");
        Write(folder, rows);
        var script = Path.Combine(AppContext.BaseDirectory, "sklearn_files.py");
        string[] files = ["dev.csv", .. Names.Select(name => name + ".csv")];
        Console.WriteLine($"{rows:N0} rows x {Names.Length} candidates, {files.Sum(file => new FileInfo(Path.Combine(folder, file)).Length) / 1e6:N0} MB, {(tool == published ? "native code" : "compiled as it runs")}");
        var (guard, others) = (new List<Measured>(), new List<JsonElement>());
        for (var round = 0; round < rounds; round++)
        {
            var json = Path.Combine(folder, "report.json");
            guard.Add(Measured.Run(folder, tool, "check", "mlstrategy.yaml", "--no-cache", "--format", "json", "--output", json));
            others.Add(Python(folder, python, [script, .. files]));
            if (round == 0)
                Compare(json, others[0].GetProperty("metrics"));
        }

        var best = Measured.Best(guard);
        double Least(string what) => others.Min(one => one.GetProperty(what).GetDouble());
        Console.WriteLine($"mlguard check:            {best.Wall:0.00} s, {best.Cpu:0.00} s of processor, {best.PeakMegabytes:N0} MB");
        Console.WriteLine($"pandas and scikit-learn:  {Least("wall"):0.00} s, {Least("cpu"):0.00} s of processor, {Least("peak"):N0} MB (no intervals; each draw of a bootstrap of one comparison {Least("draw"):0.0} s more)");
        Console.WriteLine($"ratio {Least("wall") / best.Wall:0.0} by the clock, {Least("cpu") / best.Cpu:0.0} of processor time");
    }

    private static string Tool(string name, string runtime) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../../src/MlStrategyGuard.Tool/bin/Release/net10.0", runtime, name));

    private static JsonElement Python(string folder, string python, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonDocument.Parse(said).RootElement;
    }

    /// <summary>Both must have computed the same.</summary>
    private static void Compare(string json, JsonElement theirs)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(json));
        var largest = 0.0;
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            foreach (var (metric, m) in new[] { "f1", "roc_auc", "log_loss" }.Select((metric, m) => (metric, m)))
            {
                var own = report.RootElement.GetProperty("metrics").GetProperty(name).GetProperty("dev").GetProperty(metric).GetProperty("value").GetDouble();
                largest = Math.Max(largest, Math.Abs(own - theirs[i][m].GetDouble()));
            }
        }

        Console.WriteLine($"largest difference of a figure {largest:0.0e+0}, reported to 8 digits");
    }

    private static void Write(string folder, int rows)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "mlstrategy.yaml"), $"""
            version: 1
            task: binary_classification
            data: {"{"} id: id, label: label {"}"}
            splits: {"{"} dev: {"{"} files: dev.csv {"}"} {"}"}
            metrics: {"{"} optimize: roc_auc, watch: [f1, log_loss] {"}"}
            candidates:
            {string.Join('\n', Names.Select(name => $"  - {{ name: {name}, predictions: {{ dev: {name}.csv }} }}"))}
            choice: a

            """);
        if (File.Exists(Path.Combine(folder, "done")))
            return;
        var random = new Random(1);
        using var dev = new StreamWriter(Path.Combine(folder, "dev.csv"));
        var files = Names.Select(name => new StreamWriter(Path.Combine(folder, name + ".csv"), false, new UTF8Encoding(false), 1 << 20)).ToArray();
        dev.Write("id,label\n");
        foreach (var file in files)
            file.Write("id,prediction,score\n");
        for (var i = 0; i < rows; i++)
        {
            var label = random.NextDouble() < 0.3 ? 1 : 0;
            var common = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
            dev.Write($"{i},{label}\n");
            for (var c = 0; c < files.Length; c++)
            {
                var score = 1 / (1 + Math.Exp(-(((2.0 - (0.01 * c)) * ((2 * label) - 1)) - 0.8 + (2 * common) + (random.NextDouble() - 0.5))));
                files[c].Write($"{i},{(score >= 0.5 ? 1 : 0)},{score:0.00000000}\n");
            }
        }

        foreach (var file in files)
            file.Dispose();
        File.WriteAllText(Path.Combine(folder, "done"), "");
    }
}
