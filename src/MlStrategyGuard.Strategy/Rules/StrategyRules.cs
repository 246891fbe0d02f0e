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
        new(nameof(MLS1005), MLS1005.Check),
        new(nameof(MLS1006), MLS1006.Check),
        new(nameof(MLS1007), MLS1007.Check),
        new(nameof(MLS1008), MLS1008.Check),
        new(nameof(MLS1010), MLS1010.Check),
        new(nameof(MLS1011), MLS1011.Check),
        new(nameof(MLS1012), MLS1012.Check),
        new(nameof(MLS1013), MLS1013.Check),
        new(nameof(MLS1014), MLS1014.Check),
        new(nameof(MLS1016), MLS1016.Check),
        new(nameof(MLS1017), MLS1017.Check),
        new(nameof(MLS1019), MLS1019.Check),
        new(nameof(MLS1020), MLS1020.Check),
        new(nameof(MLS1021), MLS1021.Check),
        new(nameof(MLS2001), MLS2001.Check),
        new(nameof(MLS2002), MLS2002.Check),
        new(nameof(MLS2003), MLS2003.Check),
        new(nameof(MLS2004), MLS2004.Check),
        new(nameof(MLS2005), MLS2005.Check),
        new(nameof(MLS2006), MLS2006.Check),
        new(nameof(MLS2007), MLS2007.Check),
        new(nameof(MLS2010), MLS2010.Check),
        new(nameof(MLS2011), MLS2011.Check),
        new(nameof(MLS2013), MLS2013.Check),
        new(nameof(MLS2014), MLS2014.Check),
        new(nameof(MLS3001), MLS3001.Check),
        new(nameof(MLS3002), MLS3002.Check),
        new(nameof(MLS3003), MLS3003.Check),
        new(nameof(MLS3004), MLS3004.Check),
        new(nameof(MLS3005), MLS3005.Check),
        new(nameof(MLS3006), MLS3006.Check),
        new(nameof(MLS3007), MLS3007.Check),
        new(nameof(MLS3008), MLS3008.Check),
        new(nameof(MLS3009), MLS3009.Check),
        new(nameof(MLS3010), MLS3010.Check),
        new(nameof(MLS3011), MLS3011.Check),
        new(nameof(MLS3012), MLS3012.Check),
        new(nameof(MLS3101), MLS3101.Check),
        new(nameof(MLS3102), MLS3102.Check),
        new(nameof(MLS3103), MLS3103.Check),
        new(nameof(MLS3104), MLS3104.Check),
        new(nameof(MLS3201), MLS3201.Check),
        new(nameof(MLS3202), MLS3202.Check),
        new(nameof(MLS3203), MLS3203.Check),
        new(nameof(MLS3205), MLS3205.Check),
        new(nameof(MLS4001), MLS4001.Check),
        new(nameof(MLS4002), MLS4002.Check),
        new(nameof(MLS4003), MLS4003.Check),
        new(nameof(MLS4101), MLS4101.Check),
        new(nameof(MLS4102), MLS4102.Check),
        new(nameof(MLS4103), MLS4103.Check),
        new(nameof(MLS4201), MLS4201.Check),
        new(nameof(MLS4202), MLS4202.Check),
        new(nameof(MLS4301), MLS4301.Check),
    ];
}
