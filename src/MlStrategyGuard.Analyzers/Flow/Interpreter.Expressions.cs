using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What expressions are worth.</summary>
internal sealed partial class Interpreter
{
    private Value Evaluate(IOperation? operation)
    {
        if (operation is null)
            return Unknown.Instance;
        if (++_operations > MaxOperations || _nesting > MaxNesting)
        {
            _trace.IsComplete = false;
            return Unknown.Instance;
        }

        _nesting++;
        var value = EvaluateInside(operation);
        _nesting--;
        return value;
    }

    private Value EvaluateInside(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null ? Nothing.Instance : constant is string text ? new Text(text) : new Constant(constant);
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation);
            case ILocalReferenceOperation local:
                return _aliased.Contains(local.Local) ? Unknown.Instance : _state.Find(local.Local) ?? Unknown.Instance;
            case IParameterReferenceOperation parameter:
                return Parameter(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return _frame.This;
            case IFieldReferenceOperation field:
                return Member(field, field.Field, field.Instance);
            case IPropertyReferenceOperation property:
                return Property(property);
            case IConversionOperation conversion:
                var converted = Evaluate(conversion.Operand);
                return conversion.OperatorMethod is null || conversion.IsImplicit ? converted : ScoreOf(conversion.Type, Batch.In(converted));
            case IAwaitOperation await:
                return Evaluate(await.Operation);
            case IFlowCaptureOperation capture:
                _targets[(_frame.Graph, capture.Id)] = capture.Value;
                return Set((_frame.Graph, capture.Id), null, Evaluate(capture.Value));
            case IFlowCaptureReferenceOperation reference:
                return _state.Find((_frame.Graph, reference.Id)) ?? Unknown.Instance;
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Evaluate(assignment.Value));
            case ICompoundAssignmentOperation compound:
                return Assign(compound.Target, Operate(compound.OperatorKind, compound.Type, Evaluate(compound.Target), Evaluate(compound.Value)));
            case IIncrementOrDecrementOperation increment:
                return Assign(increment.Target, Unknown.Instance);
            case IDeconstructionAssignmentOperation deconstruction:
                var parts = Evaluate(deconstruction.Value);
                Deconstruct(deconstruction.Target, parts);
                return parts;
            case IInvocationOperation call:
                return Call(call);
            case IObjectCreationOperation creation:
                return Create(creation);
            case IAnonymousObjectCreationOperation anonymous:
                return Create(anonymous);
            case ITupleOperation tuple:
                return new Group(new Sequence<Value>(tuple.Elements.Select(Evaluate).ToList()));
            case IArrayCreationOperation array:
                return Collect(array, array.Initializer?.ElementValues.Select(Evaluate).ToList() ?? []);
            case IArrayElementReferenceOperation element:
                element.Indices.Select(Evaluate).ToList();
                return Pick(element, Evaluate(element.ArrayReference));
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IMethodReferenceOperation method:
                return new Function(method.Method, _frame.Graph, method.Instance is null ? _frame.This : Evaluate(method.Instance));
            case IBinaryOperation binary:
                return Binary(binary);
            case IInterpolatedStringOperation interpolated:
                return Interpolate(interpolated);
            case IIsPatternOperation { Pattern: var pattern } test:
                var tested = Evaluate(test.Value);
                Match(pattern, tested);
                return Unknown.Instance;
            case IDefaultValueOperation:
                return Nothing.Instance;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                var one = new Many(Evaluate(yielded));
                _frame.Result = Value.Join(_frame.Result, one);
                return one;
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand);
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation);
            default:
                var children = new List<Value>();
                foreach (var child in operation.ChildOperations)
                {
                    var value = Evaluate(child);
                    children.Add(child.Syntax is SpreadElementSyntax ? ElementOf(value) : value);
                }

                if (operation.Syntax is CollectionExpressionSyntax)
                    return Collect(operation, children);
                return operation.Syntax is SpreadElementSyntax && children.Count == 1 ? children[0] : Unknown.Instance;
        }
    }

    private Value Set(object owner, object? member, Value value)
    {
        _state = _state.With(owner, member, value);
        return value;
    }

    private Value Parameter(IParameterSymbol parameter)
    {
        if (_state.Find(parameter) is { } known)
            return known;

        // A parameter of a primary constructor, used in another member.
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _frame.This is Instance { Origin: not ITypeSymbol } self)
            return _state.Find(self.Origin, parameter) ?? Unknown.Instance;
        return _frame.Caller is null ? Given(parameter, Resolve(parameter.Type)) : Unknown.Instance;
    }

    /// <summary>What is known of a value that comes from outside: only what its type tells.</summary>
    private Value Given(ISymbol symbol, ITypeSymbol? type) => _flow.Catalogue.KindOf(type) switch
    {
        ValueKind.Data => new Data(new GivenRows(symbol)),
        ValueKind.Estimator => new Estimator(new Sequence<EstimatorPart>(
            [new EstimatorPart(null, symbol, type, LearningOf(type), Sequence<KeyValuePair<string, Value>>.Empty)])),
        ValueKind.Model => new Model(new Sequence<ModelPart>([new ModelPart(null, symbol)])),
        ValueKind.Module or ValueKind.Optimizer => new Instance(symbol, type!),
        _ => Unknown.Instance,
    };

    /// <summary>A network or an optimizer in a field that others write: one thing, whichever it is.</summary>
    private Value Given(ITypeSymbol? type, ISymbol member) =>
        _flow.Catalogue.KindOf(type) is ValueKind.Module or ValueKind.Optimizer ? new Instance(member, type!) : _fields(member) ?? Unknown.Instance;

    private Value Property(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.IsIndexer)
        {
            foreach (var argument in reference.Arguments)
                Evaluate(argument.Value);
            var collection = Evaluate(reference.Instance);
            var element = Pick(reference, collection);
            return element is Group { Items.Count: 2 } pair && reference.Instance?.Type is { } type && IsDictionary(type)
                ? pair.Items[1]
                : element;
        }

        return Member(reference, property, reference.Instance);
    }

    private Value Member(IOperation reference, ISymbol member, IOperation? instance)
    {
        if (member is IFieldSymbol { ContainingType.IsTupleType: true } item && instance is not null)
            return ItemOf(Evaluate(instance), item);
        if (_aliased.Contains(member))
            return Unknown.Instance;

        var owner = instance is null ? null : Evaluate(instance);
        if (_flow.Catalogue.Find(member) is { } entry)
            return LibraryMember(reference, entry, owner ?? Unknown.Instance);
        if (owner is null)
            return Static(member);

        var value = (Value?)null;
        foreach (var alternative in owner.Alternatives)
        {
            var one = MemberOf(reference, member, alternative);
            value = value is null ? one : Value.Join(value, one);
        }

        return value ?? Unknown.Instance;
    }

    private Value MemberOf(IOperation reference, ISymbol member, Value owner)
    {
        switch (owner)
        {
            case Instance instance:
                var name = member.OriginalDefinition;
                if (_state.Find(instance.Origin, name) is { } known)
                    return known;
                if (member is IPropertySymbol { GetMethod: { } getter } && _flow.GraphOf(Implementation(getter, instance)) is not null)
                    return Enter(Implementation(getter, instance), SiteOf(reference), instance, []) ?? Unknown.Instance;
                if (instance.Origin is ITypeSymbol)
                    return _fields(name) is { } written and not (Unknown or Nothing) ? written : Given(reference.Type, name);
                if (_state.Find(instance.Origin, State.Elements) is { } inside && member is IPropertySymbol { Name: "Current", RefKind: RefKind.None })
                    return inside;
                if (_state.Find(instance.Origin, State.Elements) is { } elements && member.Name is "Values" or "Keys")
                    return new Many(elements is Group { Items.Count: 2 } pair ? pair.Items[member.Name == "Keys" ? 0 : 1] : Unknown.Instance);
                return Unknown.Instance;
            case Metrics metrics when member is IPropertySymbol { Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single }:
                return new Score(metrics.Evaluation, member.Name);
            case FoldResult fold when member.Name == "Metrics":
                if (fold.RankedBy is { } ranking)
                    Record(new FoldPickEvent(SiteOf(reference), fold.CrossValidation, ranking));
                return new Metrics(fold.CrossValidation);
            case FoldResult fold when member.Name == "Model":
                return new Model(new Sequence<ModelPart>([new ModelPart(fold.CrossValidation, null)]));
            case SearchResult search when member.Name == "Model":
                return new Model(new Sequence<ModelPart>([new ModelPart(search.Search, null)]));
            case SearchResult search when member.Name == "ValidationMetrics":
                return new Metrics(search.Search);
            case SearchResult when member.Name == "BestRun":
                return owner;
            case SearchResult search when member.Name == "RunDetails":
                return new Many(search);
            case Group { Items.Count: 2 } pair when member.Name is "Key" or "Value":
                return pair.Items[member.Name == "Key" ? 0 : 1];
            case Importance:
                return owner;
            case Many many when member.Name == "Current":
                return many.Element;
            case Nothing:
                return owner;
            default:
                return member.Name is "Result" or "Value" ? owner : Unknown.Instance;
        }
    }

    /// <summary>A member of a collection; where the collection is ranked, choosing it is an event.</summary>
    private Value Pick(IOperation choice, Value collection)
    {
        var element = ElementOf(collection);
        if (collection is not Many { RankedBy: { } ranking })
            return element;
        Record(new PickEvent(SiteOf(choice), ranking));
        return Picked(element, ranking);
    }

    private static Value Picked(Value element, Site ranking) => element is FoldResult fold
        ? fold with
        {
            RankedBy = ranking,
        }
        : element;

    private Value Static(ISymbol member)
    {
        var definition = member.OriginalDefinition;
        if (_state.Find(definition.ContainingType, definition) is { } known)
            return known;
        if (SymbolEqualityComparer.Default.Equals(definition.ContainingType, _type) && _fields(definition) is { } field)
            return field;
        if (definition is IPropertySymbol { GetMethod: { } getter } property
            && _flow.GraphOf(getter) is not null
            && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is { } syntax)
        {
            return _flow.OperationOf(syntax) is { } operation ? Enter(getter, SiteOf(operation), Unknown.Instance, []) ?? Unknown.Instance : Unknown.Instance;
        }

        return _flow.StaticValueOf(definition, _cancellationToken);
    }

    private Value ItemOf(Value value, IFieldSymbol item)
    {
        var number = (item.CorrespondingTupleField ?? item).Name;
        if (!number.StartsWith("Item", StringComparison.Ordinal) || !int.TryParse(number.Substring(4), out var index))
            return Unknown.Instance;
        var joined = (Value)Nothing.Instance;
        foreach (var alternative in value.Alternatives)
            joined = Value.Join(joined, alternative is Group group && index <= group.Items.Count ? group.Items[index - 1] : alternative is Batch ? alternative : Unknown.Instance);
        return joined;
    }

    private Value Binary(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        if (binary.OperatorKind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual)
        {
            if (MeasuresIn(left).Concat(MeasuresIn(right)).Any())
                Record(new ComparisonEvent(SiteOf(binary), left, right));
            return Unknown.Instance;
        }

        return Operate(binary.OperatorKind, binary.Type, left, right);
    }

    private Value Operate(BinaryOperatorKind kind, ITypeSymbol? type, Value left, Value right)
    {
        if (_flow.Catalogue.KindOf(type) != ValueKind.Tensor)
            return Combine(kind, left, right);
        return Computed(type, null, (Value?)Batch.Among([left, right]) ?? Unknown.Instance);
    }

    private static Value Combine(BinaryOperatorKind kind, Value left, Value right)
    {
        if (kind == BinaryOperatorKind.Add && (left is Text || right is Text))
            return Join(Piece(left), Piece(right));

        // A score times a weight, a mean of scores: still decided by those scores. Sums and shares of one metric stay that metric.
        var isSame = kind == BinaryOperatorKind.Add || (kind == BinaryOperatorKind.Divide && !MeasuresIn(right).Any());
        return Mixed([left, right], isSame);
    }

    private static Value Mixed(IReadOnlyList<Value> values, bool isSame)
    {
        // What is reckoned with a figure of rows still tells of them.
        if (values.OfType<Figure>().FirstOrDefault() is { } figure)
            return figure;
        var scores = values.SelectMany(MeasuresIn).Distinct().Select(measure => !isSame && measure is Score score ? score with { IsComputed = true } : measure).ToList();
        return scores.Count == 0 ? Unknown.Instance : scores.Aggregate(Choice.Of);
    }

    /// <summary>The scores among the things that a value may be.</summary>
    private static IEnumerable<Value> MeasuresIn(Value value) => value.Alternatives.Where(one => one is Score or BatchScore);

    private static string Piece(Value value) => value switch
    {
        Text text => text.Pattern,
        Constant constant => Convert.ToString(constant.Content, System.Globalization.CultureInfo.InvariantCulture) ?? "",
        Nothing => "",
        _ => Text.Gap.ToString(),
    };

    private static Value Join(string left, string right) => new Text(left + right);

    private Value Interpolate(IInterpolatedStringOperation interpolated)
    {
        var pattern = "";
        foreach (var part in interpolated.Parts)
        {
            pattern += part switch
            {
                IInterpolatedStringTextOperation { Text: ILiteralOperation { ConstantValue.Value: string text } } => text,
                IInterpolationOperation interpolation => Piece(Evaluate(interpolation.Expression)),
                _ => Text.Gap.ToString(),
            };
        }

        return new Text(pattern);
    }

    private void Match(IPatternOperation pattern, Value value)
    {
        var symbol = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };
        if (symbol is not null)
            Set(symbol, null, value);
        foreach (var inner in pattern.ChildOperations.OfType<IPatternOperation>())
            Match(inner, pattern is INegatedPatternOperation or IBinaryPatternOperation ? value : Unknown.Instance);
    }

    private Value Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        var function = new Function(lambda, _frame.Graph, _frame.This);
        if (_recording)
        {
            _lambdas[lambda] = function;
            _lambdaStates[lambda] = (_state, _frame);
        }

        return function;
    }

    /// <summary>A type without the type parameters of the methods that are being run.</summary>
    private ITypeSymbol? Resolve(ITypeSymbol? type)
    {
        for (var i = 0; i < MaxDepth && type is ITypeParameterSymbol && _frame.TypeArguments.TryGetValue(type, out var argument); i++)
            type = argument;
        return type;
    }
}
