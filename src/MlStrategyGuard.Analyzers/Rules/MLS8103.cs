using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8103: the turns of a loop differ by a seed only, and the model with the best score survives. Scores that are averaged
/// or printed, loops in which settings change too, and restarts of a clustering are no finding.
/// </summary>
internal sealed class MLS8103 : CodeRule
{
    public MLS8103()
        : base(
            "MLS8103",
            "`{0}` keeps the best of several seeds: `{1}` at line {2} draws anew at each turn, and nothing else changes. The difference is luck on the rows that measure it. "
                + "Report the mean over seeds, and fix one.",
            "Chance differs from seed to seed. The best of ten seeds is ten looks at one set, and on new rows it is like the others.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            if (Seeded([comparison.Left, comparison.Right], context) is { } seed && comparison.SharesLoop(seed.Fit) && KeepsBest(comparison) && Selection.Chooses(comparison.Node))
                Report(comparison, seed.Source, context);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            if (Seeded([ranking.Key], context) is { } seed && context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
                Report(ranking, seed.Source, context);
        }
    }

    /// <summary>Both sides have held the score: it is compared with the best one so far.</summary>
    private static bool KeepsBest(ComparisonEvent comparison) => comparison.Left.Alternatives.OfType<Score>().Any(one =>
        comparison.Right.Alternatives.OfType<Score>().Any(other => one.Evaluation.Equals(other.Evaluation) && one.Name == other.Name));

    /// <summary>The call whose seed makes the only difference between the turns that give the scores; null when there is none.</summary>
    private static (Site Source, FitEvent Fit)? Seeded(IEnumerable<Value> values, CodeContext context)
    {
        var trace = context.Trace;
        var scores = values.SelectMany(value => value.Alternatives).OfType<Score>().Select(score => trace.At<EvaluationEvent>(score.Evaluation)).Distinct().ToList();
        if (scores.Count != 1 || scores[0] is not { IsUnsupervised: false } score
            || trace.At<FitEvent>(score.LastFit) is not { IsSearch: false, Estimator: { } estimator } fit || !fit.SharesLoop(score)
            || estimator.Parts.Any(part => part.Learning == Learning.Unknown || part.Site is null || part.Arguments.Any(argument => argument.Key != "seed" && IsVaried(part.Site.Argument(argument.Key), context))))
        {
            return null;
        }

        var sources = trace.All<SplitEvent>().Where(split => split.SharesLoop(fit)).Select(split => split.Site)
            .Concat(trace.All<ContextEvent>().Where(made => made.SharesLoop(fit)).Select(made => made.Site))
            .Concat(estimator.Parts.Select(part => part.Site!));
        var drawn = sources.FirstOrDefault(source => IsVaried(source.Argument("seed"), context));
        return drawn is null ? null : (drawn, fit);
    }

    /// <summary>Whether an argument is made of the variable of a loop, or of a lambda's parameter.</summary>
    private static bool IsVaried(IOperation? argument, CodeContext context)
    {
        if (argument is null)
            return false;
        var model = context.Flow.Compilation.ModelOf(argument.Syntax.SyntaxTree);
        return argument.Syntax.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => model.GetSymbolInfo(name).Symbol switch
        {
            ILocalSymbol local => local.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax() is ForEachStatementSyntax
                || declaration.GetSyntax().FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Parent is ForStatementSyntax),
            IParameterSymbol parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction },
            _ => false,
        });
    }

    private static void Report(Event choice, Site source, CodeContext context)
    {
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(place, [source.Node], null, CodeContext.Quote(place.Node), CodeContext.Quote(source.Node), CodeContext.Line(source.Node, place.Node));
    }
}
