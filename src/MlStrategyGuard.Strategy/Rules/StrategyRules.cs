namespace MlStrategyGuard.Rules;

/// <summary>A rule: what was declared and what was gathered, to findings. Pure.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="evidence">What was gathered.</param>
public delegate IEnumerable<Finding> StrategyRule(Strategy strategy, Evidence evidence);

/// <summary>Every rule that looks at a strategy and its evidence. MLS0001–0004 and 0007 are the reader's.</summary>
public static class StrategyRules
{
    /// <summary>The rules by number. MLS0008 is missing: it judges waivers after all others have run.</summary>
    public static IReadOnlyList<KeyValuePair<string, StrategyRule>> All { get; } =
    [
        new(nameof(MLS0005), MLS0005.Check),
        new(nameof(MLS0006), MLS0006.Check),
        new(nameof(MLS0009), MLS0009.Check),
        new(nameof(MLS0010), MLS0010.Check),
        new(nameof(MLS1001), MLS1001.Check),
        new(nameof(MLS1002), MLS1002.Check),
        new(nameof(MLS1003), MLS1003.Check),
        new(nameof(MLS1004), MLS1004.Check),
        new(nameof(MLS1014), MLS1014.Check),
        new(nameof(MLS1020), MLS1020.Check),
        new(nameof(MLS2001), MLS2001.Check),
        new(nameof(MLS2002), MLS2002.Check),
        new(nameof(MLS2003), MLS2003.Check),
        new(nameof(MLS2004), MLS2004.Check),
    ];
}
