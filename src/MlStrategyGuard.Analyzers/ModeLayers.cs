using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Whether a network computes something else in training mode than in evaluation mode.</summary>
internal static class ModeLayers
{
    // The layers and functions of TorchSharp that look at the mode, and the property itself.
    private static readonly HashSet<string> Dependent = new(StringComparer.Ordinal)
    {
        "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d",
        "RReLU", "dropout", "dropout1d", "dropout2d", "dropout3d", "alpha_dropout", "feature_alpha_dropout", "rrelu", "batch_norm",
        "Transformer", "TransformerEncoderLayer", "TransformerDecoderLayer", "training",
    };

    // Layers whose options decide.
    private static readonly HashSet<string> Undecided = new(StringComparer.Ordinal)
    {
        "RNN", "LSTM", "GRU", "MultiheadAttention", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "scaled_dot_product_attention",
    };

    /// <summary>True if it surely does, false if it surely doesn't, null if that isn't known.</summary>
    public static bool? In(Instance module, CompilationFlow flow)
    {
        if (!module.Type.DeclaringSyntaxReferences.IsEmpty)
        {
            // What a parameter or field brings may derive from its declared type.
            var found = Of(module.Type, flow, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));
            return found == false && module.Origin is not Site && !module.Type.IsSealed && module.Type.IsAbstract ? null : found;
        }

        return module.Origin is Site site ? OfCode(site.Node, flow, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default)) : null;
    }

    private static bool? Of(ITypeSymbol type, CompilationFlow flow, HashSet<ITypeSymbol> seen)
    {
        var result = (bool?)false;
        for (var known = type; known is { DeclaringSyntaxReferences.IsEmpty: false } && seen.Add(known.OriginalDefinition); known = known.BaseType)
        {
            foreach (var reference in known.DeclaringSyntaxReferences)
                result = Either(result, OfCode(reference.GetSyntax(), flow, seen));

            // Whatever the constructor gets may depend on the mode.
            if (known is INamedTypeSymbol named && named.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                .Any(parameter => flow.Catalogue.KindOf(parameter.Type) == ValueKind.Module))
            {
                result = Either(result, null);
            }
        }

        return result;
    }

    private static bool? OfCode(SyntaxNode code, CompilationFlow flow, HashSet<ITypeSymbol> seen)
    {
        var result = (bool?)false;
        foreach (var node in code.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var word })
                result = Dependent.Contains(word) ? true : Either(result, Undecided.Contains(word) ? null : false);
            else if (node is BaseObjectCreationExpressionSyntax && flow.ModelOf(node.SyntaxTree).GetTypeInfo(node).Type is { } made && flow.Catalogue.KindOf(made) == ValueKind.Module)
                result = Either(result, made.DeclaringSyntaxReferences.IsEmpty ? made.Name is "Sequential" or "ModuleList" ? false : null : Of(made, flow, seen));
            else if (node is InvocationExpressionSyntax && flow.ModelOf(node.SyntaxTree).GetSymbolInfo(node).Symbol is IMethodSymbol called)
                result = Either(result, OfCall(called, code, flow));
            if (result == true)
                return true;
        }

        return result;
    }

    private static bool? OfCall(IMethodSymbol called, SyntaxNode code, CompilationFlow flow)
    {
        if (flow.Catalogue.KindOf(called.ReturnType) != ValueKind.Module)
            return false;
        if (called.ContainingType.Name == "models")
            return true;

        // A network that another class or another assembly makes.
        return called.DeclaringSyntaxReferences.IsEmpty
            ? called.ContainingType.Name is "nn" or "ModuleExtensionMethods" or "Module" or "Sequential" or "ModuleList" ? false : null
            : called.DeclaringSyntaxReferences.All(reference => code.SyntaxTree == reference.SyntaxTree && code.Span.Contains(reference.Span)) ? false : null;
    }

    private static bool? Either(bool? one, bool? other) => one == true || other == true ? true : one is null || other is null ? null : false;
}
