using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>A search whose optimizing metric nobody chose, so that it takes the library's.</summary>
/// <param name="Call">The call that makes the search.</param>
/// <param name="Settings">The settings' creation; null where only the seconds are given.</param>
/// <param name="SettingsType">The class of settings.</param>
/// <param name="Metric">The metric that the library takes.</param>
internal sealed record DefaultMetric(Site Call, SyntaxNode? Settings, INamedTypeSymbol SettingsType, string Metric)
{
    private const string Property = "OptimizingMetric";

    /// <summary>The constructors of the settings set these.</summary>
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["BinaryExperimentSettings"] = "Accuracy",
        ["MulticlassExperimentSettings"] = "MicroAccuracy",
        ["RegressionExperimentSettings"] = "RSquared",
        ["RecommendationExperimentSettings"] = "RSquared",
        ["RankingExperimentSettings"] = "Ndcg",
    };

    /// <summary>The enumeration of the metrics to choose from.</summary>
    public INamedTypeSymbol Metrics => (INamedTypeSymbol)((IPropertySymbol)SettingsType.GetMembers(Property)[0]).Type;

    /// <summary>The place of a finding.</summary>
    public Place Place => Settings is null || Settings.SyntaxTree != Call.Node.SyntaxTree
        ? CodeContext.PlaceOf(Call)
        : new Place(((IInvocationOperation)Call.Operation).Arguments.Select(argument => CodeContext.Unwrap(argument.Value)).FirstOrDefault(value => value.Syntax == Settings) ?? Call.Operation, Call, CodeContext.RootOf(Call));

    /// <summary>The searches of a type's code that surely take the library's metric.</summary>
    public static IEnumerable<DefaultMetric> In(CodeContext context)
    {
        foreach (var made in context.Trace.All<ExperimentEvent>())
        {
            if (made.Site.Operation is not IInvocationOperation call || SettingsOf(call.TargetMethod) is not { } type || !Defaults.TryGetValue(type.Name, out var metric))
                continue;
            if (made.Settings is null && call.Arguments.Length > 0 && call.Arguments.Last().Value.Type?.SpecialType == SpecialType.System_UInt32)
            {
                yield return new DefaultMetric(made.Site, null, type, metric);
            }
            else if (made.Settings is Instance { Origin: Site { Operation: IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax creation } } origin }
                && !context.Trace.All<MetricEvent>().Any(choice => choice.Experiment.Equals(origin)) && IsNotHandedOn(creation, call.Syntax))
            {
                yield return new DefaultMetric(made.Site, creation, type, metric);
            }
        }
    }

    /// <summary>Writes a metric out.</summary>
    public Edits? Chosen(string metric, CodeContext context)
    {
        var model = context.Flow.Compilation.ModelOf(Call.Node.SyntaxTree);
        var prefix = model.LookupNamespacesAndTypes(Call.Node.SpanStart, name: SettingsType.Name).Length > 0 ? "" : SettingsType.ContainingNamespace.ToDisplayString() + ".";
        var chosen = $"{Property} = {prefix}{Metrics.Name}.{metric}";
        var edits = new Edits($"Optimize {metric}");
        if (Settings is null)
        {
            return Call.Node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } seconds }
                ? edits.Replace(seconds[0], $"new {prefix}{SettingsType.Name} {{ MaxExperimentTimeInSeconds = {seconds[0].Expression}, {chosen} }}")
                : null;
        }

        var creation = (BaseObjectCreationExpressionSyntax)Settings;
        if (creation.Initializer is null)
            return edits.Replace(creation.SyntaxTree, new(creation.Span.End, 0), $" {{ {chosen} }}");
        return creation.Initializer.Expressions is { Count: > 0 } set
            ? edits.Replace(creation.SyntaxTree, new(set.Last().Span.End, 0), ", " + chosen)
            : null;
    }

    private static INamedTypeSymbol? SettingsOf(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().SelectMany(overload => overload.Parameters)
            .Select(parameter => parameter.Type).OfType<INamedTypeSymbol>().FirstOrDefault(type => type.GetMembers(Property).FirstOrDefault() is IPropertySymbol);

    /// <summary>Whether nothing but the call gets the settings, so that nobody else can set the metric.</summary>
    private static bool IsNotHandedOn(BaseObjectCreationExpressionSyntax creation, SyntaxNode call)
    {
        if (call.Span.Contains(creation.Span))
            return true;
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } variable }
            || Statements.ListOf(statement) is not { } scope || !scope.Span.Contains(call.Span))
        {
            return false;
        }

        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Identifier.ValueText)
            .All(name => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
                ? access.Parent is AssignmentExpressionSyntax
                : call.Span.Contains(name.Span));
    }
}
