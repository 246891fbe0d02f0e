using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8007: when the optimizer steps, the gradients are surely zero, because zero_grad stands between backward and the
/// step, or because the step comes before backward.
/// </summary>
internal sealed class MLS8007 : CodeRule
{
    public MLS8007()
        : base(
            "MLS8007",
            "`{0}` {1}: {2}, and nothing is learnt. {3}.",
            "Gradients are computed by backward, applied by step, and cleared after that or before backward.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var step in context.Trace.All<StepEvent>())
        {
            var stages = step.Gradients.Alternatives.OfType<Gradients>().ToList();
            if (stages.Count != step.Gradients.Alternatives.Count() || !stages.All(stage => stage.Stage is GradientStage.Clear or GradientStage.Lost)
                || LearnsElsewhere(step, context.Trace))
            {
                continue;
            }

            if (stages.All(stage => stage.Stage == GradientStage.Lost))
                ReportLost(stages[0].At!, step, context);
            else
                ReportEarly(step, context);
        }
    }

    /// <summary>Another step of the optimizer in the same loop has gradients to apply.</summary>
    private static bool LearnsElsewhere(StepEvent step, Trace trace)
    {
        var loop = TrainingLoop.Around(step.Site).FirstOrDefault();
        return trace.All<StepEvent>().Any(other => other.Optimizer.Equals(step.Optimizer) && !other.Site.Equals(step.Site)
            && (loop?.Contains(other.Site) ?? true)
            && !other.Gradients.Alternatives.All(stage => stage is Gradients { Stage: GradientStage.Clear or GradientStage.Lost }));
    }

    private static void ReportLost(Site clear, StepEvent step, CodeContext context)
    {
        var place = CodeContext.PlaceOf(clear);
        var backward = context.Trace.All<BackwardEvent>().LastOrDefault(other => other.Order < step.Order);
        context.Report(
            place,
            [step.Node],
            backward is null ? null : Swap("Clear the gradients before backward", clear.Node, backward.Node),
            CodeContext.NameOf(clear),
            "throws away what backward computed",
            $"`{CodeContext.NameOf(step.Site)}` at line {CodeContext.Line(step.Node, place.Node)} has nothing to apply",
            "Clear the gradients before backward or after the step");
    }

    private static void ReportEarly(StepEvent step, CodeContext context)
    {
        // One step without gradients, before training begins, may be meant.
        var backward = context.Trace.All<BackwardEvent>().FirstOrDefault(other => other.Order > step.Order
            && TrainingLoop.Around(step.Site).FirstOrDefault() is { } loop && loop.Contains(other.Site));
        if (backward is null)
            return;
        var place = CodeContext.PlaceOf(step.Site);
        context.Report(
            place,
            [backward.Node],
            Swap("Step after backward", backward.Node, step.Node),
            CodeContext.NameOf(step.Site),
            "runs while the gradients are zero",
            $"`{CodeContext.NameOf(backward.Site)}` comes later, at line {CodeContext.Line(backward.Node, place.Node)}",
            "Step after backward");
    }

    /// <summary>Moves the first of two statements of one block, with the second one in front of it.</summary>
    private static Edits? Swap(string title, SyntaxNode late, SyntaxNode early)
    {
        if (Statements.Of(late) is not { } moved || Statements.Of(early) is not { } before
            || Statements.ListOf(moved) is not { } block || block != Statements.ListOf(before) || before.SpanStart > moved.SpanStart)
        {
            return null;
        }

        return title.StartsWith("Step", StringComparison.Ordinal)
            ? new Edits(title).Remove(before).InsertAfter(moved, before.ToString())
            : new Edits(title).InsertBefore(before, moved.ToString()).Remove(moved);
    }
}
