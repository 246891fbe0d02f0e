using System.Globalization;
using System.Runtime.InteropServices;
using MlStrategyGuard.Benchmarks.Reading;

// compare [runs]   the guard beside pandas + scipy and DuckDB on two files of 1,000,000 rows and 20 columns
// growth [runs]    the guard alone on 10,000 to 10,000,000 rows a file
// large GB [MB]    the guard alone on one file of so many GB, with so many MB of memory
// generate FOLDER ROWS
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var tool = Path.GetFullPath(Path.Combine(
    AppContext.BaseDirectory, "../../../../../../src/MlStrategyGuard.Tool/bin/Release/net10.0", RuntimeInformation.RuntimeIdentifier, "publish/mlguard"));
var work = Path.Combine(Path.GetTempPath(), "mlguard-benchmark");
Directory.CreateDirectory(work);
if (!File.Exists(tool))
{
    Console.Error.WriteLine($"{tool} is missing: publish the tool first (dotnet publish -c Release -r {RuntimeInformation.RuntimeIdentifier} src/MlStrategyGuard.Tool).");
    return 1;
}

switch (args)
{
    case ["compare", .. var rest]:
        Compare(rest is [var runs] ? int.Parse(runs) : 5);
        return 0;
    case ["growth", .. var rest]:
        Growth(rest is [var times] ? int.Parse(times) : 3);
        return 0;
    case ["large", var gigabytes, .. var rest]:
        Large(double.Parse(gigabytes), rest is [var megabytes] ? int.Parse(megabytes) : 512);
        return 0;
    case ["generate", var folder, var rows]:
        Directory.CreateDirectory(folder);
        Generate(folder, long.Parse(rows));
        return 0;
    default:
        Console.Error.WriteLine("compare [RUNS] | growth [RUNS] | large GB [MB] | generate FOLDER ROWS");
        return 1;
}

void Compare(int runs)
{
    var folder = Generate(Path.Combine(work, "1000000"), 1_000_000);
    var programs = new Dictionary<string, string[]>
    {
        ["wc -l"] = ["wc", "-l", "dev.csv", "test.csv"],
        ["mlguard check (everything)"] = Guard(),
        ["pandas + scipy (KS, chi-square)"] = ["/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "usual.py")],
        ["DuckDB (KS, chi-square)"] = ["node", Path.Combine(AppContext.BaseDirectory, "usual.mjs")],
    };
    var measured = programs.Keys.ToDictionary(name => name, _ => new List<Measured>());
    for (var run = 0; run < runs; run++)
    {
        foreach (var (name, command) in programs)
            measured[name].Add(Measured.Run(folder, command));
    }

    var guard = Measured.Best(measured["mlguard check (everything)"]);
    Console.WriteLine("| program | wall s | CPU s | peak MB | × the guard's wall |");
    Console.WriteLine("|---|---|---|---|---|");
    foreach (var (name, all) in measured)
    {
        var best = Measured.Best(all);
        Console.WriteLine(all.TrueForAll(one => one.ExitCode is 0 || name.StartsWith("mlguard", StringComparison.Ordinal))
            ? $"| {name} | {best.Wall:F2} | {best.Cpu:F2} | {best.PeakMegabytes:F0} | {best.Wall / guard.Wall:F1} |"
            : $"| {name} | not installed | | | |");
    }
}

void Growth(int runs)
{
    Console.WriteLine("| rows a file | wall s | CPU s | peak MB |");
    Console.WriteLine("|---|---|---|---|");
    foreach (var rows in new[] { 10_000, 100_000, 1_000_000, 10_000_000 })
    {
        var folder = Generate(Path.Combine(work, rows.ToString()), rows);
        var best = Measured.Best([.. Enumerable.Range(0, rows > 1_000_000 ? 1 : runs).Select(_ => Measured.Run(folder, Guard()))]);
        Console.WriteLine($"| {rows:N0} | {best.Wall:F2} | {best.Cpu:F2} | {best.PeakMegabytes:F0} |");
        if (rows > 1_000_000)
            Directory.Delete(folder, recursive: true);
    }
}

void Large(double gigabytes, int megabytes)
{
    var folder = Path.Combine(work, "large");
    Directory.CreateDirectory(folder);
    try
    {
        Strategy(folder);
        new Generator(1).Write(Path.Combine(folder, "dev.csv"), 0, (long)(gigabytes * 1e9));
        new Generator(2).Write(Path.Combine(folder, "test.csv"), 100_000);
        var one = Measured.Run(folder, [.. Guard(), "--memory", megabytes.ToString()]);
        Console.WriteLine($"{gigabytes} GB with {megabytes} MB: {one.Wall:F1} s, {one.Cpu:F1} s CPU, {one.PeakMegabytes:F0} MB at the peak, exit code {one.ExitCode}");
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

string[] Guard() => [tool, "check", "--no-cache", "mlstrategy.yaml"];

static string Generate(string folder, long rows)
{
    Directory.CreateDirectory(folder);
    Strategy(folder);
    var i = 0UL;
    foreach (var split in new[] { "dev", "test" })
    {
        var path = Path.Combine(folder, split + ".csv");
        i++;
        if (!File.Exists(path))
            new Generator(i).Write(path, rows);
    }

    return folder;
}

static void Strategy(string folder) => File.WriteAllText(
    Path.Combine(folder, "mlstrategy.yaml"),
    """
    version: 1
    task: binary_classification
    data:
      label: label
      positive: red1
    splits:
      dev: { files: dev.csv }
      test: { files: test.csv }

    """);
