using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What happens to networks, optimizers and gradients in a training loop.</summary>
internal sealed partial class Interpreter
{
    private static readonly HashSet<string> TrainingWords = new(StringComparer.Ordinal)
    {
        "train", "eval", "zero_grad", "backward", "step", "grad", "no_grad", "inference_mode", "set_grad_enabled", "enable_grad",
    };

    // Facts about where things were made hold in every member; what is in a state holds at one place.
    private readonly Dictionary<object, Value> _trainedBy = [];
    private readonly Dictionary<object, HashSet<object>> _held = [];
    private readonly Dictionary<object, string?> _madeOf = [];

    /// <summary>A call of a member that isn't a library's own, even if it has the name of one.</summary>
    private static bool IsHidden(IMethodSymbol method, MemberEntry entry)
    {
        if (entry.Effect < Effect.TrainingMode)
            return false;
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty;
    }

    private Value TrainingCall(
        IInvocationOperation call, MemberEntry entry, Site site, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var target = receiver ?? Unknown.Instance;
        switch (entry.Effect)
        {
            case Effect.TrainingMode:
                SetMode(site, target, Switch("on") ?? (entry.Parameter("on") is { } on && site.Argument(on) is not null ? null : true));
                return Unknown.Instance;
            case Effect.EvaluationMode:
                SetMode(site, target, false);
                return Unknown.Instance;
            case Effect.Forward:
                if (target is Instance module && _flow.Catalogue.KindOf(module.Type) == ValueKind.Module)
                {
                    Record(new ForwardEvent(site, module, At(module.Origin, TrainingPlace.Mode), RecordingOff())
                    {
                        IsRecorded = At(TrainingPlace.Recording, TrainingPlace.Recording).Alternatives.All(one => one is Recording { Off: null }),
                        Input = Batch.Among(arguments.Select(argument => argument.Value)),
                    });
                }

                return Computed(call.Type, arguments, null, target as Instance);
            case Effect.Backward:
                Record(new BackwardEvent(site, target));
                _state = _state.Change(TrainingPlace.Gradients, (_, stage) => Map(stage, AfterBackward));
                return Unknown.Instance;
            case Effect.ClearGradients:
                Clear(site, target);
                return Unknown.Instance;
            case Effect.Step:
                Step(site, target, Role("closure"));
                return Unknown.Instance;
            case Effect.Optimizer:
                return MakeOptimizer(site, call.Type!, Role("parameters"));
            case Effect.Parameters:
                return target is Instance owner ? new Parameters(owner.Origin) : Unknown.Instance;
            case Effect.RecordGradients:
                return SwitchRecording(site, entry, Switch("off") ?? Switch("on"));
            case Effect.Halves:
                return HalfOf(call, site, Role("train") is Constant { Content: bool isTraining } ? isTraining : null);
            case Effect.Batches:
                return Load(site, BatchesOf(Role("dataset")));
            case Effect.Pass:
                return Pass(site, target);
            case Effect.LoadWeights:
                if (target is Instance loaded)
                    Record(new WeightsEvent(site, loaded));
                return _flow.Catalogue.KindOf(call.Type) == ValueKind.Module ? target : Unknown.Instance;
            default:
                return Unknown.Instance;
        }

        Value? Role(string role) => entry.Parameter(role) is { } name
            ? arguments.FirstOrDefault(argument => argument.Parameter.Name == name).Value
            : null;

        // What a method is told by a flag it may also ask the flag for, so only what stands here counts.
        bool? Switch(string role) => entry.Parameter(role) is { } name && site.Argument(name)?.ConstantValue is { HasValue: true, Value: bool on } ? on : null;
    }

    private Value At(object owner, TrainingPlace place) => _state.Find(owner, place) ?? AsGiven.Instance;

    private static Value Map(Value value, Func<Value, Value> change) =>
        value.Alternatives.Select(change).Aggregate(Value.Join);

    private static Value AfterBackward(Value stage) => stage switch
    {
        Unknown => stage,
        Gradients { Stage: GradientStage.Applied or GradientStage.Mixed } => new Gradients(GradientStage.Mixed, null),
        _ => new Gradients(GradientStage.Ready, null),
    };

