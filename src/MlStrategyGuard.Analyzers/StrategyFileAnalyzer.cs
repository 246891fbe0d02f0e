using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// Shows the strategy file's own findings while it is edited. Only in the IDE, where design-time builds switch it on;
/// in a build the MSBuild task reports them, with those that need data. Neither reads a file nor looks at the clock:
/// waivers count as unexpired here.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrategyFileAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key of the .globalconfig that the package adds in design-time builds.</summary>
    public const string LiveFindingsKey = "mlstrategyguard_live_findings";

    /// <summary>The metadata by which the package marks a project's strategy file, whatever its name.</summary>
    public const string StrategyFileKey = "build_metadata.AdditionalFiles.MlStrategyGuard";

    private const string DefaultName = "mlstrategy.yaml";

    private const string FirstOnCode = "MLS5";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = DescribeAll();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var options = start.Options.AnalyzerConfigOptionsProvider;
            if (IsTrue(options.GlobalOptions, LiveFindingsKey))
                start.RegisterAdditionalFileAction(Check);
        });
    }

    private void Check(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!IsStrategyFile(file, context.Options.AnalyzerConfigOptionsProvider)
            || file.GetText(context.CancellationToken) is not { } text)
            return;

        var (strategy, reading) = StrategyReader.Read(text.ToString());
        foreach (var finding in Judgement.Of(strategy, reading, Evidence.None, DateTime.MinValue).Findings)
        {
            if (SupportedDiagnostics.FirstOrDefault(known => known.Id == finding.Id) is { } descriptor)
                context.ReportDiagnostic(Diagnostic.Create(
                    descriptor, Place(file.Path, text, finding.Span), Weight(finding.Severity), null, null, finding.Message));
        }
    }

    /// <summary>Whether an additional file is the project's strategy file.</summary>
    internal static bool IsStrategyFile(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        IsTrue(options.GetOptions(file), StrategyFileKey)
        || string.Equals(Path.GetFileName(file.Path), DefaultName, StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Our places count from 1, Roslyn's from 0; both are held inside the text.</summary>
    internal static Location Place(string path, SourceText text, SourceSpan span)
    {
        var start = Position(text, span.Line, span.Column);
        var end = Math.Max(start, Position(text, span.EndLine, span.EndColumn));
        var place = TextSpan.FromBounds(start, end);
        return Location.Create(path, place, text.Lines.GetLinePositionSpan(place));
    }

    private static int Position(SourceText text, int line, int column)
    {
        var known = text.Lines[Math.Max(0, Math.Min(line - 1, text.Lines.Count - 1))];
        return Math.Max(known.Start, Math.Min(known.Start + column - 1, known.End));
    }

    // By number, not from the list of the rules: every compilation asks for these, and that list loads every rule.
    private static ImmutableArray<DiagnosticDescriptor> DescribeAll()
    {
        var descriptors = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (var rule in RuleCatalogue.All)
        {
            if (string.CompareOrdinal(rule.Id, FirstOnCode) < 0)
                descriptors.Add(Describe(rule));
        }

        return descriptors.ToImmutable();
    }

    private static DiagnosticDescriptor Describe(RuleInfo rule) => new(
        rule.Id, rule.Title, "{0}", "MlStrategy", Weight(rule.DefaultSeverity), isEnabledByDefault: true,
        helpLinkUri: RuleCatalogue.HelpFor(rule.Id));

    private static DiagnosticSeverity Weight(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
