namespace MlStrategyGuard;

/// <summary>One entry of <c>accept:</c>: a known finding that the team lives with.</summary>
/// <param name="Span">The place of the entry.</param>
public sealed record Waiver(SourceSpan Span)
{
    /// <summary>The rule that is accepted.</summary>
    public Marked<string>? Rule { get; init; }

    /// <summary>The split, column or other name that it is limited to; everything if absent.</summary>
    public Marked<string>? Where { get; init; }

    /// <summary>The reason.</summary>
    public Marked<string>? Because { get; init; }

    /// <summary>The last day on which it holds; for good if absent.</summary>
    public Marked<DateTime>? Until { get; init; }

    /// <summary>Whether it is in force on that day: it names a rule, gives a reason and isn't expired.</summary>
    public bool IsActive(DateTime today) =>
        Rule is not null && RuleCatalogue.Knows(Rule.Value) && !string.IsNullOrWhiteSpace(Because?.Value)
        && (Until is null || today.Date <= Until.Value);

    /// <summary>Whether it keeps this finding out of the build on that day. No waiver covers findings about waivers.</summary>
    public bool Covers(Finding finding, DateTime today) =>
        IsActive(today) && Rule!.Value == finding.Id && finding.Id != "MLS0008"
        && (Where is null || finding.IsAbout(Where.Value));
}
