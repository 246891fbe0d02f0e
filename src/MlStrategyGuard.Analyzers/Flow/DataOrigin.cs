using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Which part of which split the rows of a data view come from, and what they went through since.</summary>
internal sealed class DataOrigin
{
    /// <summary>The part itself, all rows, untouched.</summary>
    public DataOrigin(Split split, IFieldReferenceOperation part, bool isTest)
        : this(split, part, isTest, someRows: false, transformed: false, ImmutableArray<FittedModel>.Empty)
    {
    }

    private DataOrigin(
        Split split,
        IFieldReferenceOperation part,
        bool isTest,
        bool someRows,
        bool transformed,
        ImmutableArray<FittedModel> models)
    {
        Split = split;
        Part = part;
        IsTest = isTest;
        SomeRows = someRows;
        Transformed = transformed;
        Models = models;
    }

    /// <summary>The split.</summary>
    public Split Split { get; }

    /// <summary>The expression that takes the part out of the split, such as <c>split.TestSet</c>.</summary>
    public IFieldReferenceOperation Part { get; }

    /// <summary>True: the test part; false: the training part.</summary>
    public bool IsTest { get; }

    /// <summary>Only some rows of the part, so that two such views may have no row in common.</summary>
    public bool SomeRows { get; }

    /// <summary>The rows went through a transformer.</summary>
    public bool Transformed { get; }

    /// <summary>The models that the rows went through, as far as they are known.</summary>
    public ImmutableArray<FittedModel> Models { get; }

    /// <summary>The same rows, or some of them.</summary>
    public DataOrigin Rows(bool some) => new(Split, Part, IsTest, SomeRows || some, Transformed, Models);

    /// <summary>The same rows after a transformer made by the calls of Fit in <paramref name="fits"/>.</summary>
    public DataOrigin After(IEnumerable<SyntaxNode> fits)
    {
        // The transformer that comes last gives the score; what came before prepared its features.
        var earlier = Models.Select(model => new FittedModel(model.Fit, isLast: false));
        var last = fits.Select(fit => new FittedModel(fit, isLast: true));
        return new(Split, Part, IsTest, SomeRows, transformed: true, earlier.Concat(last).ToImmutableArray());
    }
}
