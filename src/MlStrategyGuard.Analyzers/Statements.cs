using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MlStrategyGuard.Analyzers;

/// <summary>Changes of whole statements, for fixes.</summary>
internal static class Statements
{
    /// <summary>The statement that a call alone makes, in a block or at a program's top level; null when it stands elsewhere.</summary>
    public static ExpressionStatementSyntax? Of(SyntaxNode call) =>
        call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement ? statement : null;

    /// <summary>The block that a statement is in; null when it is in none.</summary>
    public static SyntaxNode? ListOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block,
        GlobalStatementSyntax global => global.Parent,
        _ => null,
    };

    /// <summary>What names the receiver of a call, when it is only names and so means the same elsewhere in the function.</summary>
    public static string? ReceiverOf(SyntaxNode call)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
            return null;
        return IsNames(receiver) ? receiver.ToString() : null;
    }

    /// <summary>Whether what a call is made on already has its value at an earlier statement of the function.</summary>
    public static bool IsKnownAt(SyntaxNode call, StatementSyntax statement, CodeContext context)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
            return false;
        while (receiver is MemberAccessExpressionSyntax access)
            receiver = access.Expression;
        return context.Flow.Compilation.ModelOf(call.SyntaxTree).GetSymbolInfo(receiver).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.All(declaration => declaration.Span.End <= statement.SpanStart);
    }

    /// <summary>Puts a statement in front of another one, on a line of its own where that one has its own.</summary>
    public static Edits InsertBefore(this Edits edits, StatementSyntax statement, string text) =>
        edits.Replace(statement.SyntaxTree, new TextSpan(statement.SpanStart, 0), text + Gap(statement));

    /// <summary>Puts a statement behind another one.</summary>
    public static Edits InsertAfter(this Edits edits, StatementSyntax statement, string text) =>
        edits.Replace(statement.SyntaxTree, new TextSpan(statement.Span.End, 0), Gap(statement) + text);

    /// <summary>Takes a statement out, with its line when nothing else stands there.</summary>
    public static Edits Remove(this Edits edits, StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var isAlone = line.Span.Contains(statement.Span) && text.ToString(line.Span).Trim().Length == statement.Span.Length;
        var end = statement.Span.End;
        while (!isAlone && end < text.Length && text[end] == ' ')
            end++;
        return edits.Replace(statement.SyntaxTree, isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(statement.SpanStart, end), "");
    }

    private static bool IsNames(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsNames(access.Expression),
        _ => false,
    };

    /// <summary>What stands between statements in this place: a line break and the indentation, or a space.</summary>
    private static string Gap(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        var before = text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        if (before.Trim().Length > 0)
            return " ";
        var end = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        return (end.Length == 0 ? "\n" : end) + before;
    }
}
