using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// The values of the locals and fields that are assigned exactly once, seen from one member. Everything that is
/// assigned more often, or in a way that isn't understood, has no value here.
/// </summary>
internal sealed class SingleValues
{
    // A null value: written, but it isn't known what.
    private readonly Dictionary<ILocalSymbol, List<IOperation?>> _writes = new(SymbolEqualityComparer.Default);

    /// <param name="blocks">The operation blocks of the member.</param>
    public SingleValues(IEnumerable<IOperation> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
                Record(operation);
        }
    }

    /// <summary>The only value that the local ever gets in this member; null when there isn't one.</summary>
    public IOperation? Of(ILocalSymbol local) =>
        _writes.TryGetValue(local, out var values) && values.Count == 1 ? values[0] : null;

    /// <summary>
    /// The only value that a field of the own type ever gets: in its initializer, in a constructor or in this very
    /// member, in the same file. Null when there isn't one or when code elsewhere could assign the field.
    /// </summary>
    public static IOperation? Of(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        var isOwn = reference.Instance is null or IInstanceReferenceOperation;
        if (!isOwn || !(field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private))
            return null;

        ExpressionSyntax? only = null;
        foreach (var declaration in field.ContainingType.DeclaringSyntaxReferences)
        {
            // By name and not by symbol: a namesake counts as one more write, which only makes it unknown.
            foreach (var node in declaration.GetSyntax().DescendantNodes())
            {
                if (!IsWrite(node, field.Name, out var value))
                    continue;
                if (only is not null || value is null || !IsCertain(value, reference.Syntax))
                    return null;
                only = value;
            }
        }

        return only is null ? null : reference.SemanticModel?.GetOperation(only);
    }

    private void Record(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator
                when declarator.GetVariableInitializer() is { Value: var value }:
                Write(local, value);
                if (local.IsRef)
                    WriteUnknown(value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var local } }:
                Write(local, null);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, IsRef: false } assignment:
                Write(target.Local, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                break;
            case IAssignmentOperation assignment:
                WriteUnknown(assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                WriteUnknown(increment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                WriteUnknown(argument.Value);
                break;
            case IAddressOfOperation address:
                WriteUnknown(address.Reference);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Write(local, null);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: ILocalSymbol local }:
                Write(local, null);
                break;
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        value = value is IConversionOperation conversion ? conversion.Operand : value;
        if (target is ITupleOperation targets)
        {
            var values = value as ITupleOperation;
            for (var i = 0; i < targets.Elements.Length; i++)
            {
                if (values?.Elements.Length == targets.Elements.Length)
                    Deconstruct(targets.Elements[i], values.Elements[i]);
                else
                    WriteUnknown(targets.Elements[i]);
            }
        }
        else if (target is ILocalReferenceOperation { Local: var local })
        {
            Write(local, value);
        }
    }

    private void WriteUnknown(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                Write(local, null);
                break;
            case IDeclarationExpressionOperation declaration:
                WriteUnknown(declaration.Expression);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    WriteUnknown(element);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                WriteUnknown(choice.WhenTrue);
                WriteUnknown(whenFalse);
                break;
        }
    }

    private void Write(ILocalSymbol local, IOperation? value)
    {
        if (!_writes.TryGetValue(local, out var values))
            _writes.Add(local, values = []);
        values.Add(value);
    }

    private static bool IsWrite(SyntaxNode node, string name, out ExpressionSyntax? value)
    {
        value = null;
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer: { } initializer } declarator
                when declarator.Identifier.ValueText == name:
                value = initializer.Value;
                return true;
            case AssignmentExpressionSyntax assignment when Names(assignment.Left, name):
                value = assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null;
                return true;
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple }:
                return tuple.DescendantNodes().OfType<ExpressionSyntax>().Any(element => Names(element, name));
            case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None):
                return Names(argument.Expression, name);
            case RefExpressionSyntax reference:
                return Names(reference.Expression, name);
            default:
                return false;
        }
    }

    private static bool Names(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };

    private static bool IsCertain(ExpressionSyntax value, SyntaxNode reference)
    {
        if (value.SyntaxTree != reference.SyntaxTree)
            return false;
        var member = value.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is FieldDeclarationSyntax or ConstructorDeclarationSyntax
            || member == reference.FirstAncestorOrSelf<MemberDeclarationSyntax>();
    }
}
