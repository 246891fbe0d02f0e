using System.Globalization;
using MlStrategyGuard.Benchmarks.Compiling;

// alone [RUNS]   the guard in this process, on one thread, in processor time; the first run is cold
// [RUNS]   what the guard's analyzer costs the compiler, beside the SDK's own analyzers: 1,000 files without a library
//          for machine learning, and 100 files of training code
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var isAlone = args is ["alone", ..];
var runs = (isAlone ? args[1..] : args) is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 3;
var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../.."));
var analyzers = Path.Combine(root, "src/MlStrategyGuard.Analyzers/bin/Release/netstandard2.0");
var work = Path.Combine(Path.GetTempPath(), "mlguard-compiling");
if (!AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Run with -c Release: the analyzer that users get is built so.");
    return 1;
}

var plainSources = Enumerable.Range(0, 1000).Select(Sources.Plain).ToList();
var programs = Directory.GetFiles(Path.Combine(root, "tests/MlStrategyGuard.Analyzers.Tests/Corpus"), "*.cs").Order(StringComparer.Ordinal)
    .Select(File.ReadAllText).Where(text => !text.Contains("TorchSharp", StringComparison.Ordinal) && Sources.IsLibrary(text)).ToList();
var trainingSources = Enumerable.Range(0, 100).Select(i => Sources.InNamespace(programs[i % programs.Count], i)).ToList();
var library = Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.dll");
var trainingName = $"100 files of training code ({programs.Count} programs)";
if (isAlone)
{
    Console.WriteLine("| solution | run | guard, CPU s | reported of the guard, s | an analyzer that does nothing, CPU s | findings |");
    Console.WriteLine("|---|---|---|---|---|---|");
    PrintAlone(trainingName, new Alone(analyzers, trainingSources, library));
    PrintAlone("1,000 files without a library", new Alone(analyzers, plainSources));
    return 0;
}

var plain = new Project(Path.Combine(work, "plain"), analyzers);
for (var i = 0; i < plainSources.Count; i++)
    plain.Write(string.Create(CultureInfo.InvariantCulture, $"File{i:000}.cs"), plainSources[i]);

var training = new Project(Path.Combine(work, "training"), analyzers, library);
for (var i = 0; i < trainingSources.Count; i++)
    training.Write(string.Create(CultureInfo.InvariantCulture, $"Training{i:000}.cs"), trainingSources[i]);

Console.WriteLine("| solution | guard, s | an analyzer that registers nothing, s | SDK's analyzers, s | all, s | guard's share | findings |");
Console.WriteLine("|---|---|---|---|---|---|---|");
Print("1,000 files without a library", plain);
Print(trainingName, training);
return 0;

void PrintAlone(string name, Alone alone)
{
    for (var run = 1; run <= runs; run++)
    {
        var (guard, reported, nothing, findings) = alone.Run();
        Console.WriteLine($"| {name} | {run} | {guard:0.000} | {reported:0.000} | {nothing:0.000} | {findings.Count} |");
    }
}

void Print(string name, Project project)
{
    var measured = Enumerable.Range(0, runs).Select(_ => project.Build()).ToList();
    var best = measured.MinBy(one => one.Times.Guard);
    Console.WriteLine($"| {name} | {best.Times.Guard:0.000} | {best.Times.Control:0.000} | {best.Times.All - best.Times.Guard:0.000} | {best.Times.All:0.000} | {best.Times.Guard / best.Times.All:0.000 %} | {best.Findings} |");
}
