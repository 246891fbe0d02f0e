namespace MlStrategyGuard.Engine.Data;

/// <summary>Where the content of a field is in the buffer, without its enclosing quotes.</summary>
internal struct FieldSpan
{
    /// <summary>Index of the first byte.</summary>
    public int Start;

    /// <summary>Number of bytes.</summary>
    public int Length;

    /// <summary>Whether quotes enclose it.</summary>
    public bool Quoted;

    /// <summary>Whether it contains doubled quotes that stand for one each.</summary>
    public bool Escaped;

    /// <summary>Index behind the field as it is written, with its closing quote.</summary>
    public readonly int OuterEnd => Start + Length + (Quoted ? 1 : 0);
}
