using System.Globalization;
using MlStrategyGuard.Benchmarks.Compiling;

// [RUNS]   what the guard's analyzer costs the compiler, beside the SDK's own analyzers: 1,000 files without a library
//          for machine learning, and 100 files of training code
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var runs = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3;
var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../.."));
var analyzers = Path.Combine(root, "src/MlStrategyGuard.Analyzers/bin/Release/netstandard2.0");
var work = Path.Combine(Path.GetTempPath(), "mlguard-compiling");
if (!AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Run with -c Release: the analyzer that users get is built so.");
    return 1;
}

var plain = new Project(Path.Combine(work, "plain"), analyzers);
for (var i = 0; i < 1000; i++)
    plain.Write(string.Create(CultureInfo.InvariantCulture, $"File{i:000}.cs"), Sources.Plain(i));

var training = new Project(Path.Combine(work, "training"), analyzers, Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.dll"));
var programs = Directory.GetFiles(Path.Combine(root, "tests/MlStrategyGuard.Analyzers.Tests/Corpus"), "*.cs").Order(StringComparer.Ordinal)
    .Select(File.ReadAllText).Where(text => !text.Contains("TorchSharp", StringComparison.Ordinal) && Sources.IsLibrary(text)).ToList();
for (var i = 0; i < 100; i++)
    training.Write(string.Create(CultureInfo.InvariantCulture, $"Training{i:000}.cs"), Sources.InNamespace(programs[i % programs.Count], i));

Console.WriteLine("| solution | guard, s | SDK's analyzers, s | all, s | guard's share | findings |");
Console.WriteLine("|---|---|---|---|---|---|");
Print("1,000 files without a library", plain);
Print($"100 files of training code ({programs.Count} programs)", training);
return 0;

void Print(string name, Project project)
{
    var measured = Enumerable.Range(0, runs).Select(_ => project.Build()).ToList();
    var best = measured.MinBy(one => one.Times.Guard);
    Console.WriteLine($"| {name} | {best.Times.Guard:0.000} | {best.Times.All - best.Times.Guard:0.000} | {best.Times.All:0.000} | {best.Times.Guard / best.Times.All:0.000 %} | {best.Findings} |");
}
