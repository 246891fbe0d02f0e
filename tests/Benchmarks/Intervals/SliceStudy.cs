using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Benchmarks.Intervals;

/// <summary>
/// How often a slice of errors is named where slice and error have nothing to do with each other, and how often where they do. Ten
/// columns: half of them belong to the group, half to the row; levels, rare levels and numbers.
/// </summary>
internal static class SliceStudy
{
    private static readonly Case[] Cases =
    [
        new("groups of 10, errors come by group", 100, 10, 0.2, 0.9, Weighting.None),
        new("groups of 10, errors come by group", 1_000, 10, 0.2, 0.9, Weighting.None),
        new("groups of 10, errors come by group", 10_000, 10, 0.2, 0.9, Weighting.None),
        new("groups of 10, rare errors", 1_000, 10, 0.02, 0.9, Weighting.None),
        new("groups of 10, most are wrong", 1_000, 10, 0.9, 0.9, Weighting.None),
        new("rows with weights, most are wrong", 3_000, 1, 0.95, 0, Weighting.Uneven),
        new("30 groups of 30", 30, 30, 0.2, 0.9, Weighting.None),
        new("groups of 1 to 500", 300, 500, 0.2, 0.7, Weighting.None),
        new("groups of 5, no group effect", 400, 5, 0.2, 0, Weighting.None),
        new("weights of 0.2 to 1.2", 1_000, 1, 0.2, 0, Weighting.Even),
        new("log-normal weights", 1_000, 1, 0.2, 0, Weighting.Uneven),
        new("log-normal weights", 10_000, 1, 0.2, 0, Weighting.Uneven),
        new("log-normal weights, rare errors", 3_000, 1, 0.02, 0, Weighting.Uneven),
        new("weights that go with the slice", 3_000, 1, 0.2, 0, Weighting.BySlice),
        new("groups of 10 and log-normal weights", 1_000, 10, 0.2, 0.9, Weighting.Uneven),
    ];

    private enum Weighting
    {
        None,
        Even,
        Uneven,
        BySlice,
    }

    /// <summary>Prints a table.</summary>
    public static void Run(int draws, string only)
    {
        Console.WriteLine("| dev | groups | any slice named, no slice there | with row tests | planted slice named |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var one in Cases.Where(one => one.Name.Contains(only, StringComparison.Ordinal)))
        {
            var (named, byRows, planted) = (0, 0, 0);
            Parallel.For(0, draws, draw =>
            {
                var (columns, wrong, weights, keys, groups) = one.Draw(new Random(77_000 + draw), false);
                if (ErrorSliceFinder.Find(columns, wrong, weights, keys, groups).Count > 0)
                    Interlocked.Increment(ref named);
                if (ErrorSliceFinder.Find(columns, wrong).Count > 0)
                    Interlocked.Increment(ref byRows);
                (columns, wrong, weights, keys, groups) = one.Draw(new Random(77_000 + draw), true);
                if (ErrorSliceFinder.Find(columns, wrong, weights, keys, groups).Any(slice => slice is { Column: "row 1", Level: "0" }))
                    Interlocked.Increment(ref planted);
            });
            Console.WriteLine($"| {one.Name} | {one.Groups:N0} | {named / (double)draws:0.0 %} | {byRows / (double)draws:0.0 %} | {planted / (double)draws:0.0 %} |");
        }
    }

    private sealed record Case(string Name, int Groups, int Most, double Rate, double ByGroup, Weighting Weighting)
    {
        public (KeyValuePair<string, WordColumn>[] Columns, bool[] Wrong, double[]? Weights, ulong[] Keys, int[]? Groups) Draw(Random random, bool isPlanted)
        {
            var sizes = Enumerable.Range(0, Groups)
                .Select(_ => Most >= 100 ? 1 + (int)(Most * Math.Pow(random.NextDouble(), 4)) : Most).ToArray();
            int[] groups = [.. sizes.SelectMany((size, group) => Enumerable.Repeat(group, size))];
            var n = groups.Length;
            var columns = Enumerable.Range(0, 10).Select(c =>
            {
                string Level() => (c % 5) switch
                {
                    0 or 1 => $"{random.Next(4)}",
                    2 => $"{(int)(12 * Math.Pow(random.NextDouble(), 2))}",
                    3 => $"{random.NextDouble():0.000}",
                    _ => $"{random.Next(30)}",
                };
                var ofGroup = sizes.Select(_ => Level()).ToArray();
                return Column(c < 5 ? $"group {c}" : $"row {c - 5}", [.. groups.Select(group => c < 5 ? ofGroup[group] : Level())]);
            }).ToArray();
            var planted = columns.Single(column => column.Key == "row 1").Value;

            // With that probability all rows of a group share the fate of the group.
            var fates = sizes.Select(_ => random.NextDouble()).ToArray();
            bool[] wrong =
            [
                .. groups.Select((group, i) =>
                {
                    var rate = isPlanted && planted.Codes[i] >= 0 && planted.Words[planted.Codes[i]] == "0" ? Math.Min(1, Rate + 0.15) : Rate;
                    return (random.NextDouble() < ByGroup ? fates[group] : random.NextDouble()) < rate;
                }),
            ];
            double[]? weights = Weighting switch
            {
                Weighting.None => null,
                Weighting.Even => [.. wrong.Select(_ => 0.2 + random.NextDouble())],
                Weighting.Uneven => [.. wrong.Select(_ => Math.Exp(1.5 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))],
                _ => [.. wrong.Select((_, i) => 1.0 + (3 * columns[6].Value.Codes[i]))],
            };
            return (columns, wrong, weights, [.. wrong.Select((_, i) => (ulong)i * 0x9E3779B97F4A7C15UL)], Most > 1 ? groups : null);
        }

        private static KeyValuePair<string, WordColumn> Column(string name, string[] words)
        {
            string[] distinct = [.. words.Distinct()];
            var numbers = distinct.Select((word, k) => (word, k)).ToDictionary(pair => pair.word, pair => pair.k);
            return new(name, new WordColumn(distinct, [.. words.Select(word => numbers[word])]));
        }
    }
}
