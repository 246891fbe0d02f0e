using System.Collections.Concurrent;
using System.Globalization;
using MlStrategyGuard.Analyzers.Tests.Verifiers;

namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>Faults put into correct programs of the corpus: how many are found, and how much else is said.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.90;

    [Fact]
    public async Task Mutants_AreFoundAndNothingElseIs()
    {
        var results = new ConcurrentBag<(string Mutant, HashSet<string> Expected, HashSet<string> Found)>();
        await Parallel.ForEachAsync(Mutants(), async (mutant, _) =>
        {
            var found = await TestProject.DiagnoseAsync(TestProject.Compile(mutant.Source), mutant.Inputs.ToOptions(), new TrainingCodeAnalyzer());
            Assert.True(found.All(one => one.Id.StartsWith("MLS", StringComparison.Ordinal)), $"{mutant.Name}: {string.Join("\n", found)}\n{mutant.Source}");
            results.Add((mutant.Name, mutant.Expected, [.. found.Select(one => one.Id)]));
        });

        Assert.True(results.Count >= 300, $"{results.Count} mutants");
        var wrong = results.Where(result => !result.Expected.SetEquals(result.Found)).OrderBy(result => result.Mutant, StringComparer.Ordinal)
            .Select(result => $"{result.Mutant}: expected {Join(result.Expected)}, found {Join(result.Found)}");
        output.WriteLine(string.Join("\n", wrong));
        output.WriteLine($"{results.Count} mutants, {results.Count(result => result.Expected.Count == 0)} of them correct programs");
        foreach (var rule in results.SelectMany(result => result.Expected.Union(result.Found)).Distinct().Order(StringComparer.Ordinal).Append("all"))
        {
            var hits = Count(result => result.Expected.Intersect(result.Found), rule);
            var found = Count(result => result.Found, rule);
            var expected = Count(result => result.Expected, rule);
            var (precision, recall) = (Share(hits, found), Share(hits, expected));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{rule,-8} precision {precision:0.000} ({hits}/{found})  recall {recall:0.000} ({hits}/{expected})"));
            Assert.True(precision >= LeastPrecision && recall >= LeastRecall, $"{rule}: precision {precision}, recall {recall}\n{string.Join("\n", wrong)}");
        }

        int Count(Func<(string, HashSet<string> Expected, HashSet<string> Found), IEnumerable<string>> ids, string rule) =>
            results.Sum(result => ids(result).Count(id => rule == "all" || id == rule));
    }

    private static IEnumerable<(string Name, string Source, TestInputs Inputs, HashSet<string> Expected)> Mutants()
    {
        var number = 0;
        foreach (var line in CorpusProgram.ReadText("Mutations.txt").Split('\n'))
        {
            if (line.StartsWith('#') || line.Split('|', 2, StringSplitOptions.TrimEntries) is not [var name, var rest] || rest.LastIndexOf('|') is not (> 0 and var end))
                continue;
            var change = rest[..end].Split(" => ", StringSplitOptions.TrimEntries);
            var (old, replacement) = change.Length == 2
                ? (change[0], change[1])
                : (string.Join(" => ", change[..(change.Length / 2)]), string.Join(" => ", change[(change.Length / 2)..]));
            var (_, source, inputs) = CorpusProgram.Read(name);
            var place = source.IndexOf(old, StringComparison.Ordinal);
            Assert.True(place >= 0, $"{name} has no '{old}'.");
            var mutant = source[..place] + replacement + source[(place + old.Length)..];

            // Every mutant as it is, and in two of the other shapes, which alternate.
            var shapes = Reshaping.All.Take(1).Concat(Reshaping.All.Skip(1).Where((_, index) => index % 2 == number % 2));
            number++;
            foreach (var (shape, reshape) in shapes)
                yield return ($"{name}, {shape}: {old} => {replacement}", reshape(mutant), inputs, [.. rest[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        }
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static string Join(HashSet<string> ids) => ids.Count == 0 ? "nothing" : string.Join(" ", ids.Order(StringComparer.Ordinal));
}
