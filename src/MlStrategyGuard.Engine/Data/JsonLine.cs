namespace MlStrategyGuard.Engine.Data;

/// <summary>What stands on a line of a JSON Lines file.</summary>
internal enum JsonLine
{
    /// <summary>Nothing: the text has ended.</summary>
    End,

    /// <summary>White space.</summary>
    Blank,

    /// <summary>An object.</summary>
    Row,
}
