using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>A model that data went through, known by the call of Fit that made it.</summary>
internal readonly struct FittedModel
{
    public FittedModel(SyntaxNode fit, bool isLast)
    {
        Fit = fit;
        IsLast = isLast;
    }

    /// <summary>The call of Fit.</summary>
    public SyntaxNode Fit { get; }

    /// <summary>It was the last one that the data went through, the one that gave the score.</summary>
    public bool IsLast { get; }
}
