using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8005: what no_grad or inference_mode gives is never disposed. It acts when it is made and has no finalizer
/// (TorchSharp's AutoGradMode), so gradients stay off on that thread for good. Where nothing in the project trains,
/// that does no harm yet, and the finding only informs.
/// </summary>
internal sealed class MLS8005 : CodeRule
{
    public MLS8005()
        : base(
            "MLS8005",
            "`{0}` switches gradients off and nothing ever disposes what it gives: they stay off on this thread, and later training learns nothing. Write `using var {1} = {0};`.",
            "In Python the with block ends the scope; in C# only Dispose does.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var off in context.Trace.All<RecordingEvent>())
        {
            if (!IsNeverDisposed(off.Node))
                continue;
            var name = off.Node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } ? local.Identifier.ValueText : NewName(off.Node);
            context.Report(
                CodeContext.PlaceOf(off.Site),
                [],
                Fix(off.Node, name),
                context.Flow.Compilation.IsCalled("backward") ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
                CodeContext.Quote(off.Node),
                name);
        }
    }

    /// <summary>Whether the scope that a call opens is surely never closed.</summary>
    public static bool IsNeverDisposed(SyntaxNode call) => call.Parent switch
    {
        ExpressionStatementSyntax => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } assignment =>
            !IsTaken("_", assignment),
        EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } } local,
        } => !IsMentioned(local),
        _ => false,
    };

    private static bool IsMentioned(VariableDeclaratorSyntax local) =>
        Scope(local).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Identifier.ValueText);

    /// <summary>The outermost function around a place, or the program's statements.</summary>
    private static SyntaxNode Scope(SyntaxNode place) =>
        place.Ancestors().LastOrDefault(node => node is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax)
        ?? place.SyntaxTree.GetRoot();

    private static string NewName(SyntaxNode place) =>
        new[] { "_", "noGrad", "gradientsOff" }.FirstOrDefault(name => !IsTaken(name, place)) ?? "gradientScope";

    /// <summary>Whether a name means something in the block of a place, in one around it or in one inside of it.</summary>
    private static bool IsTaken(string name, SyntaxNode place)
    {
        var statement = place.FirstAncestorOrSelf<StatementSyntax>()!;
        var block = BlockOf(statement);
        return Scope(place).DescendantTokens().Any(token => token.ValueText == name
            && token.Parent is not (MemberAccessExpressionSyntax or ArgumentSyntax)
            && !statement.Span.Contains(token.Span)
            && BlockOf(token.Parent!) is var other && (other == block || other?.Contains(block) != false || block?.Contains(other) != false));
    }

    private static SyntaxNode? BlockOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(outer => outer is BlockSyntax);

    /// <summary>Ends the scope with its block, unless the block trains behind it.</summary>
    private static Edits? Fix(SyntaxNode call, string name)
    {
        var statement = call.FirstAncestorOrSelf<StatementSyntax>()!;
        if (Statements.ListOf(statement) is not { } block
            || block.DescendantTokens().Any(token => token.SpanStart > call.SpanStart && token.ValueText == "backward")
            || IsSecond(statement))
        {
            return null;
        }

        var edits = new Edits("Dispose it at the end of the block");
        return statement is LocalDeclarationStatementSyntax
            ? edits.Replace(call.SyntaxTree, new(statement.SpanStart, 0), "using ")
            : edits.Replace(call.SyntaxTree, new(statement.SpanStart, call.SpanStart - statement.SpanStart), $"using var {name} = ");
    }

    /// <summary>An earlier statement of the block, or of one around it, opens a scope already.</summary>
    private static bool IsSecond(StatementSyntax statement) =>
        statement.AncestorsAndSelf().Any(node => node.Parent is BlockSyntax block
            && block.Statements.TakeWhile(other => other != node).Any(other => other is ExpressionStatementSyntax or LocalDeclarationStatementSyntax
                && other.GetLastToken().GetPreviousToken().GetPreviousToken().GetPreviousToken().ValueText is "no_grad" or "inference_mode"));
}
