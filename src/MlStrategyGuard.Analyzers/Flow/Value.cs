using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What the analysis knows of a value. Equal values mean the same thing.</summary>
internal abstract record Value
{
    /// <summary>What is known where two paths meet.</summary>
    public static Value Join(Value one, Value other)
    {
        if (one.Equals(other) || other is Nothing)
            return one;
        if (one is Nothing)
            return other;
        if (one is Unknown || other is Unknown)
            return Unknown.Instance;
        if (one is Many many && other is Many otherMany)
            return new Many(Join(many.Element, otherMany.Element));
        return Choice.Of(one, other);
    }

    /// <summary>The values that it may be: its own alternatives, or itself.</summary>
    public virtual IEnumerable<Value> Alternatives => [this];
}

/// <summary>Nothing is known.</summary>
internal sealed record Unknown : Value
{
    public static readonly Unknown Instance = new();
}

/// <summary>Null, default, or a variable that has no value yet: it leaves room for anything else.</summary>
internal sealed record Nothing : Value
{
    public static readonly Nothing Instance = new();
}

/// <summary>A compile-time constant that isn't a text.</summary>
internal sealed record Constant(object Content) : Value;

/// <summary>A text, perhaps with gaps.</summary>
/// <param name="Pattern">The text; a <see cref="Gap"/> stands for an unknown piece.</param>
internal sealed record Text(string Pattern) : Value
{
    /// <summary>Stands for an unknown piece of a text.</summary>
    public const char Gap = '\0';

    /// <summary>Whether every piece is known.</summary>
    public bool IsWhole => Pattern.IndexOf(Gap) < 0;
}

/// <summary>One of several values, which one isn't known.</summary>
internal sealed record Choice : Value
{
    // Above, nothing is known: it keeps the fixed point near.
    private const int Most = 12;

    private readonly HashSet<Value> _values;

    private Choice(HashSet<Value> values) => _values = values;

    /// <inheritdoc/>
    public override IEnumerable<Value> Alternatives => _values;

    /// <summary>One or the other.</summary>
    public static Value Of(Value one, Value other)
    {
        var values = new HashSet<Value>(one.Alternatives);
        values.UnionWith(other.Alternatives);
        return values.Count == 1 ? one : values.Count > Most ? Unknown.Instance : new Choice(values);
    }

    /// <inheritdoc/>
    public bool Equals(Choice? other) => other is not null && _values.SetEquals(other._values);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, (hash, value) => hash ^ value.GetHashCode());
}

/// <summary>A data view, or a sequence of its rows.</summary>
/// <param name="Rows">Which rows.</param>
internal sealed record Data(RowSet Rows) : Value
{
    /// <summary>The models that the rows went through, the first one first.</summary>
    public Sequence<ModelPart> Through { get; init; } = Sequence<ModelPart>.Empty;

    /// <summary>The class that describes a row, where it is known.</summary>
    public INamedTypeSymbol? RowType { get; init; }

    /// <summary>Whether something shuffled the rows, with a seed or without.</summary>
    public bool IsShuffled { get; init; }

    /// <summary>The call that shuffles the rows anew in every run; null when their order doesn't change.</summary>
    public Site? ShuffledBy { get; init; }

    /// <summary>The call that gives the rows another order at every pass; null when passes are alike.</summary>
    public Site? ReorderedBy { get; init; }

    /// <summary>The call that gave the rows their order; null when it is that of their source.</summary>
    public Site? OrderedBy { get; init; }

    /// <summary>The call that put some rows in more than once; null when none did.</summary>
    public Site? RepeatedBy { get; init; }

    /// <summary>A figure of several rows that the rows were made with, and the query that did so; null when there is none.</summary>
    public (Figure Figure, Site By)? ReckonedWith { get; init; }

    /// <summary>The query that put rows into groups, of which these are one each; null when these are rows.</summary>
    public Site? GroupedBy { get; init; }

    /// <summary>The query of whose groups the same number of rows was taken each; null when there is none.</summary>
    public Site? BalancedBy { get; init; }

    /// <summary>The query that makes something else of each row; null when rows are as they were read.</summary>
    public Site? MappedBy { get; init; }
}

/// <summary>A split into a training and a test part, or one fold of a cross-validation.</summary>
/// <param name="Site">The call that splits.</param>
/// <param name="Input">What is split.</param>
/// <param name="IsFold">One fold of several.</param>
internal sealed record Split(Site Site, Data Input, bool IsFold) : Value
{
    /// <summary>One part of it.</summary>
    public Data Part(bool isTest) => Input with { Rows = new PartRows(this, isTest) };
}

/// <summary>A chain of estimators that isn't fitted yet.</summary>
internal sealed record Estimator(Sequence<EstimatorPart> Parts) : Value;

/// <summary>A chain of fitted models.</summary>
internal sealed record Model(Sequence<ModelPart> Parts) : Value;

/// <summary>What Evaluate gave.</summary>
/// <param name="Evaluation">The call, or the cross-validation whose folds' metrics these are.</param>
internal sealed record Metrics(Site Evaluation) : Value;

/// <summary>One number out of metrics.</summary>
/// <param name="Evaluation">The call that measured it.</param>
/// <param name="Name">The property, such as <c>F1Score</c>.</param>
internal sealed record Score(Site Evaluation, string Name) : Value
{
    /// <summary>Whether it was reckoned with, so that it may be another figure than its name says.</summary>
    public bool IsComputed { get; init; }
}

/// <summary>A mean, a sum, the smallest or largest value of rows, or what was reckoned with it.</summary>
/// <param name="Site">The call that reckoned it.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Figure(Site Site, RowSet Rows) : Value;

/// <summary>The result of one fold of a cross-validation.</summary>
internal sealed record FoldResult(Site CrossValidation) : Value
{
    /// <summary>The call that ranked the folds, of which this is the first or last; null when it is any fold.</summary>
    public Site? RankedBy { get; init; }
}

/// <summary>How much a model needs a feature, by its name; or what was made of that.</summary>
/// <param name="Measured">The call that measured it.</param>
internal sealed record Importance(Site Measured) : Value;

/// <summary>The result of a search, such as an AutoML experiment's.</summary>
internal sealed record SearchResult(Site Search) : Value;

/// <summary>A sequence whose members are alike as far as the analysis can tell.</summary>
/// <param name="Element">What a member may be; <see cref="Nothing"/> when there is none.</param>
internal sealed record Many(Value Element) : Value
{
    /// <summary>The sequence is sorted or its best member is taken by this call; null when it isn't.</summary>
    public Site? RankedBy { get; init; }
}

/// <summary>A tuple.</summary>
internal sealed record Group(Sequence<Value> Items) : Value;

/// <summary>An object of the program's own, or a collection: its content is in the state.</summary>
/// <param name="Origin">Where it was made; for the object that the analysis started in, its type.</param>
/// <param name="Type">Its type.</param>
internal sealed record Instance(object Origin, ITypeSymbol Type) : Value;

/// <summary>A lambda or a local function's or a method's group.</summary>
/// <param name="Code">The lambda operation, or the method.</param>
/// <param name="Graph">The graph that the lambda stands in.</param>
/// <param name="This">What <c>this</c> is inside.</param>
internal sealed record Function(object Code, ControlFlowGraph? Graph, Value This) : Value;
