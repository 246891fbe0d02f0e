using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Which rows a data view holds. Equal sets hold the same rows.</summary>
internal abstract record RowSet
{
    /// <summary>The set that this one was taken from; null for a source or a union.</summary>
    public virtual RowSet? Of => null;

    /// <summary>This set and the ones that it was taken from, from the inside out.</summary>
    public IEnumerable<RowSet> Lineage()
    {
        for (var rows = this; rows is not null; rows = rows.Of)
            yield return rows;
    }

    /// <summary>What the rows were first read from; a union is its own root.</summary>
    public RowSet Root => Lineage().Last();

    /// <summary>The innermost part of a split that the rows lie in.</summary>
    public PartRows? Part => Lineage().OfType<PartRows>().FirstOrDefault();

    /// <summary>The part of a split that all rows lie in, those of a union too; null when there is none.</summary>
    public PartRows? CommonPart
    {
        get
        {
            if (WithoutChoice is not UnionRows union)
                return Part;
            var parts = union.Parts.Select(part => part.CommonPart).Distinct().ToList();
            return parts.Count == 1 ? parts[0] : null;
        }
    }

    /// <summary>
    /// The limits between which the rows lie, and the set that they were taken from; null when constants don't say it.
    /// </summary>
    public (RowSet Of, RowRange Range)? Slice
    {
        get
        {
            if (this is not SomeRows { Range: { } range } slice)
                return null;
            var from = slice.From;
            for (; from is SomeRows { Range: { } outer } some && outer.Axis == range.Axis && Equals(outer.Order, range.Order); from = some.From)
                range = range.Within(outer);
            return (from, range);
        }
    }

    /// <summary>Whether some rows were chosen since the innermost split, so that two such sets may have none in common.</summary>
    public bool IsChosen => Lineage().TakeWhile(rows => rows is not PartRows).Any(rows => rows is SomeRows);

    /// <summary>The set without later choices of rows.</summary>
    public RowSet WithoutChoice => Lineage().First(rows => rows is not SomeRows);

    /// <summary>Whether all rows of <paramref name="other"/> are surely in this set.</summary>
    public bool Contains(RowSet other) =>
        other.Lineage().Contains(this)
        || (this is UnionRows union && union.Parts.Any(part => part.Contains(other)))
        || (other is UnionRows others && others.Parts.All(Contains));
}

/// <summary>All rows of something that was loaded at a place in the code.</summary>
/// <param name="Site">The call that loads.</param>
/// <param name="Path">The path, where it is known; unknown pieces are <see cref="Text.Gap"/>.</param>
internal sealed record LoadedRows(Site Site, string? Path) : RowSet;

/// <summary>The rows that a parameter brings; nobody knows from where.</summary>
internal sealed record GivenRows(ISymbol Symbol) : RowSet;

/// <summary>One part of a split.</summary>
/// <param name="Split">The split.</param>
/// <param name="IsTest">The test part; else the training part.</param>
internal sealed record PartRows(Split Split, bool IsTest) : RowSet
{
    /// <inheritdoc/>
    public override RowSet? Of => Split.Input.Rows;
}

/// <summary>Some rows of a set, chosen by a filter, a slice or a sample.</summary>
internal sealed record SomeRows(RowSet From, Site Site) : RowSet
{
    /// <summary>Between which limits they lie, where constants say it; null when it isn't known.</summary>
    public RowRange? Range { get; init; }

    /// <inheritdoc/>
    public override RowSet? Of => From;
}

/// <summary>The rows of several sets together.</summary>
internal sealed record UnionRows(Sequence<RowSet> Parts) : RowSet;
