using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What calls do: those of the libraries by the catalogue, those of the program by entering them.</summary>
internal sealed partial class Interpreter
{
    private Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is null ? null : Evaluate(call.Instance);
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var given = Arguments(call.Arguments).Select(argument => argument.Value).ToList();
            var joined = (Value)Nothing.Instance;
            foreach (var alternative in (receiver ?? Unknown.Instance).Alternatives)
                joined = Value.Join(joined, alternative is Function called ? RunFunction(called, SiteOf(call), given, isLoop: false) : Delegate(given));
            return joined;
        }

        Value Delegate(List<Value> given)
        {
            // What gives a tensor is a loss function.
            if (_flow.Catalogue.KindOf(call.Type) == ValueKind.Tensor)
                return Computed(call.Type, call.Arguments.Where(argument => argument.Parameter is not null).Select((argument, i) => (argument.Parameter!, given[i])).ToList());
            ForgetTraining();
            return Abandon(call, given);
        }

        var arguments = Arguments(call.Arguments);
        if (receiver is RecordingScope scope && method.Name == "Dispose")
            return EndRecording(scope);
        if (_flow.Catalogue.Find(method) is { } entry && !IsHidden(method, entry))
            return LibraryCall(call, entry, receiver, arguments);
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            if (RunLocalFunction(method, _frame.Graph, SiteOf(call), arguments) is { } result)
                return result;
            ForgetTraining();
            return Abandon(call, arguments.Select(argument => argument.Value));
        }

        if (method.OriginalDefinition.DeclaringSyntaxReferences.Length > 0)
            return SourceCall(call, receiver, arguments);
        if (SequenceCall(call, receiver, arguments) is { } known)
            return known;
        return UnknownCall(call, receiver, arguments);
    }

    private List<(IParameterSymbol Parameter, Value Value)> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new List<(IParameterSymbol, Value)>();
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (parameter.RefKind == RefKind.Out)
            {
                Assign(argument.Value, Unknown.Instance);
                values.Add((parameter, Unknown.Instance));
                continue;
            }

            values.Add((parameter, Evaluate(argument.Value)));
        }

        return values;
    }

    private Value SourceCall(
        IInvocationOperation call, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var results = (Value?)null;
        var receivers = receiver is null ? [Unknown.Instance] : receiver.Alternatives.Where(one => one is not Nothing).ToList();
        foreach (var one in receivers)
        {
            var method = call.TargetMethod;
            if (one is Instance instance)
                method = Implementation(method, instance);
            var isKnown = call.Instance is null || one is Instance || method.IsExtensionMethod;

            // What a parameter or field brings may be of a type that derives from the declared one.
            if (one is Instance { Origin: IParameterSymbol or IFieldSymbol or IPropertySymbol, Type.IsSealed: false } && (method.IsVirtual || method.IsOverride))
                isKnown = false;
            var result = isKnown && !method.IsAbstract && !method.IsExtern
                ? Enter(method, SiteOf(call), one, arguments)
                : null;
            result ??= GivenUp(call, one, arguments);
            results = results is null ? result : Value.Join(results, result);
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } parameter)
                Assign(argument.Value, _state.Find(parameter.OriginalDefinition) ?? Unknown.Instance);
        }

        return results ?? Unknown.Instance;
    }

    /// <summary>A method of the program that can't be entered: too deep, recursive, abstract or on an unknown object.</summary>
    private Value GivenUp(IInvocationOperation call, Value receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        Abandon(call, arguments.Select(argument => argument.Value));
        if (MayTrain(call.TargetMethod))
            ForgetTraining();
        if (receiver is Instance { Origin: not ITypeSymbol } instance)
            _state = _state.Without(instance.Origin);
        return Given(call.TargetMethod, Resolve(call.TargetMethod.ReturnType)) is Estimator estimator ? estimator : Unknown.Instance;
    }

    /// <summary>Runs a method of the program; null when it can't be entered.</summary>
    private Value? Enter(
        IMethodSymbol method, Site site, Value self, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (site.Depth >= MaxDepth || _frame.Running.Contains(definition) || _flow.GraphOf(definition) is not { } graph)
        {
            if (_flow.GraphOf(definition) is not null)
                _trace.IsComplete = false;
            return null;
        }

        foreach (var (parameter, value) in arguments)
        {
            if (parameter.Ordinal < definition.Parameters.Length)
                Set(definition.Parameters[parameter.Ordinal], null, value);
        }

        var frame = new Frame(definition, graph, site, self, TypeArguments(method))
        {
            Loops = LoopsHere,
            Running = _frame.Running.Add(definition),
        };
        _aliased.UnionWith(_flow.AliasedIn(graph));
        RunBody(frame);
        return frame.Result;
    }

    private ImmutableDictionary<ITypeSymbol, ITypeSymbol> TypeArguments(IMethodSymbol method)
    {
        var known = _frame.TypeArguments;
        for (var i = 0; i < method.TypeArguments.Length; i++)
        {
            if (Resolve(method.TypeArguments[i]) is { } argument)
                known = known.SetItem(method.OriginalDefinition.TypeParameters[i], argument);
        }

        for (var i = 0; method.ContainingType is { } type && i < type.TypeArguments.Length; i++)
        {
            if (Resolve(type.TypeArguments[i]) is { } argument)
                known = known.SetItem(type.OriginalDefinition.TypeParameters[i], argument);
        }

        return known;
    }

    private Value? RunLocalFunction(
        IMethodSymbol function, ControlFlowGraph scope, Site site, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var definition = function.OriginalDefinition;
        if (site.Depth >= MaxLambdaDepth || _frame.Running.Contains(definition) || CompilationFlow.LocalFunction(scope, definition) is not { } graph)
            return null;
        foreach (var (parameter, value) in arguments)
            Set(definition.Parameters[parameter.Ordinal], null, value);
        var frame = new Frame(definition, graph, site, _frame.This, TypeArguments(function))
        {
            Loops = LoopsHere,
            Running = _frame.Running.Add(definition),
        };
        RunBody(frame);
        return frame.Result;
    }

    /// <summary>Runs a lambda or the method behind a method group.</summary>
    private Value RunFunction(Function function, Site site, IReadOnlyList<Value> arguments, bool isLoop)
    {
        if (function.Code is IMethodSymbol method)
        {
            var bound = method.Parameters.Zip(arguments, (parameter, value) => (parameter, value)).ToList();
            return (method.MethodKind == MethodKind.LocalFunction
                ? RunLocalFunction(method, function.Graph!, site, bound)
                : method.IsAbstract ? null : Enter(method, site, function.This, bound)) ?? Unknown.Instance;
        }

        var lambda = (IFlowAnonymousFunctionOperation)function.Code;
        _ran.Add(lambda);
        if (site.Depth >= MaxLambdaDepth || _frame.Running.Contains(lambda))
            return Unknown.Instance;
        for (var i = 0; i < lambda.Symbol.Parameters.Length; i++)
            Set(lambda.Symbol.Parameters[i], null, i < arguments.Count ? arguments[i] : Unknown.Instance);
        var frame = new Frame(lambda, function.Graph!.GetAnonymousFunctionControlFlowGraph(lambda), site, function.This, _frame.TypeArguments)
        {
            Loops = isLoop ? LoopsHere.Add(lambda.Syntax) : LoopsHere,
            Running = _frame.Running.Add(lambda),
        };
        var before = _state;
        RunBody(frame);

        // It may run never, once or often.
        if (isLoop)
            _state = before.Join(_state, widen: false, IsShared);
        return frame.Result;
    }

    private void RunInitializers(ITypeSymbol type, Site site, Value self)
    {
        foreach (var graph in _flow.InitializersOf(type, isStatic: false))
        {
            var frame = new Frame(graph, graph, site, self, _frame.TypeArguments)
            {
                Loops = LoopsHere,
                Running = _frame.Running,
            };
            if (site.Depth < MaxDepth)
                RunBody(frame);
        }
    }

    /// <summary>The method that a call on an object really reaches.</summary>
    private static IMethodSymbol Implementation(IMethodSymbol method, Instance instance)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return instance.Type.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method;
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
            return method;
        for (var type = instance.Type; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var known = candidate; known is not null; known = known.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
                }
            }
        }

        return method;
    }

    private Value UnknownCall(
        IInvocationOperation call, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var site = SiteOf(call);
        var type = Resolve(call.TargetMethod.ReturnType);
        foreach (var argument in arguments)
        {
            if (argument.Value is Function function)
                RunFunction(function, site, [], isLoop: true);
        }

        switch (_flow.Catalogue.KindOf(type))
        {
            case ValueKind.Estimator:
                return Factory(call, arguments, null);
            case ValueKind.Model:
                Abandon(call, arguments.Select(argument => argument.Value));
                return new Model(new Sequence<ModelPart>([new ModelPart(null, site)]));
        }

        // A fluent call gives back what it was called on.
        var self = receiver ?? (call.TargetMethod.IsExtensionMethod ? arguments.FirstOrDefault().Value : null);
        var isFluent = self is Instance instance && SymbolEqualityComparer.Default.Equals(instance.Type, type);
        if (HandsOverTraining(call))
            ForgetTraining();
        if (IsOfTorch(call.TargetMethod))
        {
            // Layers, losses, schedulers and functions of tensors: they keep to what they are given.
            if (_flow.Catalogue.KindOf(type) == ValueKind.Module && !isFluent)
            {
                Begin(type!, site, arguments);
                return new Instance(site, type!);
            }

            if (isFluent && self is Instance { Origin: var holder } && _flow.Catalogue.KindOf(type) == ValueKind.Module)
                arguments.ForEach(argument => Hold(holder, argument.Value));
            return isFluent ? self! : Computed(type, arguments, receiver);
        }

        if (!IsHarmless(call.TargetMethod))
            Abandon(call, arguments.Select(argument => argument.Value).Where(value => !isFluent || !ReferenceEquals(value, self)));
        return isFluent ? self! : Unknown.Instance;
    }

    private Estimator Factory(IInvocationOperation call, List<(IParameterSymbol Parameter, Value Value)> arguments, MemberEntry? entry)
    {
        var type = Resolve(call.TargetMethod.ReturnType);
        var known = arguments.Select(argument => new KeyValuePair<string, Value>(argument.Parameter.Name, Plain(argument.Value))).ToList();
        var learning = LearningOf(type);
        if (entry?.Is("supervised") == true)
            learning = Learning.Supervised;

        // A missing value is replaced by a constant unless the call asks for a statistic.
        if (known.Any(argument => argument is { Key: "replacementMode", Value: Constant { Content: byte or int } mode } && Convert.ToInt32(mode.Content) == 0))
            learning = Learning.Stateless;
        if (arguments.FirstOrDefault(argument => argument.Parameter.Name == "options").Value is Instance options && ValidationOf(options) is { } validation)
            known.Add(new KeyValuePair<string, Value>("validationSet", validation));
        var part = new EstimatorPart(SiteOf(call), null, type, learning, new Sequence<KeyValuePair<string, Value>>(known));
        return new Estimator(new Sequence<EstimatorPart>([part]));
    }

    /// <summary>The validation set among a trainer's options; null when there is none.</summary>
    private Data? ValidationOf(Instance options)
    {
        for (var type = options.Type; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers("ValidationSet"))
            {
                if (_state.Find(options.Origin, member.OriginalDefinition) is Data data)
                    return data;
            }
        }

        return null;
    }

    /// <summary>An argument of an estimator's factory: the texts of an array as a group, so that they can be compared.</summary>
    private Value Plain(Value value)
    {
        if (value is not Instance { Origin: Site { Operation: IArrayCreationOperation { Initializer: { } initializer } } })
            return value;
        return new Group(new Sequence<Value>(initializer.ElementValues
            .Select(element => element.ConstantValue.Value is string text ? new Text(text) : (Value)Unknown.Instance).ToList()));
    }

    /// <summary>The values go where the analysis doesn't follow.</summary>
    private Value Abandon(IOperation call, IEnumerable<Value> values)
    {
        var all = values.ToList();
        if (all.Count > 0)
            Escape(call, new Group(new Sequence<Value>(all)));
        foreach (var instance in all.OfType<Instance>())
        {
            if (instance.Origin is not ITypeSymbol && instance.Type is not IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String })
                _state = _state.Without(instance.Origin);
        }

        return Unknown.Instance;
    }

    /// <summary>Prints, formats, computes: neither keeps nor changes what it is given.</summary>
    private bool IsHarmless(IMethodSymbol method) =>
        method.ContainingType is { ContainingNamespace: { } space } type
        && _flow.Catalogue.NameOf(space) is "System" or "System.IO" or "System.Text" or "System.Diagnostics" or "System.Globalization"
            or "System.Threading" or "System.Linq"
        && type.Name is not ("Action" or "Func" or "Lazy" or "Tuple");

    private Learning LearningOf(ITypeSymbol? type)
    {
        var learning = _flow.Catalogue.LearningOf(type);
        if (learning != Learning.Unknown || type is not INamedTypeSymbol { TypeKind: TypeKind.Class } known)
            return learning;

        // ML.NET's stateless estimators derive from one base; the few others are in the catalogue.
        var assembly = known.ContainingAssembly?.Name ?? "";
        return (assembly == "Microsoft.ML" || assembly.StartsWith("Microsoft.ML.", StringComparison.Ordinal)) && known.Name != "EstimatorChain"
            ? Learning.Features
            : Learning.Unknown;
    }
}
