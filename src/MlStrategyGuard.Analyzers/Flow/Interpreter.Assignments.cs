using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What happens to variables, objects and collections.</summary>
internal sealed partial class Interpreter
{
    private Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Set(local.Local, null, value);
                break;
            case IParameterReferenceOperation parameter:
                Set(parameter.Parameter, null, value);
                break;
            case IFieldReferenceOperation field:
                AssignMember(field, field.Field.OriginalDefinition, field.Instance, value);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: true } indexer:
                var keys = indexer.Arguments.Select(argument => Evaluate(argument.Value)).ToList();
                var isPair = indexer.Instance?.Type is { } type && IsDictionary(type) && keys.Count == 1;
                Add(Evaluate(indexer.Instance), isPair ? new Group(new Sequence<Value>([keys[0], value])) : value, indexer);
                break;
            case IPropertyReferenceOperation property:
                if (_flow.Catalogue.Find(property.Property) is { } entry)
                    AssignLibraryMember(entry.Effect, property.Instance);
                AssignMember(property, property.Property.OriginalDefinition, property.Instance, value);
                break;
            case IArrayElementReferenceOperation element:
                Add(Evaluate(element.ArrayReference), value, element);
                break;
            case IFlowCaptureReferenceOperation capture when _targets.TryGetValue((_frame.Graph, capture.Id), out var captured):
                Set((_frame.Graph, capture.Id), null, value);
                if (captured is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation)
                    Assign(captured, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value);
                break;
        }

        return value;
    }

    private void AssignMember(IOperation reference, ISymbol member, IOperation? instance, Value value)
    {
        if (member is IFieldSymbol { ContainingType.IsTupleType: true } && instance is not null)
        {
            Assign(instance, Unknown.Instance);
            return;
        }

        var owner = instance is null ? new Instance(member.ContainingType, member.ContainingType) : Evaluate(instance);
        if (owner is not Instance known)
        {
            Escape(reference, value);
            return;
        }

        Set(known.Origin, member, value);
        if (_flow.Catalogue.KindOf(known.Type) == ValueKind.Module)
            Hold(known.Origin, value);
        if (_flow.Catalogue.Find(member) is { Effect: Effect.Metric } && reference.Parent is ISimpleAssignmentOperation { Value: var metric })
            RecordMetric(SiteOf(reference), known.Origin, metric);
        if (known.Origin is not ITypeSymbol)
            return;
        _written(member, value);
        if (member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            && member is not IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Private })
        {
            Escape(reference, value);
        }
    }

    private void Deconstruct(IOperation target, Value value)
    {
        target = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (target is not ITupleOperation targets)
        {
            Assign(target, value);
            return;
        }

        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var part = (Value)Nothing.Instance;
            foreach (var alternative in value.Alternatives)
                part = Value.Join(part, PartOf(alternative, i, targets.Elements.Length));
            Deconstruct(targets.Elements[i], part);
        }
    }

    private Value PartOf(Value value, int index, int count)
    {
        if (value is Importance or Batch)
            return value;
        if (value is Group group)
            return group.Items.Count == count ? group.Items[index] : Unknown.Instance;
        if (value is not Instance { Type: INamedTypeSymbol type } instance)
            return value is Nothing ? value : Unknown.Instance;
        var deconstruct = type.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count);
        var property = deconstruct is null ? null : type.GetMembers(deconstruct.Parameters[index].Name).FirstOrDefault();
        return property is null ? Unknown.Instance : _state.Find(instance.Origin, property.OriginalDefinition) ?? Unknown.Instance;
    }

    private Value Create(IObjectCreationOperation creation)
    {
        var arguments = Arguments(creation.Arguments);
        var site = SiteOf(creation);
        var type = creation.Type!;
        var instance = new Instance(site, type);
        if (creation.Constructor is not { } constructor)
            return Unknown.Instance;
        if (_flow.Catalogue.KindOf(type) == ValueKind.Batches)
            return Load(site, BatchesOf(arguments.Select(argument => argument.Value).FirstOrDefault(value => value is Batches or Instance)));
        Begin(type, site, arguments);
        if (_flow.Catalogue.Find(constructor) is { Effect: Effect.Context })
            Record(new ContextEvent(site, !HasNoSeed(creation)));
        if (IsCollection(type))
        {
            var source = arguments.FirstOrDefault(argument => IsCollection(argument.Parameter.Type)).Value;
            if (source is Data rows)
                return rows with { ReorderedBy = null };
            Set(site, State.Elements, source is null ? Nothing.Instance : ElementOf(source));
            return instance;
        }

        if (type.Locations.Any(location => location.IsInSource))
        {
            // A field has its default value until something assigns it.
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } or IPropertySymbol { IsStatic: false, IsIndexer: false } && _flow.IsStored(member))
                    Set(site, member, Nothing.Instance);
            }

            foreach (var argument in arguments)
            {
                Set(site, argument.Parameter.OriginalDefinition, argument.Value);
                foreach (var positional in type.GetMembers(argument.Parameter.Name).OfType<IPropertySymbol>())
                {
                    if (type.IsRecord && _flow.IsPositional(constructor))
                        Set(site, positional, argument.Value);
                }
            }

            RunInitializers(type, site, instance);
            Enter(constructor, site, instance, arguments);
            return instance;
        }

        foreach (var argument in arguments)
        {
            if (argument.Value is Function function)
                RunFunction(function, site, [], isLoop: false);
            else if (!IsHarmless(constructor))
                Escape(creation, argument.Value);
        }

        return instance;
    }

    private Value Create(IAnonymousObjectCreationOperation anonymous)
    {
        var site = SiteOf(anonymous);
        foreach (var initializer in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var value = Evaluate(initializer.Value);
            if (initializer.Target is IPropertyReferenceOperation property)
                Set(site, property.Property.OriginalDefinition, value);
        }

        return new Instance(site, anonymous.Type!);
    }

    private Value Collect(IOperation creation, IReadOnlyList<Value> elements)
    {
        var site = SiteOf(creation);
        Set(site, State.Elements, elements.Aggregate((Value)Nothing.Instance, JoinElements));
        return new Instance(site, creation.Type!);
    }

    private void Add(Value collection, Value element, IOperation place)
    {
        foreach (var alternative in collection.Alternatives)
        {
            if (alternative is Instance { Origin: var origin })
                Set(origin, State.Elements, JoinElements(_state.Find(origin, State.Elements) ?? Unknown.Instance, element));
            else
                Escape(place, element);
        }
    }

    // A collection of pairs stays one of pairs, so that keys and values remain apart.
    private static Value JoinElements(Value one, Value other) =>
        one is Group mine && other is Group theirs && mine.Items.Count == theirs.Items.Count
            ? new Group(new Sequence<Value>(mine.Items.Zip(theirs.Items, Value.Join).ToList()))
            : Value.Join(one, other);

    private Value ElementOf(Value collection)
    {
        var joined = (Value)Nothing.Instance;
        foreach (var alternative in collection.Alternatives)
        {
            joined = Value.Join(joined, alternative switch
            {
                Many many => many.Element,
                Batch batch => batch,
                Instance { Origin: var origin } => _state.Find(origin, State.Elements) ?? Unknown.Instance,
                Nothing => Nothing.Instance,
                _ => Unknown.Instance,
            });
        }

        return joined;
    }

    private static bool IsDictionary(ITypeSymbol type) => type.Name.Contains("Dictionary");

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol
        || (type.SpecialType != SpecialType.System_String
            && (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
                || type.AllInterfaces.Any(known => known.SpecialType == SpecialType.System_Collections_IEnumerable)));

    /// <summary>The value leaves the part of the program that is followed; what is inside it can change.</summary>
    private void Escape(IOperation place, Value value)
    {
        var leaves = new List<Value>();
        Collect(value, leaves, new HashSet<Value>());
        if (leaves.Count > 0)
            Record(new EscapeEvent(SiteOf(place), new Group(new Sequence<Value>(leaves))));
    }

    private void Collect(Value value, List<Value> leaves, HashSet<Value> seen)
    {
        if (!seen.Add(value) || leaves.Count > 100)
            return;
        switch (value)
        {
            case Data or Split or Model or Metrics or Score or FoldResult or SearchResult or Estimator:
                leaves.Add(value);
                break;
            case Choice choice:
                foreach (var alternative in choice.Alternatives)
                    Collect(alternative, leaves, seen);
                break;
            case Group group:
                foreach (var item in group.Items)
                    Collect(item, leaves, seen);
                break;
            case Many many:
                Collect(many.Element, leaves, seen);
                break;
            case Instance { Origin: not ITypeSymbol } instance:
                foreach (var inside in _state.Inside(instance.Origin).ToList())
                    Collect(inside, leaves, seen);
                break;
        }
    }
}
