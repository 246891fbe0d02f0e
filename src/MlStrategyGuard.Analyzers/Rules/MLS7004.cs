using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS7004: a search is run without a limit of time or of models, so that it takes the library's day. A token that may end
/// it is a limit.
/// </summary>
internal sealed class MLS7004 : CodeRule
{
    private const string Budget = ".SetTrainingTimeInSeconds(600)";

    public MLS7004()
        : base(
            "MLS7004",
            "`{0}` at line {1} runs this search without a budget: it takes the library's limit, a day. Set one, such as `" + Budget + "`.",
            "Who iterates quickly learns more. A search of ten minutes tells whether one of a night is worth while.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var search in context.Trace.All<FitEvent>())
        {
            if (search is not { IsSearch: true, HasBudget: false, Experiment: Site made })
                continue;
            var place = CodeContext.PlaceOf(made);
            context.Report(
                place,
                [search.Node],
                place.Node is InvocationExpressionSyntax call ? new Edits("Set a training time").Replace(call.SyntaxTree, new(call.Span.End, 0), Budget) : null,
                CodeContext.NameOf(search.Site),
                CodeContext.Line(CodeContext.NameIn(search.Node), place.Node));
        }
    }
}
