using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// A rule on training code: a pure function of what the code does with data, models and metrics. To add one, write
/// its file, list it in <see cref="CodeRules"/>, in the rule catalogue and in AnalyzerReleases.Unshipped.md, and give
/// it a page and tests.
/// </summary>
internal abstract class CodeRule
{
    /// <param name="id">The rule's number.</param>
    /// <param name="message">The message's format.</param>
    /// <param name="description">Why it matters.</param>
    protected CodeRule(string id, string message, string description)
    {
        var info = RuleCatalogue.Get(id);
#pragma warning disable RS1033, RS1032, RS2000 // Said here for all rules at once; the tests compare with the catalogue and the releases.
        Descriptor = new DiagnosticDescriptor(
            id, info.Title, message, "MlStrategy", Weight(info.DefaultSeverity), isEnabledByDefault: true, description, RuleCatalogue.HelpFor(id));
#pragma warning restore RS1033, RS1032, RS2000
    }

    /// <summary>The rule's number, title, severity and message.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports what the rule finds.</summary>
    public abstract void Check(CodeContext context);

    private static DiagnosticSeverity Weight(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
