using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// Scores of networks on test batches are compared with each other, and something hangs on it. A test set isn't meant
/// where other held-out data, or data that nothing is known of, measure a network too: then it is the dev set.
/// </summary>
/// <param name="Choice">The comparison, or the call that ranks.</param>
/// <param name="Score">The score.</param>
/// <param name="Data">What the score was measured on, for a message.</param>
/// <param name="IsBetweenNetworks">Several networks compete; else it is one network at several times of its training.</param>
internal sealed record TestChoice(Event Choice, BatchScore Score, string Data, bool IsBetweenNetworks)
{
    private static readonly HashSet<string> Saving = new(StringComparer.Ordinal) { "save", "state_dict", "save_py", "exportsd" };

    /// <summary>All choices in a type.</summary>
    public static IEnumerable<TestChoice> All(CodeContext context)
    {
        var found = Rankings(context).Concat(context.Trace.All<ComparisonEvent>().Select(comparison => Of(comparison, context)));
        return found.OfType<TestChoice>().Where(choice => !IsDev(choice.Score, context));
    }

    private static IEnumerable<TestChoice?> Rankings(CodeContext context) => context.Trace.All<RankingEvent>()
        .Where(ranking => context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
        .Select(ranking => TestScore(ranking.Key, context) is { } score && IsMadeAnew(score, null)
            ? new TestChoice(ranking, score.Score, score.Data, IsBetweenNetworks: true)
            : null);

    private static TestChoice? Of(ComparisonEvent comparison, CodeContext context)
    {
        if (comparison.Node is not BinaryExpressionSyntax node)
            return null;
        return Of(comparison, comparison.Left, node.Left, comparison.Right, node.Right, context)
            ?? Of(comparison, comparison.Right, node.Right, comparison.Left, node.Left, context);
    }

    private static TestChoice? Of(
        ComparisonEvent comparison, Value value, ExpressionSyntax scored, Value other, ExpressionSyntax best, CodeContext context)
    {
        if (TestScore(value, context) is not { } found)
            return null;
        var branches = BranchesOf(comparison.Site);
        var rival = TestScore(other, context);
        if (rival is not null && !HeldOutBatches.AreSame(rival.Value.Score.Of, found.Score.Of))
            return null;
        if (rival is { Score.Network: var network } && !network.Equals(found.Score.Network) && !Holds(other, found.Score.Network))
            return Decides(branches, null, best, context) ? new TestChoice(comparison, found.Score, found.Data, IsBetweenNetworks: true) : null;
        if (rival is null && !branches.Any(branch => Keeps(branch, best, scored)))
            return null;

        foreach (var loop in TrainingLoop.Around(comparison.Site).Reverse())
        {
            if (!loop.Contains(found.Score.Pass) || IsOfTheTurn(best, comparison.Site, loop, context))
                continue;
            if (PassLoops(found.Score, context).Any(pass => pass.Contains(comparison.Site)))
                continue;
            var isBetween = IsMadeAnew(found, loop);
            if ((isBetween || Trains(loop, found.Score.Network, context.Trace)) && Decides(branches, loop, best, context))
                return new TestChoice(comparison, found.Score, found.Data, isBetween);
        }

        return null;
    }

    /// <summary>The one score on test data that a value may be; null when there is none, or others are possible.</summary>
    private static (BatchScore Score, string Data)? TestScore(Value value, CodeContext context)
    {
        var scores = value.Alternatives.Where(one => one is not (Constant or Nothing)).ToList();
        if (scores.Count == 0 || scores[0] is not BatchScore first || !scores.All(one => one is BatchScore score && HeldOutBatches.AreSame(score.Of, first.Of)))
            return null;
        return HeldOutBatches.NameOf(first.Of, context, "test") is { } name ? (first, name) : null;
    }

    private static bool Holds(Value value, Instance network) => value.Alternatives.Any(one => one is BatchScore score && score.Network.Equals(network));

    /// <summary>Whether each turn of the loop makes a network; without a loop, of any loop around its measuring.</summary>
    private static bool IsMadeAnew((BatchScore Score, string Data) found, TrainingLoop? loop) =>
        found.Score.Network.Origin is Site made
        && TrainingLoop.Around(made).Any(around => loop is null ? around.Contains(found.Score.Pass) : around.Equals(loop));

    private static bool Trains(TrainingLoop loop, Instance network, Trace trace) =>
        trace.All<StepEvent>().Any(step => loop.Contains(step.Site) && (step.Module is null || step.Module.Equals(network.Origin)));

    private static IEnumerable<TrainingLoop> PassLoops(BatchScore score, CodeContext context) =>
        context.Trace.All<PassEvent>().Where(pass => pass.Site.Equals(score.Pass)).Select(HeldOutBatches.LoopOf).OfType<TrainingLoop>();

    /// <summary>Whether what is compared with begins anew at each turn of the loop.</summary>
    private static bool IsOfTheTurn(ExpressionSyntax best, Site site, TrainingLoop loop, CodeContext context)
    {
        var model = context.Flow.Compilation.ModelOf(best.SyntaxTree);
        foreach (var name in best.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is IParameterSymbol)
                return true;
            if (model.GetSymbolInfo(name).Symbol is ILocalSymbol local && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
                && (loop.Statement.Span.Contains(declaration.Span) || TrainingLoop.FunctionOf(declaration) != TrainingLoop.FunctionOf(loop.Statement)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is done or left undone by a condition: here, and where the method's answer is a condition again.</summary>
    private static List<SyntaxNode> BranchesOf(Site site)
    {
        var branches = new List<SyntaxNode>();
        for (Site? level = site; level is not null; level = level.Caller)
        {
            branches.AddRange(BranchesOf(level.Node));
            if (level.Operation is not IInvocationOperation && level != site)
                break;
            if (level.Caller?.Operation is not IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean })
                break;
        }

        return branches;
    }

    private static IEnumerable<SyntaxNode> BranchesOf(SyntaxNode condition)
    {
        foreach (var node in condition.Ancestors())
        {
            switch (node)
            {
                case IfStatementSyntax choice when choice.Condition.Span.Contains(condition.Span):
                    return choice.Else is { } other ? [choice.Statement, other.Statement] : [choice.Statement];
                case VariableDeclaratorSyntax { Initializer: { } start } local when start.Span.Contains(condition.Span):
                    return TrainingLoop.FunctionOf(local)?.DescendantNodes().OfType<IfStatementSyntax>()
                        .Where(test => Mentions(test.Condition, local.Identifier.ValueText))
                        .SelectMany(test => test.Else is { } other ? new SyntaxNode[] { test.Statement, other.Statement } : [test.Statement]) ?? [];
                case StatementSyntax or AnonymousFunctionExpressionSyntax:
                    return [];
            }
        }

        return [];
    }

    /// <summary>Whether a network is kept or training ends by the comparison; else it is only printed or remembered as a number.</summary>
    private static bool Decides(List<SyntaxNode> branches, TrainingLoop? loop, ExpressionSyntax best, CodeContext context)
    {
        foreach (var node in branches.SelectMany(branch => branch.DescendantNodesAndSelf()))
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when Saves(call, context, 1):
                    return true;
                case AssignmentExpressionSyntax { Right: var kept } assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
                    && kept.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part => part is IdentifierNameSyntax && IsNetwork(part, context)):
                    return true;
                case ReturnStatementSyntax { Expression: { } given } when loop is null && IsNetwork(given, context):
                    return true;
                case BreakStatementSyntax or ReturnStatementSyntax when loop is not null && Leaves(node, loop.Statement):
                    return true;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax counter } when loop is not null && !SyntaxFactory.AreEquivalent(counter, best)
                    && Ends(loop.Statement, counter.Identifier.ValueText):
                    return true;
                case PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax counter } when loop is not null && Ends(loop.Statement, counter.Identifier.ValueText):
                    return true;
            }
        }

        return false;
    }

    private static bool Saves(InvocationExpressionSyntax call, CodeContext context, int depth)
    {
        if (context.Flow.Compilation.ModelOf(call.SyntaxTree).GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        if (method.ContainingAssembly?.Name.StartsWith("TorchSharp", StringComparison.Ordinal) == true)
            return Saving.Contains(method.Name);
        return depth > 0 && method.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>())
            .Any(inner => Saves(inner, context, depth - 1));
    }

    private static bool IsNetwork(ExpressionSyntax expression, CodeContext context) =>
        context.Flow.Compilation.Catalogue.KindOf(context.Flow.Compilation.ModelOf(expression.SyntaxTree).GetTypeInfo(expression).Type) == ValueKind.Module;

    /// <summary>Whether a break or return ends the loop, from its own method.</summary>
    private static bool Leaves(SyntaxNode jump, StatementSyntax loop)
    {
        if (TrainingLoop.FunctionOf(jump) != TrainingLoop.FunctionOf(loop) || !loop.Span.Contains(jump.Span))
            return false;
        return jump is ReturnStatementSyntax
            || jump.Ancestors().First(outer => outer is SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) == loop;
    }

    /// <summary>Whether the loop ends by a variable: in its own condition or in that of a break.</summary>
    private static bool Ends(StatementSyntax loop, string variable)
    {
        var head = loop switch
        {
            ForStatementSyntax counted => counted.Condition,
            WhileStatementSyntax repeated => repeated.Condition,
            DoStatementSyntax repeated => repeated.Condition,
            _ => null,
        };
        return (head is not null && Mentions(head, variable))
            || loop.DescendantNodes().OfType<IfStatementSyntax>().Any(test => Mentions(test.Condition, variable)
                && test.Statement.DescendantNodesAndSelf().Any(jump => jump is BreakStatementSyntax or ReturnStatementSyntax && Leaves(jump, loop)));
    }

    private static bool Mentions(SyntaxNode code, string variable) =>
        code.DescendantNodesAndSelf().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable);

    private static bool Keeps(SyntaxNode branch, ExpressionSyntax best, ExpressionSyntax score) =>
        branch.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
            SyntaxFactory.AreEquivalent(assignment.Left, best) && SyntaxFactory.AreEquivalent(assignment.Right, score));

    /// <summary>Whether networks are measured on other data as well, which may be the test set then.</summary>
    private static bool IsDev(BatchScore score, CodeContext context)
    {
        foreach (var forward in context.Trace.All<ForwardEvent>())
        {
            var innermost = TrainingLoop.Around(forward.Site).FirstOrDefault();
            var isTraining = context.Trace.All<StepEvent>().Any(step => innermost?.Contains(step.Site) ?? TrainingLoop.Around(step.Site).FirstOrDefault() is null);
            if (isTraining && (forward.Input is null || !HeldOutBatches.AreSame(forward.Input.Of, score.Of)))
                continue;
            if (forward.Input is not { } input || (!HeldOutBatches.AreSame(input.Of, score.Of) && HeldOutBatches.NameOf(input.Of, context, "train") is null))
                return true;
        }

        return false;
    }
}
