using System.Globalization;
using System.Reflection;
using MlStrategyGuard.Mutation;

// Mutates the rules and the diagnosis, and runs their tests against every mutant. See docs/testing.md.
// Arguments: names of source files to mutate (MLS2005 Ladder); all of them without any.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string Metadata(string key) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == key).Value!;

var root = Metadata("RepositoryRoot");
var project = Path.Combine(root, "src", "MlStrategyGuard.Strategy");
var tests = Path.Combine(root, "tests", "MlStrategyGuard.Strategy.Tests", "bin", Metadata("Configuration"), "net10.0");
string[] folders = [Path.Combine(project, "Rules"), Path.Combine(project, "Diagnosis")];
string[] slow = ["LadderSimulationTests", "CultureTests"];

var sources = Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
    .Where(path => !Path.GetRelativePath(project, path).StartsWith("bin", StringComparison.Ordinal))
    .Where(path => !Path.GetRelativePath(project, path).StartsWith("obj", StringComparison.Ordinal))
    .Order(StringComparer.Ordinal)
    .Select(path => (path, File.ReadAllText(path)))
    .Append(("Assembly.cs",
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("MlStrategyGuard.Strategy.Tests")]
        [assembly: System.Reflection.AssemblyVersion("0.1.0.0")]
        """))
    .ToList();
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
    .Append(Path.Combine(tests, "YamlDotNet.dll"))
    .ToList();

var assembly = MutatedAssembly.Compile(
    "MlStrategyGuard.Strategy", sources,
    path => folders.Contains(Path.GetDirectoryName(path)) && (args.Length == 0 || args.Contains(Path.GetFileNameWithoutExtension(path))),
    references);
Console.WriteLine($"{assembly.Mutants.Count} mutants, and {assembly.Dropped} that don't compile");

var suite = TestSuite.Load(
    Path.Combine(tests, "MlStrategyGuard.Strategy.Tests.dll"), ("MlStrategyGuard.Strategy", assembly.Image),
    name => (name.Contains(".Rules.", StringComparison.Ordinal) || name.Contains(".Diagnosis.", StringComparison.Ordinal)
        || name.Contains(".Findings.", StringComparison.Ordinal) || name.EndsWith(".WorkedExamples", StringComparison.Ordinal))
        && !slow.Contains(name[(name.LastIndexOf('.') + 1)..]));
var run = MutantRun.Start(suite);
Console.WriteLine($"{suite.Cases.Count} tests");

var survivors = new List<Mutant>();
foreach (var mutant in assembly.Mutants)
{
    if (!run.Kills(mutant))
        survivors.Add(mutant);
}

foreach (var mutant in survivors)
    Console.WriteLine($"survived {mutant.File}:{mutant.Line} {mutant.What}");
Console.WriteLine();
foreach (var file in assembly.Mutants.GroupBy(mutant => mutant.File))
    Console.WriteLine(Line(file.Key, file.Count(), survivors.Count(mutant => mutant.File == file.Key)));
Console.WriteLine(Line("all", assembly.Mutants.Count, survivors.Count));
return 0;

static string Line(string name, int all, int survived) =>
    $"{name,-20} {all - survived,5} of {all,5} killed, {100.0 * (all - survived) / all,5:0.0} %";
