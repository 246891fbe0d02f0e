namespace MlStrategyGuard;

/// <summary>Whether two splits, or a column of theirs, come from one distribution. The order is from good to bad.</summary>
public enum Verdict
{
    /// <summary>At most the tolerated share of rows differs.</summary>
    Same,

    /// <summary>Nothing was found; a shift beyond the tolerance can't be excluded.</summary>
    NoShiftFound,

    /// <summary>There is a shift, and it may be beyond the tolerance.</summary>
    Shifted,

    /// <summary>There is a shift beyond the tolerance.</summary>
    Different,
}
