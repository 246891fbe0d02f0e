using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8004: a loop evaluates a network while gradients are surely recorded.
/// A loop that mentions gradients in any way is no finding: an attack on a network, a map of what it looks at.
/// </summary>
internal sealed class MLS8004 : CodeRule
{
    public MLS8004()
        : base(
            "MLS8004",
            "`{0}` evaluates and records what gradients would need, which nothing computes here: time and memory for nothing. Put the loop into `using (torch.no_grad())`.",
            "An evaluation that costs less is run more often.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var forward in context.Trace.All<ForwardEvent>())
        {
            if (!forward.IsRecorded || !IsEvaluation(forward, context)
                || TrainingLoop.Around(forward.Site).FirstOrDefault() is not { } loop || loop.EntryOf(forward.Site) != forward.Node
                || NeedsGradients(loop, context.Trace) || !reported.Add(loop.Statement))
            {
                continue;
            }

            var place = CodeContext.PlaceOf(forward.Site);
            context.Report(place, System.Array.Empty<SyntaxNode>(), Fix(loop.Statement, context), CodeContext.NameOf(forward.Site));
        }
    }

    /// <summary>In evaluation mode, or in training mode by mistake, which other rules say.</summary>
    private static bool IsEvaluation(ForwardEvent forward, CodeContext context) =>
        forward.Mode.Alternatives.All(mode => mode is Mode { IsTraining: false, SetAt: not null }) || MLS8002.Reason(forward, context) is not null
        || MLS8009.Loading(forward, context) is not null;

    private static bool NeedsGradients(TrainingLoop loop, Trace trace) =>
        trace.All<BackwardEvent>().Any(backward => loop.Contains(backward.Site))
        || trace.All<StepEvent>().Any(step => loop.Contains(step.Site))
        || (TrainingLoop.FunctionOf(loop.Statement) ?? loop.Statement).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsOfGradients(name.Identifier.ValueText) && !Trains(name, loop));

    private static bool IsOfGradients(string word) => word.IndexOf("grad", StringComparison.OrdinalIgnoreCase) >= 0 || word == "backward";

    /// <summary>In another loop of the function, which trains.</summary>
    private static bool Trains(SyntaxNode name, TrainingLoop loop) =>
        name.Ancestors().TakeWhile(node => !node.Span.Contains(loop.Statement.Span)).Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax);

    private static Edits? Fix(StatementSyntax loop, CodeContext context)
    {
        if (Statements.ListOf(loop) is null)
            return null;
        var torch = context.Flow.Compilation.ModelOf(loop.SyntaxTree).LookupSymbols(loop.SpanStart, name: "torch").Any(symbol => symbol is INamedTypeSymbol { ContainingNamespace.Name: "TorchSharp" })
            ? "torch" : "TorchSharp.torch";
        return new Edits("Evaluate without gradients").InsertBefore(loop, $"using ({torch}.no_grad())");
    }
}
