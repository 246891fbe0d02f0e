using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8001: a loop computes gradients and applies them, and nothing in it sets them to zero. Every step applies again
/// what all earlier ones have applied. Gradients that are collected over several batches and cleared after the step
/// are no finding.
/// </summary>
internal sealed class MLS8001 : CodeRule
{
    public MLS8001()
        : base(
            "MLS8001",
            "`{0}` applies gradients that it has applied before: `{1}` at line {2} adds to them, and nothing sets them to zero. Call `{3}.zero_grad()` before it.",
            "Without zero_grad a step follows the sum of all gradients since the start instead of the slope where it stands.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var step in context.Trace.All<StepEvent>())
        {
            var stages = step.Gradients.Alternatives.ToList();
            if (stages.Any(stage => stage is Unknown) || !stages.Any(stage => stage is Gradients { Stage: GradientStage.Mixed }))
                continue;
            var loop = LoopOf(step, context.Trace);
            var backwards = context.Trace.All<BackwardEvent>().Where(other => loop?.Contains(other.Site) ?? true).ToList();
            var isSure = stages.All(stage => stage is Gradients { Stage: GradientStage.Mixed });
            if (backwards.Count == 0 || (!isSure && (loop is null || IsCleared(step, loop, context.Trace))))
                continue;
            var place = CodeContext.PlaceOf(step.Site);
            var backward = backwards[0].Node;
            context.Report(
                place,
                [backward],
                loop is null ? null : Fix(place.Node, backwards, loop),
                CodeContext.NameOf(step.Site),
                CodeContext.NameOf(backwards[0].Site),
                CodeContext.Line(backward, place.Node),
                Statements.ReceiverOf(place.Node) ?? "optimizer");
        }
    }

    /// <summary>The innermost loop that both computes gradients and steps.</summary>
    private static TrainingLoop? LoopOf(StepEvent step, Trace trace) =>
        TrainingLoop.Around(step.Site).FirstOrDefault(loop => trace.All<BackwardEvent>().Any(backward => loop.Contains(backward.Site)));

    private static bool IsCleared(StepEvent step, TrainingLoop loop, Trace trace) =>
        trace.All<ClearEvent>().Any(clear => loop.Contains(clear.Site) && !clear.Spared.Contains(step.Optimizer.Origin));

    /// <summary>Clears the gradients before the only call of backward that stands in the same block as the step.</summary>
    private static Edits? Fix(SyntaxNode step, List<BackwardEvent> backwards, TrainingLoop loop)
    {
        var places = backwards.Select(backward => backward.Node).Distinct().ToList();
        if (places.Count != 1
            || Statements.ReceiverOf(step) is not { } optimizer
            || Statements.Of(step) is not { } last
            || Statements.Of(places[0]) is not { } first
            || first.SpanStart > last.SpanStart
            || Statements.ListOf(first) is not { } block
            || block != Statements.ListOf(last)
            || !loop.Statement.Span.Contains(last.Span))
        {
            return null;
        }

        return new Edits($"Call {optimizer}.zero_grad() first").InsertBefore(first, $"{optimizer}.zero_grad();");
    }
}
