using System.Globalization;
using MlStrategyGuard.Benchmarks.Intervals;
using MlStrategyGuard.Engine.Metrics;

// How often the 95 % intervals of metrics hold the truth. Usage: Intervals [draws] [rows …]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var draws = args.Length > 0 ? int.Parse(args[0]) : 2_000;
int[] sizes = args.Length > 1 ? [.. args.Skip(1).Select(int.Parse)] : [300, 2_000];
foreach (var world in World.All)
{
    var truth = new MetricEvaluator(world.Draw(new Random(7), world.Task == MlStrategyGuard.LearningTask.Ranking ? 200_000 : 2_000_000));
    var truths = world.Metrics.ToDictionary(metric => metric, metric => truth.Evaluate(metric).Value);
    foreach (var n in sizes)
    {
        var hits = world.Metrics.ToDictionary(metric => metric, _ => (Below: 0, Above: 0, None: 0));
        var gate = new object();
        Parallel.For(0, draws, draw =>
        {
            var evaluator = new MetricEvaluator(world.Draw(new Random(1_000_003 + draw), n));
            foreach (var metric in world.Metrics)
            {
                var estimate = evaluator.Evaluate(metric);
                var interval = estimate.Undefined is null ? MetricInterval.Of(estimate, evaluator.Units(estimate)) : null;
                lock (gate)
                {
                    var (below, above, none) = hits[metric];
                    hits[metric] = interval is not { Missing: null } ? (below, above, none + 1)
                        : truths[metric] < interval.Lower ? (below + 1, above, none)
                        : truths[metric] > interval.Upper ? (below, above + 1, none)
                        : (below, above, none);
                }
            }
        });
        foreach (var (metric, (below, above, none)) in hits)
        {
            var tried = draws - none;
            var coverage = tried == 0 ? double.NaN : 1 - ((double)(below + above) / tried);
            Console.WriteLine($"{(coverage < 0.93 ? "LOW " : "    ")}{world.Name,-28} {n,6} {metric,-24} {coverage,6:0.000}   truth below {(double)below / tried:0.000}, above {(double)above / tried:0.000}, no interval {(double)none / draws:0.000}");
        }
    }
}
