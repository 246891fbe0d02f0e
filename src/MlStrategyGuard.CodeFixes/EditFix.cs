using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using MlStrategyGuard.Analyzers;

namespace MlStrategyGuard.CodeFixes;

/// <summary>Offers the fix that a rule worked out together with its finding.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        CodeRules.All.Select(rule => rule.Descriptor.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var changes = Edits.Read(diagnostic.Properties, diagnostic.Location.SourceSpan);
            if (changes.IsEmpty || changes.Any(change => change.Span.Start < 0 || change.Span.End > text.Length))
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    diagnostic.Properties[Edits.TitleKey]!,
                    _ => Task.FromResult(context.Document.WithText(text.WithChanges(changes))),
                    diagnostic.Id),
                diagnostic);
        }
    }
}
