using MlStrategyGuard.Rules;

namespace MlStrategyGuard;

/// <summary>All findings of one check, after waivers and severities.</summary>
/// <param name="Findings">What counts, ordered by place, then rule.</param>
/// <param name="Accepted">What waivers keep out.</param>
/// <param name="Ladder">The error ladder, if one is declared.</param>
/// <param name="Strategy">What was declared, with computed figures in the place of declared ones.</param>
public sealed record Judgement(
    IReadOnlyList<Finding> Findings, IReadOnlyList<AcceptedFinding> Accepted, Ladder? Ladder, Strategy Strategy)
{
    /// <summary>Runs every rule and applies the file's waivers and severities.</summary>
    /// <param name="strategy">What was declared.</param>
    /// <param name="reading">What the reader found.</param>
    /// <param name="evidence">What was gathered.</param>
    /// <param name="today">The day on which waivers are judged.</param>
    public static Judgement Of(
        Strategy strategy, IReadOnlyList<Finding> reading, Evidence evidence, DateTime today)
    {
        var declared = strategy;
        strategy = FilledStrategy.Of(strategy, evidence);
        evidence = evidence with { Declared = declared, Ladder = Ladder.Of(strategy, evidence) };
        var found = reading.Concat(StrategyRules.All.SelectMany(rule => rule.Value(strategy, evidence))).ToList();
        var accepted = new List<AcceptedFinding>();
        var open = new List<Finding>();
        foreach (var finding in found)
        {
            if (strategy.Accept.FirstOrDefault(waiver => waiver.Covers(finding, today)) is { } waiver)
                accepted.Add(new AcceptedFinding(finding, waiver));
            else
                open.Add(finding);
        }

        open.AddRange(MLS0008.Check(strategy, evidence, accepted, today));
        return new Judgement(
            [.. open
                .Select(finding => strategy.Severities.TryGetValue(finding.Id, out var severity)
                    ? finding with { Severity = severity }
                    : finding)
                .Where(finding => finding.Severity != Severity.Off)
                .OrderBy(finding => finding.Span.Line)
                .ThenBy(finding => finding.Span.Column)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)],
            accepted,
            evidence.Ladder,
            strategy);
    }
}
