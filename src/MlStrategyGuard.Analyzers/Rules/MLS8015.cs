using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8015: code awaits while a scope keeps gradients from being recorded. The switch belongs to the thread: what comes
/// after may run on another one, and the scope's end then sets the switch there.
/// </summary>
internal sealed class MLS8015 : CodeRule
{
    public MLS8015()
        : base(
            "MLS8015",
            "`{0}` waits inside the scope of `{1}` at line {2}. Whether gradients are recorded belongs to the thread, and what comes after may run on another one. Await before the scope or after it.",
            "libtorch keeps the switch per thread: after the wait gradients may be recorded, and the first thread may stay without them, where training then learns nothing.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var off in context.Trace.All<RecordingEvent>())
        {
            foreach (var wait in ScopeOf(off.Node).SelectMany(AwaitsIn))
            {
                if (context.Flow.Compilation.OperationOf(wait) is not { } operation)
                    continue;
                var place = new Place(operation, off.Site, CodeContext.RootOf(off.Site));
                context.Report(
                    place, [off.Node], null, CodeContext.Quote(wait), CodeContext.NameOf(off.Site), CodeContext.Line(off.Node, wait));
            }
        }
    }

    /// <summary>The statements that a using holds the scope open for; none where it is held otherwise.</summary>
    private static IEnumerable<SyntaxNode> ScopeOf(SyntaxNode call)
    {
        if (call.Parent is UsingStatementSyntax whole)
            return [whole.Statement];
        if (call.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } })
            return [];
        if (declaration.Parent is UsingStatementSyntax named)
            return [named.Statement];
        return declaration.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, Parent: BlockSyntax block } local
            ? block.Statements.SkipWhile(statement => statement != local).Skip(1)
            : [];
    }

    private static IEnumerable<AwaitExpressionSyntax> AwaitsIn(SyntaxNode code) =>
        code.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<AwaitExpressionSyntax>();
}
