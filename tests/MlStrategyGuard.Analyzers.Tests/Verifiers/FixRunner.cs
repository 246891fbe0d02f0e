using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>Applies a code fix, one diagnostic after the other or all at once.</summary>
internal sealed class FixRunner(DiagnosticAnalyzer analyzer, CodeFixProvider fix)
{
    /// <summary>Fixes the first fixable diagnostic until none is left.</summary>
    /// <exception cref="VerificationException">A fix left its diagnostic standing.</exception>
    public async Task<Document> OneByOneAsync(Document document)
    {
        while (true)
        {
            var diagnostics = await FixableAsync(document);
            var action = await FirstActionAsync(document, diagnostics);
            if (action is null)
                return document;

            document = await ApplyAsync(document, action);
            var left = (await FixableAsync(document)).Length;
            if (left >= diagnostics.Length)
                throw new VerificationException(
                    $"There were {diagnostics.Length} diagnostics before the fix and {left} after it:\n"
                    + await TextAsync(document));
        }
    }

    /// <summary>Fixes everything in the document by the fix-all provider; the document itself when nothing is fixable.</summary>
    /// <exception cref="VerificationException">There is no fix-all, or an action has no equivalence key.</exception>
    public async Task<Document> AllAtOnceAsync(Document document)
    {
        var provider = fix.GetFixAllProvider()
            ?? throw new VerificationException("The fix has no FixAllProvider.");
        var first = await FirstActionAsync(document, await FixableAsync(document));
        if (first is null)
            return document;
        if (first.EquivalenceKey is null)
            throw new VerificationException("The fix's action has no equivalence key.");

        var context = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            first.EquivalenceKey,
            fix.FixableDiagnosticIds,
            new Diagnostics(this),
            default);
        var action = await provider.GetFixAsync(context)
            ?? throw new VerificationException("The FixAllProvider offers no action.");
        return await ApplyAsync(document, action);
    }

    public static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString();

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Document document) =>
    [
        .. (await TestProject.DiagnoseAsync(document, analyzer))
            .Where(found => fix.FixableDiagnosticIds.Contains(found.Id))
    ];

    private async Task<CodeAction?> FirstActionAsync(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var actions = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
            if (actions.Count > 0)
                return actions[0];
        }

        return null;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetDocument(document.Id)!;
    }

    private sealed class Diagnostics(FixRunner runner) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) => await runner.FixableAsync(document);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) => await runner.FixableAsync(project.Documents.Single());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
