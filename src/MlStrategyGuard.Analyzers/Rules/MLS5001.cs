using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5001: an estimator is fitted on the test part of a split, and what it made is then scored on that same part.
/// A last refit after which nothing is scored is no finding, and neither is a model that is scored on other rows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MLS5001 : CodeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MLS5001";

    private const int LongestQuote = 60;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Estimator is fitted on the test set",
        "`{0}` is the test part of the split at line {1}; `{2}` learns from it, "
            + "so the score at line {3} is not a test score. Fit on {4}.",
        "MlStrategy",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The test set is looked at once, at the end. "
            + "A model that was fitted on it reports its training error as its test error.",
        helpLinkUri: RuleCatalogue.HelpFor(Id));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    private protected override void AnalyzeCompilation(CompilationStartAnalysisContext context, MLNetTypes types) =>
        context.RegisterOperationBlockStartAction(block =>
        {
            var flow = new Lazy<MemberFlow>(() => new MemberFlow(types, block.OperationBlocks));
            block.RegisterOperationAction(call => Analyze(call, types, flow), OperationKind.Invocation);
        });

    private static void Analyze(OperationAnalysisContext context, MLNetTypes types, Lazy<MemberFlow> flow)
    {
        var fit = (IInvocationOperation)context.Operation;
        if (types.IsFit(fit, out var estimator, out var data)
            && flow.Value.OriginOf(data) is { IsTest: true } origin
            && flow.Value.IsTestSplit(origin.Split)
            && FindScore(fit, estimator, origin, flow.Value) is { } score)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                data.Syntax.GetLocation(),
                ImmutableArray.Create(origin.Split.Syntax.GetLocation()),
                Quote(data.Syntax),
                Line(origin.Split.Syntax),
                NameOf(estimator, fit),
                Line(score.Call.Syntax),
                TrainingPart(origin)));
        }
    }

    /// <summary>The first score of the fitted model on rows that it was fitted on; null when there is none.</summary>
    private static Evaluation? FindScore(
        IInvocationOperation fit, IOperation estimator, DataOrigin fitted, MemberFlow flow)
    {
        var scores = flow.Evaluations
            .Where(score => score.Data.Split.Syntax == fitted.Split.Syntax
                && score.Data.Models.Any(model => model.Fit == fit.Syntax)
                && MemberFlow.FunctionOf(score.Call) == MemberFlow.FunctionOf(fit))
            .ToList();

        // Scored on both parts of a split whose parts may be swapped: this score is the training error of an
        // error ladder, and the other one is the honest one.
        if (fitted.Split.HalvesMayBeSwapped && scores.Any(score => !score.Data.IsTest))
            return null;

        var learns = flow.Learns(estimator);
        return scores.FirstOrDefault(score =>
            score.Data.IsTest
            && !(fitted.SomeRows && score.Data.SomeRows)
            && (learns ?? score.Data.Models.Any(model => model.Fit == fit.Syntax && model.IsLast)));
    }

    private static string TrainingPart(DataOrigin origin) =>
        origin.Part.Instance is ILocalReferenceOperation or IFieldReferenceOperation
            ? $"`{Quote(origin.Part.Instance.Syntax)}.TrainSet`"
            : "the training part of that split";

    private static string NameOf(IOperation estimator, IInvocationOperation fit)
    {
        var name = Quote(estimator.Syntax);
        return name.Length <= LongestQuote - 4 ? $"{name}.{fit.TargetMethod.Name}" : fit.TargetMethod.Name;
    }

    /// <summary>The user's own words, on one line.</summary>
    private static string Quote(SyntaxNode node)
    {
        var words = node.ToString().Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(" ", words);
        return text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote - 1) + "…";
    }

    private static string Line(SyntaxNode node) =>
        (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
}
