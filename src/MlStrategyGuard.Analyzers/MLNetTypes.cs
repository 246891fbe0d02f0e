using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// The types of ML.NET in one compilation, and what calls of their members mean. Types are bound by metadata name
/// and must come from an assembly of ML.NET, so that look-alikes in the user's own code mean nothing.
/// </summary>
internal sealed class MLNetTypes
{
    private static readonly ImmutableHashSet<string> RowChoosers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "TakeRows", "SkipRows", "BootstrapSample",
        "FilterRowsByColumn", "FilterRowsByKeyColumnFraction", "FilterRowsByMissingValues");

    private static readonly ImmutableHashSet<string> RowKeepers = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Cache", "ShuffleRows");

    // Learn nothing although they don't derive from TrivialEstimator: their output depends on no other row.
    private static readonly ImmutableHashSet<string> Stateless = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "ColumnConcatenatingEstimator", "HashingEstimator", "OneHotHashEncodingEstimator", "NgramHashingEstimator",
        "WordEmbeddingEstimator", "ExpressionEstimator", "MissingValueReplacingEstimator");

    private readonly INamedTypeSymbol _dataView;
    private readonly INamedTypeSymbol _estimator;
    private readonly INamedTypeSymbol _transformer;
    private readonly INamedTypeSymbol _dataOperations;
    private readonly INamedTypeSymbol _trainTestData;
    private readonly INamedTypeSymbol _trainCatalog;
    private readonly INamedTypeSymbol? _trivialEstimator;
    private readonly INamedTypeSymbol? _estimatorChain;
    private readonly INamedTypeSymbol? _transformerChain;
    private readonly INamedTypeSymbol? _pipelineExtensions;

    private MLNetTypes(
        INamedTypeSymbol dataView,
        INamedTypeSymbol estimator,
        INamedTypeSymbol transformer,
        INamedTypeSymbol dataOperations,
        INamedTypeSymbol trainTestData,
        INamedTypeSymbol trainCatalog,
        Func<string, INamedTypeSymbol?> find)
    {
        _dataView = dataView;
        _estimator = estimator;
        _transformer = transformer;
        _dataOperations = dataOperations;
        _trainTestData = trainTestData;
        _trainCatalog = trainCatalog;
        _trivialEstimator = find("Microsoft.ML.Data.TrivialEstimator`1");
        _estimatorChain = find("Microsoft.ML.Data.EstimatorChain`1");
        _transformerChain = find("Microsoft.ML.Data.TransformerChain`1");
        _pipelineExtensions = find("Microsoft.ML.LearningPipelineExtensions");
    }

    /// <summary>The types in <paramref name="compilation"/>; null when it doesn't reference ML.NET.</summary>
    public static MLNetTypes? In(Compilation compilation)
    {
        return Find("Microsoft.ML.IDataView") is { } dataView
            && Find("Microsoft.ML.IEstimator`1") is { } estimator
            && Find("Microsoft.ML.ITransformer") is { } transformer
            && Find("Microsoft.ML.DataOperationsCatalog") is { } dataOperations
            && Find("Microsoft.ML.DataOperationsCatalog+TrainTestData") is { } trainTestData
            && Find("Microsoft.ML.TrainCatalogBase") is { } trainCatalog
                ? new MLNetTypes(dataView, estimator, transformer, dataOperations, trainTestData, trainCatalog, Find)
                : null;

        INamedTypeSymbol? Find(string name)
        {
            var type = compilation.GetTypeByMetadataName(name);
            return type is not null && IsFromMLNet(type) ? type : null;
        }
    }

    /// <summary>A call of an estimator's Fit: its receiver and the data that it learns from.</summary>
    public bool IsFit(IInvocationOperation call, out IOperation estimator, out IOperation data) =>
        IsDataCall(call, "Fit", out estimator, out data) && IsEstimator(call.TargetMethod.ContainingType);

    /// <summary>A call of a transformer's Transform: its receiver and the data that goes in.</summary>
    public bool IsTransform(IInvocationOperation call, out IOperation transformer, out IOperation data) =>
        IsDataCall(call, "Transform", out transformer, out data)
        && IsOrImplements(call.TargetMethod.ContainingType, _transformer);

    /// <summary>A call of a task catalogue's Evaluate or EvaluateNonCalibrated, and the scored data that goes in.</summary>
    public bool IsEvaluate(IInvocationOperation call, out IOperation data)
    {
        data = call;
        return call.TargetMethod.Name.StartsWith("Evaluate", StringComparison.Ordinal)
            && DerivesFrom(call.TargetMethod.ContainingType, _trainCatalog)
            && FirstDataArgument(call, out data);
    }

    /// <summary>A call of TrainTestSplit.</summary>
    public bool IsTrainTestSplit(IInvocationOperation call) =>
        call.TargetMethod.Name == "TrainTestSplit" && Same(call.TargetMethod.ContainingType, _dataOperations);

    /// <summary>The field TrainSet or TestSet of a split.</summary>
    public bool IsPart(IFieldReferenceOperation field, out bool isTest)
    {
        isTest = field.Field.Name == "TestSet";
        return (isTest || field.Field.Name == "TrainSet") && Same(field.Field.ContainingType, _trainTestData);
    }

    /// <summary>A data operation whose output holds rows of its input: all of them, or some when it chooses.</summary>
    public bool IsRowOperation(IInvocationOperation call, out IOperation data, out bool chooses)
    {
        data = call;
        chooses = RowChoosers.Contains(call.TargetMethod.Name);
        return (chooses || RowKeepers.Contains(call.TargetMethod.Name))
            && Same(call.TargetMethod.ContainingType, _dataOperations)
            && FirstDataArgument(call, out data);
    }

    /// <summary>Append on a pipeline of estimators or on one of transformers, as a member or as an extension.</summary>
    public bool IsAppend(IInvocationOperation call) =>
        call.TargetMethod.Name is "Append" or "AppendCacheCheckpoint" or "WithOnFitDelegate" or "GetModelFor"
        && IsPipelineType(call.TargetMethod.ContainingType);

    /// <summary>A call that takes a model and gives the same model with another threshold.</summary>
    public bool IsChangeOfThreshold(IInvocationOperation call) =>
        call.TargetMethod.Name == "ChangeModelThreshold" && DerivesFrom(call.TargetMethod.ContainingType, _trainCatalog);

    /// <summary>The field LastTransformer of a chain of transformers.</summary>
    public bool IsLastTransformer(IFieldReferenceOperation field) =>
        field.Field.Name == "LastTransformer" && Same(field.Field.ContainingType, _transformerChain);

    /// <summary>Whether <paramref name="type"/> is, or implements, IEstimator.</summary>
    public bool IsEstimator(ITypeSymbol? type) => IsOrImplements(type, _estimator);

    /// <summary>Whether <paramref name="type"/> is ITransformer or implements it.</summary>
    public bool IsTransformer(ITypeSymbol? type) => IsOrImplements(type, _transformer);

    /// <summary>
    /// Whether an estimator of this static type learns from the rows that it is fitted on: true or false for a class
    /// of ML.NET, null when the type doesn't tell (an interface, a chain, a class of the user's).
    /// </summary>
    public bool? Learns(ITypeSymbol? type)
    {
        if (DerivesFrom(type, _trivialEstimator))
            return false;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named
            || Same(named, _estimatorChain)
            || !IsFromMLNet(named))
        {
            return null;
        }

        return !Stateless.Contains(named.Name);
    }

    private static bool IsFromMLNet(INamedTypeSymbol type)
    {
        var assembly = type.ContainingAssembly.Name;
        return assembly == "Microsoft.ML" || assembly.StartsWith("Microsoft.ML.", StringComparison.Ordinal);
    }

    private bool IsPipelineType(INamedTypeSymbol type) =>
        Same(type, _estimatorChain) || Same(type, _transformerChain) || Same(type, _pipelineExtensions);

    private bool IsDataCall(IInvocationOperation call, string name, out IOperation receiver, out IOperation data)
    {
        receiver = data = call;
        if (call.TargetMethod.Name != name || call.Instance is null || !FirstDataArgument(call, out data))
            return false;
        receiver = call.Instance;
        return true;
    }

    private bool FirstDataArgument(IInvocationOperation call, out IOperation data)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0 } first && Same(first.Type, _dataView))
            {
                data = argument.Value;
                return true;
            }
        }

        data = call;
        return false;
    }

    private static bool IsOrImplements(ITypeSymbol? type, INamedTypeSymbol wanted) =>
        Same(type, wanted) || type?.AllInterfaces.Any(implemented => Same(implemented, wanted)) == true;

    private static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Same(type, wanted))
                return true;
        }

        return false;
    }

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? wanted) =>
        wanted is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, wanted);
}
