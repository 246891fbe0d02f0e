using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8012: the last thing that a network does doesn't fit the loss: probabilities into a loss that makes probabilities
/// itself, or anything but logarithms into one that wants these. Log-softmax before cross-entropy changes nothing and is
/// no finding, nor is a network whose last step isn't known.
/// </summary>
internal sealed class MLS8012 : CodeRule
{
    public MLS8012()
        : base(
            "MLS8012",
            "`{0}` ends with {1}, and `{2}` at line {3} {4}. {5}.",
            "The network is trained towards another objective than meant: gradients get small, and the error stays where it is for no visible reason.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var forward in context.Trace.All<ForwardEvent>())
        {
            if (LossOf(forward.Node, context) is not { } loss || LastStep.Of(forward.Module, context.Flow.Compilation) is not { } last
                || Clash(last, loss.Kind) is not var (what, does, advice))
            {
                continue;
            }

            var place = CodeContext.PlaceOf(forward.Site);
            context.Report(place, [loss.Call], null, CodeContext.NameOf(forward.Site), what, CodeContext.Quote(loss.Call.Expression), CodeContext.Line(loss.Call, place.Node), does, advice);
        }
    }

    private static (string What, string Does, string Advice)? Clash(string last, string loss) => (last, loss) switch
    {
        ("softmax", "CrossEntropyLoss" or "cross_entropy") => ("softmax", "applies log-softmax itself", "Give it the values before softmax"),
        ("sigmoid", "BCEWithLogitsLoss" or "binary_cross_entropy_with_logits") => ("sigmoid", "applies sigmoid itself", "Give it the values before sigmoid"),
        ("softmax", "NLLLoss" or "nll_loss") => ("softmax", "wants logarithms of probabilities", "Use log_softmax"),
        ("Linear", "NLLLoss" or "nll_loss") => ("a linear layer", "wants logarithms of probabilities", "Use log_softmax, or cross-entropy without it"),
        _ => null,
    };

    /// <summary>The loss that a network's output goes to, right there or by one name; null when it isn't known.</summary>
    private static (InvocationExpressionSyntax Call, string Kind)? LossOf(SyntaxNode forward, CodeContext context)
    {
        if (forward.Parent is ArgumentSyntax argument)
            return AsLoss(argument, context);
        if (forward.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } || TrainingLoop.FunctionOf(forward) is not { } function)
            return null;
        var uses = function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText).ToList();
        if (uses.Any(use => use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use) || function.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Count(other => other.Identifier.ValueText == local.Identifier.ValueText) > 1)
        {
            return null;
        }

        return uses.Select(use => use.Parent is ArgumentSyntax given ? AsLoss(given, context) : null).FirstOrDefault(loss => loss is not null);
    }

    private static (InvocationExpressionSyntax Call, string Kind)? AsLoss(ArgumentSyntax argument, CodeContext context)
    {
        if (argument is not { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } || list.Arguments[0] != argument
            || context.Flow.Compilation.ModelOf(call.SyntaxTree) is not { } model
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingAssembly.Name: "TorchSharp" } method)
        {
            return null;
        }

        return method.ContainingType.Name == "functional" ? (call, method.Name)
            : call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && model.GetTypeInfo(receiver).Type is { ContainingAssembly.Name: "TorchSharp" } type ? (call, type.Name)
            : null;
    }
}
