using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// Answers, inside one member, which part of which split a data view holds and which calls of Fit made a model.
/// It knows values that are assigned exactly once and says "unknown" to everything else.
/// </summary>
internal sealed class MemberFlow
{
    // Longer chains of assignments are unknown. It also ends the circles that fields can make.
    private const int MaxDepth = 64;

    private readonly MLNetTypes _types;
    private readonly ImmutableArray<IOperation> _blocks;
    private readonly SingleValues _values;
    private readonly Lazy<ImmutableArray<Evaluation>> _evaluations;

    /// <param name="types">The types of ML.NET.</param>
    /// <param name="blocks">The operation blocks of the member.</param>
    public MemberFlow(MLNetTypes types, ImmutableArray<IOperation> blocks)
    {
        _types = types;
        _blocks = blocks;
        _values = new SingleValues(blocks);
        _evaluations = new Lazy<ImmutableArray<Evaluation>>(() => FindEvaluations().ToImmutableArray());
    }

    /// <summary>The calls of Evaluate in the member whose data comes from a known split, in source order.</summary>
    public ImmutableArray<Evaluation> Evaluations => _evaluations.Value;

    /// <summary>Where the rows of the data view come from; null when that isn't certain.</summary>
    public DataOrigin? OriginOf(IOperation data) => OriginOf(data, MaxDepth);

    /// <summary>Where the rows of the data view that a local holds come from; null when that isn't certain.</summary>
    public DataOrigin? OriginOf(ILocalSymbol local) => _values.Of(local) is { } value ? OriginOf(value) : null;

    /// <summary>What names a data view's rows: the expression behind caches, shuffles and transforms.</summary>
    public IOperation SourceOf(IOperation data)
    {
        data = Unwrap(data);
        if (data is IInvocationOperation call
            && (_types.IsTransform(call, out _, out var input) || _types.IsRowOperation(call, out input, out _)))
            return SourceOf(input);
        return data;
    }

    /// <summary>
    /// Whether the split's test part is surely a test set. The test part of a split of the training part isn't: it may
    /// be a dev set, or a small sample to train on.
    /// </summary>
    public bool IsTestSplit(Split split)
    {
        for (var depth = MaxDepth; depth > 0; depth--)
        {
            if (OriginOf(split.Data, depth) is not { } outer)
                return true;
            if (!outer.IsTest || outer.Split.HalvesMayBeSwapped)
                return false;
            split = outer.Split;
        }

        return false;
    }

    /// <summary>
    /// Whether an estimator learns from the rows that it is fitted on: true when some part of the pipeline surely does,
    /// false when no part does, null when it isn't known.
    /// </summary>
    public bool? Learns(IOperation estimator)
    {
        bool? learns = false;
        foreach (var part in PartsOf(estimator, _types.IsEstimator))
        {
            var partLearns = _types.Learns(part.Type);
            if (partLearns == true)
                return true;
            learns = partLearns is null ? null : learns;
        }

        return learns;
    }

    /// <summary>The nearest lambda or local function around an operation; null for the member itself.</summary>
    public static SyntaxNode? FunctionOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return parent.Syntax;
        }

        return null;
    }

    private DataOrigin? OriginOf(IOperation data, int depth)
    {
        data = Unwrap(data);
        if (depth == 0)
            return null;
        switch (data)
        {
            case IFieldReferenceOperation { Instance: { } instance } field when _types.IsPart(field, out var isTest):
                return SplitOf(instance, depth - 1) is { } split ? new DataOrigin(split, field, isTest) : null;
            case IInvocationOperation call when _types.IsRowOperation(call, out var rows, out var chooses):
                return OriginOf(rows, depth - 1)?.Rows(chooses);
            case IInvocationOperation call when _types.IsTransform(call, out var transformer, out var input):
                var fits = PartsOf(transformer, _types.IsTransformer).Where(IsFit).Select(fit => fit.Syntax);
                return OriginOf(input, depth - 1)?.After(fits);
            default:
                return ValueOf(data) is { } value ? OriginOf(value, depth - 1) : null;
        }
    }

    private Split? SplitOf(IOperation expression, int depth)
    {
        expression = Unwrap(expression);
        if (depth == 0)
            return null;
        if (expression is IInvocationOperation call && _types.IsTrainTestSplit(call))
        {
            var data = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
            return data is null ? null : new Split(call, data);
        }

        return ValueOf(expression) is { } value ? SplitOf(value, depth - 1) : null;
    }

    /// <summary>What an appended chain, a local or a field is made of; each part once.</summary>
    private IEnumerable<IOperation> PartsOf(IOperation whole, Func<ITypeSymbol?, bool> isPart)
    {
        var seen = new HashSet<SyntaxNode>();
        var open = new Stack<IOperation>();
        open.Push(whole);
        while (open.Count > 0)
        {
            var part = Unwrap(open.Pop());
            if (!seen.Add(part.Syntax))
                continue;
            if (part is IInvocationOperation call && (_types.IsAppend(call) || _types.IsChangeOfThreshold(call)))
            {
                foreach (var operand in call.Arguments.Select(argument => argument.Value))
                {
                    if (isPart(Unwrap(operand).Type))
                        open.Push(operand);
                }

                if (call.Instance is { } instance && isPart(instance.Type))
                    open.Push(instance);
            }
            else if (part is IFieldReferenceOperation { Instance: { } chain } field && _types.IsLastTransformer(field))
            {
                open.Push(chain);
            }
            else if (ValueOf(part) is { } value)
            {
                open.Push(value);
            }
            else
            {
                yield return part;
            }
        }
    }

    private IOperation? ValueOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => _values.Of(local),
        IFieldReferenceOperation field => SingleValues.Of(field),
        _ => null,
    };

    private bool IsFit(IOperation operation) =>
        operation is IInvocationOperation call && _types.IsFit(call, out _, out _);

    private IEnumerable<Evaluation> FindEvaluations()
    {
        foreach (var call in _blocks.SelectMany(block => block.DescendantsAndSelf()).OfType<IInvocationOperation>())
        {
            if (_types.IsEvaluate(call, out var data) && OriginOf(data) is { } origin)
                yield return new Evaluation(call, origin);
        }
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
