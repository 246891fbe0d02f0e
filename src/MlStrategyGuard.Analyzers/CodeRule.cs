using Microsoft.CodeAnalysis.Diagnostics;

namespace MlStrategyGuard.Analyzers;

/// <summary>A rule on code that uses ML.NET. It costs nothing in a compilation that doesn't reference ML.NET.</summary>
public abstract class CodeRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (MLNetTypes.In(start.Compilation) is { } types)
                AnalyzeCompilation(start, types);
        });
    }

    /// <summary>Registers the rule's actions for one compilation, whose ML.NET types are looked up already.</summary>
    private protected abstract void AnalyzeCompilation(CompilationStartAnalysisContext context, MLNetTypes types);
}
