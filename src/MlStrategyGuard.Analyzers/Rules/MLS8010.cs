using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8010: an optimizer gets the parameters of a network that has registered none of its layers, or that keeps layers
/// in an array or a list, where RegisterComponents doesn't look (it goes through the fields for modules, parameters
/// and tensors). A network that is part of another one is registered by that one and is no finding.
/// </summary>
internal sealed class MLS8010 : CodeRule
{
    // A class that mentions one of these takes care of its parameters itself.
    private static readonly string[] ByHand =
        ["register_module", "add_module", "register_parameter", "parameters", "named_parameters", "named_modules", "state_dict"];

    public MLS8010()
        : base(
            "MLS8010",
            "`{0}` {1}, so `{2}` at line {3} doesn't train it. {4}.",
            "What isn't registered is neither trained nor moved to a device nor saved.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var made in context.Trace.All<OptimizerEvent>())
        {
            if (made.IsHeld || made.Module.Type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } type || !IsOwnKind(type))
                continue;
            var words = Words(type);
            if (ByHand.Any(words.Contains))
                continue;
            if (!words.Contains("RegisterComponents"))
                ReportUnregistered(made, type, context);
            else
                ReportHidden(made, type, context);
        }
    }

    /// <summary>Derives, perhaps through classes of the program, from TorchSharp's own base class.</summary>
    private static bool IsOwnKind(INamedTypeSymbol type)
    {
        var parent = type.BaseType;
        while (parent is { DeclaringSyntaxReferences.IsEmpty: false })
            parent = parent.BaseType;
        return parent is { Name: "Module", ContainingAssembly.Name: "TorchSharp" };
    }

    private static HashSet<string> Words(INamedTypeSymbol type)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var known = type; known is { DeclaringSyntaxReferences.IsEmpty: false }; known = known.BaseType)
        {
            foreach (var reference in known.DeclaringSyntaxReferences)
                words.UnionWith(reference.GetSyntax().DescendantTokens().Select(token => token.ValueText));
        }

        return words;
    }

    private static void ReportUnregistered(OptimizerEvent made, INamedTypeSymbol type, CodeContext context)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic && (context.Flow.Compilation.Catalogue.KindOf(field.Type) == ValueKind.Module || field.Type.Name == "Parameter"))
            .ToList();
        var layer = fields.Select(field => MakingOf(field, type)).FirstOrDefault(making => making is not null);
        if (layer is null)
            return;
        Report(
            made,
            layer.Value,
            Registering(type, layer.Value.Making.SyntaxTree),
            "is never registered",
            "Call `RegisterComponents()` at the end of the constructor",
            context);
    }

    private static void ReportHidden(OptimizerEvent made, INamedTypeSymbol type, CodeContext context)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            if (ElementOf(field.Type) is { } element && context.Flow.Compilation.Catalogue.KindOf(element) == ValueKind.Module
                && MakingOf(field, type) is { } making && MakesElements(field, type, making.Making, context) && !IsHandedOn(field, type))
            {
                Report(made, making, null, "keeps layers where RegisterComponents doesn't look", "Keep them in a `ModuleList`", context);
            }
        }
    }

    private static void Report(OptimizerEvent made, (string Name, ExpressionSyntax Making) layer, Edits? edits, string what, string advice, CodeContext context)
    {
        if (context.Flow.Compilation.OperationOf(layer.Making) is not { } operation)
            return;
        var place = new Place(operation, made.Site, made.Node);
        context.Report(place, [made.Node], edits, layer.Name, what, CodeContext.NameOf(made.Site), CodeContext.Line(made.Node, place.Node), advice);
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "IEnumerable", TypeArguments.Length: 1 } list => list.TypeArguments[0],
        INamedTypeSymbol { Name: "Dictionary", TypeArguments.Length: 2 } table => table.TypeArguments[1],
        _ => null,
    };

    /// <summary>Where the class makes what the field holds; null when it doesn't make it itself.</summary>
    private static (string Name, ExpressionSyntax Making)? MakingOf(IFieldSymbol field, INamedTypeSymbol type)
    {
        var name = (field.AssociatedSymbol ?? field).Name;
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
        {
            foreach (var node in declaration.DescendantNodes())
            {
                var making = node switch
                {
                    VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } variable when variable.Identifier.ValueText == name => variable.Initializer?.Value,
                    PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Initializer?.Value,
                    AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment when left.Identifier.ValueText == name => assignment.Right,
                    AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var left } } assignment
                        when left.Identifier.ValueText == name => assignment.Right,
                    _ => null,
                };
                if (making is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax
                    or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax)
                {
                    return (name, making);
                }
            }
        }

        return null;
    }

    /// <summary>Whether layers are made right into the list; it may also list fields, which are registered by themselves.</summary>
    private static bool MakesElements(IFieldSymbol field, INamedTypeSymbol type, ExpressionSyntax making, CodeContext context)
    {
        var name = (field.AssociatedSymbol ?? field).Name;
        var added = type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).Select(node => node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax list, Name.Identifier.ValueText: "Add" } } call
                when list.Identifier.ValueText == name => call.ArgumentList.Arguments.LastOrDefault()?.Expression,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax list } } assignment
                when list.Identifier.ValueText == name => assignment.Right,
            _ => null,
        });
        return added.OfType<ExpressionSyntax>().Append(making).SelectMany(expression => expression.DescendantNodesAndSelf())
            .Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
                && context.Flow.Compilation.Catalogue.KindOf(context.Flow.Compilation.ModelOf(node.SyntaxTree).GetTypeInfo(node).Type) == ValueKind.Module);
    }

    /// <summary>The list itself is an argument of something: a Sequential, a method that registers.</summary>
    private static bool IsHandedOn(IFieldSymbol field, INamedTypeSymbol type)
    {
        var name = (field.AssociatedSymbol ?? field).Name;
        return type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Any(used => used.Identifier.ValueText == name && used.AncestorsAndSelf()
                .TakeWhile(outer => outer is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax && outer is not ElementAccessExpressionSyntax)
                .Any(outer => outer is ArgumentSyntax));
    }

    /// <summary>Registers at the end of the only constructor.</summary>
    private static Edits? Registering(INamedTypeSymbol type, SyntaxTree tree)
    {
        var constructors = type.InstanceConstructors.SelectMany(known => known.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax()).ToList();
        if (constructors.Count != 1 || constructors[0] is not ConstructorDeclarationSyntax { Body: { } body } || body.SyntaxTree != tree
            || body.DescendantNodes().Any(node => node is ReturnStatementSyntax))
        {
            return null;
        }

        var edits = new Edits("Register the components");
        return body.Statements.Count == 0
            ? edits.Replace(tree, new(body.OpenBraceToken.Span.End, 0), " RegisterComponents();")
            : edits.InsertAfter(body.Statements.Last(), "RegisterComponents();");
    }
}