    private void SetMode(Site site, Value modules, bool? isTraining)
    {
        Record(new ModeEvent(site, modules, isTraining));
        if (modules is Unknown)
        {
            // Somebody else's network, or one that can't be told from those that are followed.
            _state = _state.Change(TrainingPlace.Mode, (_, _) => Unknown.Instance);
            return;
        }

        var mode = isTraining is { } on ? new Mode(on, site) : (Value)Unknown.Instance;
        var isOne = modules is Instance;
        var seen = new HashSet<object>();
        foreach (var module in modules.Alternatives.OfType<Instance>())
            Visit(module.Origin);

        void Visit(object origin)
        {
            if (!seen.Add(origin))
                return;
            Set(origin, TrainingPlace.Mode, isOne ? mode : Value.Join(At(origin, TrainingPlace.Mode), mode));
            if (_held.TryGetValue(origin, out var inner))
            {
                foreach (var child in inner)
                    Visit(child);
            }
        }
    }

    private void Clear(Site site, Value target)
    {
        if (target is Instance known && _flow.Catalogue.KindOf(known.Type) == ValueKind.Optimizer)
            Set(known.Origin, TrainingPlace.Gradients, Map(At(known.Origin, TrainingPlace.Gradients), stage => AfterClear(stage, site)));
        var spared = ImmutableHashSet.CreateBuilder<object>();
        _state = _state.Change(TrainingPlace.Gradients, Change);
        Record(new ClearEvent(site, target, spared.ToImmutable()));

        Value Change(object optimizer, Value stage)
        {
            if (target is not Instance one)
                return Unknown.Instance;
            if (one.Origin.Equals(optimizer))
                return stage;
            switch (Covers(one.Origin, optimizer))
            {
                case true:
                    return Map(stage, before => AfterClear(before, site));
                case false:
                    spared.Add(optimizer);
                    return stage;
                default:
                    return Unknown.Instance;
            }
        }
    }

    private static Value AfterClear(Value stage, Site site) =>
        new Gradients(stage is Gradients { Stage: GradientStage.Ready or GradientStage.Mixed } ? GradientStage.Lost : GradientStage.Clear, site);

    /// <summary>Whether an optimizer changes parameters of another optimizer or of a network; null when it isn't known.</summary>
    private bool? Covers(object other, object optimizer)
    {
        if (!_trainedBy.TryGetValue(optimizer, out var mine) || mine is not Parameters { Module: var trained })
            return null;
        var module = _trainedBy.TryGetValue(other, out var theirs) ? (theirs as Parameters)?.Module : other;
        if (module is null)
            return null;
        if (module.Equals(trained) || IsInside(trained, module))
            return true;
        return module is Site && trained is Site && !IsInside(module, trained) ? false : null;
    }

    private bool IsInside(object inner, object outer) => Reaches(outer, inner, new HashSet<object>());

    private bool Reaches(object from, object wanted, HashSet<object> seen) =>
        seen.Add(from) && _held.TryGetValue(from, out var inner)
        && (inner.Contains(wanted) || inner.Any(child => Reaches(child, wanted, seen)));

    private void Step(Site site, Value target, Value? closure)
    {
        if (closure is not (null or Nothing or Function))
        {
            // What it computes isn't known.
            ForgetTraining();
            return;
        }

        if (target is not Instance optimizer)
            return;
        var stage = At(optimizer.Origin, TrainingPlace.Gradients);
        Record(new StepEvent(site, optimizer, stage)
        {
            Module = _trainedBy.TryGetValue(optimizer.Origin, out var trained) ? (trained as Parameters)?.Module : null,
        });
        Set(optimizer.Origin, TrainingPlace.Gradients, Map(stage, before => AfterStep(before, site)));
    }

    /// <summary>A step without gradients leaves none.</summary>
    private static Value AfterStep(Value stage, Site site) =>
        stage is Unknown or Gradients { Stage: GradientStage.Clear or GradientStage.Lost } ? stage : new Gradients(GradientStage.Applied, site);

    private Value MakeOptimizer(Site site, ITypeSymbol type, Value? parameters)
    {
        var link = parameters as Parameters ?? (Value)Unknown.Instance;
        _trainedBy[site] = _trainedBy.TryGetValue(site, out var before) ? Value.Join(before, link) : link;
        Set(site, TrainingPlace.Gradients, AsGiven.Instance);
        if (parameters is Parameters { Module: Site { Operation: IObjectCreationOperation { Type: { } module } } made })
        {
            Record(new OptimizerEvent(site, new Instance(made, module))
            {
                IsHeld = _held.Values.Any(inner => inner.Contains(made)),
            });
        }

        return new Instance(site, type);
    }

