namespace MlStrategyGuard.Strategy.Tests.Rules;

/// <summary>In which order a file says things never changes which rules fire.</summary>
public sealed class OrderTests : RuleTest
{
    private static readonly string[] Sections =
    [
        "target: app",
        "splits:\n  train: { rows: 200000, distribution: web }\n  dev: { rows: 300, distribution: app }\n  test: { rows: 2500, composition: { web: 2381, app: 119 } }",
        "metrics: { optimize: accuracy, min_difference: 1%, satisfy: [{ metric: latency_ms, at_most: 100 }, { metric: recall, at_least: 0.9 }] }",
        "choice: a",
        "next: [dropout, early_stopping]",
        "history: [{ run: 1, changed: [dropout, adam, metric] }]",
        "error_analysis: { examined: 100, tags: { dogs: 8, great cats: 43, blurry: 61 }, focus: dogs }",
        "labels: { corrected: [dev], audit: { wrong_examined: 20, wrong_mislabeled: 4 } }",
        "transfer: { to: { input: image, examples: 200 }, from: { input: audio, examples: 100 }, retrain: all }",
        "multi_task: { tasks: { cars: { examples: 12000 }, lights: { examples: 90 } }, missing_labels: negative, separate_networks_better: true }",
        "end_to_end: { pairs: 500, plan: end_to_end, stages: { a: 600000 } }",
        "synthesis: [{ unique: 1 h, generated: 10000 h }, { unique: 20, generated: 9000 }]",
    ];

    private static readonly string[] Rungs =
    [
        "human: [{ who: a team, error: 1% }, { who: a nurse, error: 3% }]", "bayes: 1.2%", "train: { error: 8%, rows: 4000 }",
        "train_dev: { error: 8.5%, rows: 4000 }", "dev: { error: 10%, rows: 4000 }", "test: { error: 10.5%, rows: 4000 }", "production: 11%",
    ];

    private static readonly string[] Candidates =
    [
        "{ name: a, measured: { accuracy: { value: 90%, rows: 900 }, latency_ms: 80, recall: 95% } }",
        "{ name: b, measured: { accuracy: { value: 95%, rows: 800 }, latency_ms: 90, recall: { value: 0.91, rows: 100 } } }",
        "{ name: c, measured: { accuracy: [{ value: 96%, rows: 900 }, { value: 94%, on: test }], latency_ms: 90, recall: 97% } }",
        "{ name: d, measured: { accuracy: { value: 91%, on: test }, latency_ms: 900, recall: 0.4 } }",
        "{ name: e, measured: { accuracy: { value: 96.1%, rows: 900 }, latency_ms: 95, recall: 92% } }",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void ShuffledKeysRungsAndCandidates_FireTheSameRules(int seed)
    {
        var expected = Fired(new Random(0));

        Assert.Equal(expected, Fired(new Random(seed)));
        foreach (var id in new[] { "MLS1011", "MLS1017", "MLS1019", "MLS2005", "MLS2013", "MLS2014", "MLS3007", "MLS3101", "MLS3203", "MLS4002", "MLS4301" })
            Assert.Contains(expected, fired => fired.StartsWith(id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ShuffledRungs_GiveTheSameLadder(int seed)
    {
        var ladder = Of(File(new Random(0))).Ladder!;
        var shuffled = Of(File(new Random(seed))).Ladder!;

        Assert.Equal(
            ladder.Gaps.Select(gap => (gap.Cause, gap.Value, gap.Lower, gap.ProbabilityLargest)),
            shuffled.Gaps.Select(gap => (gap.Cause, gap.Value, gap.Lower, gap.ProbabilityLargest)));
        Assert.Equal(GapCause.Bias, ladder.Dominant?.Cause);
        Assert.Equal(ladder.Dominant?.Cause, shuffled.Dominant?.Cause);
    }

    /// <summary>The rules with the number of their findings; of the pairs of MLS2013 only that there are some.</summary>
    private static List<string> Fired(Random random) =>
        [.. Of(File(random)).Findings
            .GroupBy(finding => finding.Id)
            .Select(group => group.Key == "MLS2013" ? group.Key : $"{group.Key} {group.First().Severity} {group.Count()}")
            .Order(StringComparer.Ordinal)];

    private static string File(Random random)
    {
        string[] Shuffled(string[] parts)
        {
            var copy = (string[])parts.Clone();
            random.Shuffle(copy);
            return copy;
        }

        var errors = $"errors: {{ {string.Join(", ", Shuffled(Rungs))} }}";
        var candidates = $"candidates: [{string.Join(", ", Shuffled(Candidates))}]";
        return string.Join("\n", Shuffled(["version: 1", .. Sections, errors, candidates]));
    }
}
