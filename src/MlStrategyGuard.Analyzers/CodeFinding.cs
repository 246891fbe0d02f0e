using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers;

/// <summary>Something that a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where to look first.</param>
/// <param name="Others">The other places that the finding rests on.</param>
/// <param name="Arguments">What the message's format takes.</param>
/// <param name="Properties">What a code fix needs.</param>
/// <param name="Root">The code that reports the finding.</param>
internal sealed record CodeFinding(
    DiagnosticDescriptor Rule,
    Location Location,
    ImmutableArray<Location> Others,
    object[] Arguments,
    ImmutableDictionary<string, string?> Properties,
    Location Root)
{
    /// <summary>How much it weighs; the rule's own weight unless the rule says otherwise.</summary>
    public DiagnosticSeverity Severity { get; init; } = Rule.DefaultSeverity;

    /// <summary>The finding as the compiler takes it.</summary>
    public Diagnostic ToDiagnostic() => Severity == Rule.DefaultSeverity
        ? Diagnostic.Create(Rule, Location, Others, Properties, Arguments)
        : Diagnostic.Create(Rule, Location, Severity, Others, Properties, Arguments);
}