    private RecordingScope SwitchRecording(Site site, MemberEntry entry, bool? argument)
    {
        var before = At(TrainingPlace.Recording, TrainingPlace.Recording);
        var isGiven = new[] { "off", "on" }.Any(role => entry.Parameter(role) is { } name && site.Argument(name) is not null);
        var state = argument is { } value ? new Recording(value == entry.Is("off") ? site : null)
            : isGiven ? Unknown.Instance
            : (Value)new Recording(entry.Is("off") ? site : null);
        Set(TrainingPlace.Recording, TrainingPlace.Recording, state);
        if (entry.Is("off") && state is Recording { Off: not null })
            Record(new RecordingEvent(site));
        return new RecordingScope(site, before);
    }

    private Value EndRecording(RecordingScope scope) => Set(TrainingPlace.Recording, TrainingPlace.Recording, scope.Before);

    /// <summary>The call that has surely switched the recording of gradients off; null when they may be recorded.</summary>
    private Site? RecordingOff()
    {
        var all = At(TrainingPlace.Recording, TrainingPlace.Recording).Alternatives.ToList();
        return all.All(one => one is Recording { Off: not null }) ? ((Recording)all[0]).Off : null;
    }

    private void AssignLibraryMember(Effect effect, IOperation? instance)
    {
        if (effect == Effect.Gradients)
            _state = _state.Change(TrainingPlace.Gradients, (_, _) => Unknown.Instance);

        // A tensor that is told to record becomes a start of its own.
        if (effect == Effect.Look && instance is ILocalReferenceOperation && Evaluate(instance) is UnrecordedTensor or Batch)
            Assign(instance, Unknown.Instance);
    }

    /// <summary>The result of a computation on tensors. Parameters, and tensors that are told to, record in any case.</summary>
    /// <param name="type">The type of the result.</param>
    /// <param name="arguments">What it is computed of.</param>
    /// <param name="receiver">The tensor whose method computes; null without one.</param>
    /// <param name="network">The network that computes; null when it is none.</param>
    private Value Computed(
        ITypeSymbol? type, List<(IParameterSymbol Parameter, Value Value)>? arguments = null, Value? receiver = null, Instance? network = null)
    {
        var batch = Batch.Among((arguments ?? []).Select(argument => argument.Value).Append(receiver));
        if (type?.Name != "Tensor" || _flow.Catalogue.KindOf(type) != ValueKind.Tensor)
            return ScoreOf(type, batch);
        if (batch is not null && network is not null && _flow.Catalogue.KindOf(network.Type) == ValueKind.Module)
        {
            batch = batch with
            {
                Network = network,
            };
        }

        var isStart = arguments?.Any(argument => argument is { Parameter.Name: "requires_grad", Value: not Constant { Content: false } }) == true;
        return !isStart && RecordingOff() is { } off
            ? new UnrecordedTensor(off)
            {
                Of = batch,
            }
            : (Value?)batch ?? Unknown.Instance;
    }

    /// <summary>A number out of what a network made of a batch.</summary>
    private static Value ScoreOf(ITypeSymbol? type, Batch? batch) =>
        batch is { Network: { } network } && type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Single or SpecialType.System_Double
            ? new BatchScore(batch.Pass, batch.Of, network)
            : Unknown.Instance;

    private Batches HalfOf(IInvocationOperation call, Site site, bool? isTraining)
    {
        var root = call.Arguments.FirstOrDefault()?.Value is { } argument ? ContentOf(argument) : null;
        return new Batches(site, isTraining, null)
        {
            Content = root is null || isTraining is null ? null : $"{call.TargetMethod.Name}|{isTraining}|{root}",
        };
    }

