using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>A column of one split as a comparison sees it, whether its data is at hand or only a profile of it.</summary>
internal abstract class ComparedColumn
{
    /// <summary>The column's name.</summary>
    public abstract string Name { get; }

    /// <summary>The kind that the strategy declares, if it does.</summary>
    public abstract DeclaredKind? Declared { get; }

    /// <summary>What the column holds.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>Rows without a value.</summary>
    public abstract long Missing { get; }

    /// <summary>Rows with a value.</summary>
    public abstract long Present { get; }

    /// <summary>Values that are numbers.</summary>
    public abstract long NumberCount { get; }

    /// <summary>Values that are dates.</summary>
    public abstract long DateCount { get; }

    /// <summary>Whether all numbers are whole.</summary>
    public abstract bool IsInteger { get; }

    /// <summary>Whether all values are whole numbers, of which at most <see cref="ColumnProfile.MaxCodes"/> are different.</summary>
    public abstract bool HasCodes { get; }

    /// <summary>Whether more than <see cref="ColumnProfile.MaxCodes"/> values are different.</summary>
    public abstract bool HasManyValues { get; }

    /// <summary>Whether it names rows and says nothing about them.</summary>
    public abstract bool IsIdentifier { get; }

    /// <summary>Declared as text, or words of which most occur once or twice.</summary>
    public abstract bool IsText { get; }

    /// <summary>Whether rows by level are known; a profile leaves them out where they are hardly ever compared.</summary>
    public virtual bool HasLevels => true;

    /// <summary>Whether some levels are known by their <see cref="LevelHash"/> only.</summary>
    public virtual bool HasUnnamedLevels => false;

    /// <summary>Whether there are too many levels to tell them apart: rows are counted in hash buckets.</summary>
    public abstract bool IsHashed { get; }

    /// <summary>The numbers, of which there is at least one.</summary>
    public abstract NumberSet Numbers { get; }

    /// <summary>The dates as ticks, of which there is at least one.</summary>
    public abstract NumberSet Dates { get; }

    /// <summary>The lengths of all texts in UTF-16 units.</summary>
    public abstract NumberSet Lengths { get; }

    /// <summary>Rows by level.</summary>
    /// <param name="hashed">Whether to count hash buckets instead of levels.</param>
    public abstract IEnumerable<LevelRows> Levels(bool hashed);
}

/// <summary>The rows of a level.</summary>
/// <param name="Name">The level; null if it is too rare to be named.</param>
/// <param name="Hash">Its <see cref="LevelHash"/>, if it has no name.</param>
/// <param name="Rows">The rows.</param>
internal readonly record struct LevelRows(string? Name, string? Hash, long Rows)
{
    /// <summary>The rows of a hash bucket.</summary>
    public static LevelRows OfBucket(int bucket, long rows) =>
        new("#" + bucket.ToString("D3", System.Globalization.CultureInfo.InvariantCulture), null, rows);
}
