using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5212: the only score on a dev or test set is measured on a sample with repeated rows of it. Many samples, drawn for
/// an interval, and a sample beside the whole set are no finding.
/// </summary>
internal sealed class MLS5212 : CodeRule
{
    public MLS5212()
        : base(
            "MLS5212",
            "`{0}` repeats some rows of {1} and may leave others out; the score at line {2} is measured on that instead of the set itself. "
                + "Measure on the set as it is.",
            "Dev and test sets are aimed at as they are drawn. Repeating or balancing their rows moves the target.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score is not { IsUnsupervised: false, Data: { RepeatedBy: { } repeated, Rows: { } rows } }
                || context.Trace.At<FitEvent>(score.LastFit) is not { Data: { } learned }
                || learned.Rows.Contains(rows)
                || Set(rows, repeated, context) is not { } set
                || IsOneOfSeveral(score, repeated, set, context.Trace))
            {
                continue;
            }

            var place = CodeContext.PlaceOfQuery(repeated);
            context.Report(
                place,
                [score.Node],
                place.Site.Equals(repeated) ? AsItIs(repeated) : null,
                CodeContext.NameOf(place.Site),
                set is PartRows ? CodeContext.Describe(set, place.Node) : $"`{System.IO.Path.GetFileName(((LoadedRows)set).Path)}`, which the strategy declares {context.Strategy.SplitOf(((LoadedRows)set).Path)}",
                CodeContext.Line(score.Node, place.Node));
        }
    }

    /// <summary>The held-out set that the rows were drawn from; null when they may be others.</summary>
    private static RowSet? Set(RowSet rows, Site repeated, CodeContext context)
    {
        if (rows.CommonPart is { IsTest: true } part)
            return part.Split.Input.RepeatedBy is null ? part : null;
        return repeated.Operation is IInvocationOperation { TargetMethod.Name: "BootstrapSample" } && rows.Root is LoadedRows { Path: { } path } loaded && rows.Part is null
            && context.Strategy.SplitOf(path) is "dev" or "test" or "train_dev" ? loaded : null;
    }

    /// <summary>Other samples are drawn, in a loop or elsewhere, or the set itself is measured too.</summary>
    private static bool IsOneOfSeveral(EvaluationEvent score, Site repeated, RowSet set, Trace trace) =>
        !score.Loops.IsEmpty
        || trace.All<EvaluationEvent>().Any(other => other.Data is not { } data || (!data.Equals(score.Data) && Equals(other.LastFit, score.LastFit)
            && (data.Rows.Contains(set) || (data.RepeatedBy is { } another && !another.Equals(repeated)))));

    private static Edits? AsItIs(Site repeated) =>
        (repeated.Operation as IInvocationOperation)?.TargetMethod.Name == "BootstrapSample" && repeated.Argument("input")?.Syntax is ExpressionSyntax input
            ? new Edits("Measure on the set as it is").Replace(repeated.Node, input.ToString())
            : null;
}