    /// <summary>What an argument holds, so that equal texts mean equal values; null when it isn't known.</summary>
    private string? ContentOf(IOperation argument)
    {
        var value = Evaluate(argument);
        if (value is Text { IsWhole: true } text)
            return "\"" + text.Pattern;
        if (value is Constant constant)
            return Convert.ToString(constant.Content, System.Globalization.CultureInfo.InvariantCulture);
        return CodeContext.Unwrap(argument) switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } => field.ToDisplayString(),
            ILocalReferenceOperation { Local: { } local } when HasOneValue(local) => local.Name + local.DeclaringSyntaxReferences[0].Span,
            _ => null,
        };
    }

    /// <summary>Whether a local keeps what it is declared with.</summary>
    private bool HasOneValue(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is VariableDeclaratorSyntax { Initializer: not null } declaration
        && !declaration.SyntaxTree.GetRoot(_cancellationToken).DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax { Left: var target } => target.DescendantNodesAndSelf().Any(name => name is IdentifierNameSyntax { Identifier.ValueText: var text } && text == local.Name),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var text } } => text == local.Name,
            _ => false,
        });

    private Value Load(Site site, Value batches)
    {
        if (batches is Batches known)
            Record(new LoaderEvent(site, known));
        return batches;
    }

    private Value BatchesOf(Value? dataset) => dataset switch
    {
        Batches batches => batches,
        Instance { Origin: Site origin } => new Batches(origin, null, _madeOf.TryGetValue(origin, out var path) ? path : null)
        {
            Content = origin.Operation is IObjectCreationOperation creation ? ContentOf(creation) : null,
        },
        _ => Unknown.Instance,
    };

    /// <summary>A data set of the program's own that is made of constants only.</summary>
    private string? ContentOf(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: var constant }
            ? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) : null).ToList();
        return creation.Initializer is null && arguments.Count > 0 && arguments.All(argument => argument is not null)
            ? $"{creation.Type!.ToDisplayString()}|{string.Join("|", arguments)}"
            : null;
    }

    private Value Pass(Site site, Value batches)
    {
        if (batches is Batches known)
            Record(new PassEvent(site, known));
        return batches is Batches passed ? new Many(new Batch(site, passed, null)) : Unknown.Instance;
    }

    /// <summary>A new network is in training mode; a new data set may tell its file.</summary>
    private void Begin(ITypeSymbol type, Site site, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        switch (_flow.Catalogue.KindOf(type))
        {
            case ValueKind.Module:
                Set(site, TrainingPlace.Mode, new Mode(true, null));
                foreach (var argument in arguments)
                    Hold(site, argument.Value);
                break;
            case ValueKind.Dataset:
                var path = arguments.Select(argument => PathOf(argument.Value)).FirstOrDefault(known => known is not null);
                _madeOf[site] = _madeOf.TryGetValue(site, out var before) && before != path ? null : path;
                break;
        }
    }

    /// <summary>A network gets the networks in a value as its parts.</summary>
    private void Hold(object module, Value value)
    {
        foreach (var alternative in value.Alternatives)
        {
            switch (alternative)
            {
                case Instance inner when _flow.Catalogue.KindOf(inner.Type) == ValueKind.Module:
                    if (!_held.TryGetValue(module, out var all))
                        _held.Add(module, all = []);
                    if (!inner.Origin.Equals(module))
                        all.Add(inner.Origin);
                    break;
                case Instance { Origin: Site origin } when _state.Find(origin, State.Elements) is { } elements && elements is not Instance:
                    foreach (var element in elements.Alternatives)
                        Hold(module, element is Group ? element : ModuleOnly(element));
                    break;
                case Instance { Origin: Site origin } when _state.Find(origin, State.Elements) is Instance element:
                    Hold(module, ModuleOnly(element));
                    break;
                case Group group:
                    foreach (var item in group.Items)
                        Hold(module, ModuleOnly(item));
                    break;
            }
        }

        Value ModuleOnly(Value part) =>
            part is Instance { Type: var type } && _flow.Catalogue.KindOf(type) == ValueKind.Module ? part : Unknown.Instance;
    }

    /// <summary>Code that isn't followed may have trained, evaluated or cleared anything.</summary>
    private void ForgetTraining()
    {
        _state = _state.Change(TrainingPlace.Mode, (_, _) => Unknown.Instance)
            .Change(TrainingPlace.Gradients, (_, _) => Unknown.Instance)
            .Change(TrainingPlace.Recording, (_, _) => Unknown.Instance);
    }

    /// <summary>Whether a method of the program that isn't entered may do something to networks and gradients.</summary>
    private bool MayTrain(IMethodSymbol method)
    {
        if (method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface)
            return true;
        return method.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(_cancellationToken)
            .DescendantTokens().Any(token => TrainingWords.Contains(token.ValueText)));
    }

    /// <summary>Whether a call hands networks, optimizers or tensors to code that isn't followed.</summary>
    private bool HandsOverTraining(IInvocationOperation call) =>
        !IsOfTorch(call.TargetMethod) && !IsHarmless(call.TargetMethod)
        && (IsTraining(call.Instance?.Type) || call.Arguments.Any(argument => IsTraining(CodeContext.Unwrap(argument.Value).Type)));

    private bool IsTraining(ITypeSymbol? type) =>
        _flow.Catalogue.KindOf(type) is ValueKind.Module or ValueKind.Optimizer or ValueKind.Tensor;

    private static bool IsOfTorch(ISymbol member) =>
        member.ContainingAssembly?.Name is { } name && (name == "TorchSharp" || name.StartsWith("TorchSharp.", StringComparison.Ordinal));
}
