using System.Globalization;
using MlStrategyGuard.Benchmarks.Intervals;
using MlStrategyGuard.Engine.Metrics;

// How often the 95 % intervals of metrics hold the truth, and those of differences between two candidates.
// Usage: Intervals [--only NAME] [draws] [rows …] | slices [draws] [NAME]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["slices", ..])
{
    SliceStudy.Run(args.Length > 1 ? int.Parse(args[1]) : 1_000, args.Length > 2 ? args[2] : "");
    return;
}

var only = args.Length > 1 && args[0] == "--only" ? args[1] : "";
if (only.Length > 0)
    args = args[2..];
var draws = args.Length > 0 ? int.Parse(args[0]) : 2_000;
int[] sizes = args.Length > 1 ? [.. args.Skip(1).Select(int.Parse)] : [300, 1_000, 3_000];
Console.WriteLine("| population | rows | metric | held | truth below | truth above | no interval | median width |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var world in World.All.Where(world => world.Name.Contains(only, StringComparison.Ordinal)))
{
    var drawn = new Lazy<MetricEvaluator>(() =>
        new MetricEvaluator(world.Draw(new Random(7), world.Task == MlStrategyGuard.LearningTask.Ranking ? 200_000 : 2_000_000)));
    var truths = world.Metrics.ToDictionary(
        metric => metric, metric => world.Truths.TryGetValue(metric, out var known) ? known : drawn.Value.Evaluate(metric).Value);
    foreach (var n in sizes)
    {
        var tallies = world.Metrics.ToDictionary(metric => metric, _ => new Tally());
        Parallel.For(0, draws, draw =>
        {
            var evaluator = new MetricEvaluator(world.Draw(new Random(1_000_003 + draw), n));
            foreach (var metric in world.Metrics)
            {
                var estimate = evaluator.Evaluate(metric);
                var interval = estimate.Undefined is null ? MetricInterval.Of(estimate, evaluator.Units(estimate)) : null;
                tallies[metric].Add(truths[metric], interval is { Missing: null } ? (interval.Lower, interval.Upper) : null);
            }
        });
        foreach (var (metric, tally) in tallies)
            Console.WriteLine(tally.Line(world.Name, n, metric));
    }
}

foreach (var pair in Pair.All.Where(pair => pair.Name.Contains(only, StringComparison.Ordinal)))
{
    foreach (var n in sizes)
    {
        var tally = new Tally();
        Parallel.For(0, draws, draw =>
        {
            var (first, second) = pair.Draw(new Random(1_000_003 + draw), n);
            var found = PairedComparison.Of(new MetricEvaluator(first).Evaluate(pair.Metric), new MetricEvaluator(second).Evaluate(pair.Metric), null, null);
            tally.Add(0, found is null ? null : (found.Lower, found.Upper));
        });
        Console.WriteLine(tally.Line(pair.Name, n, pair.Metric + ", difference"));
    }
}
