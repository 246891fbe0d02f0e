using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What the members in the catalogues do.</summary>
internal sealed partial class Interpreter
{
    private const string TrainPlace = "train";
    private const string ValidationPlace = "validation";
    private const string BudgetPlace = "budget";

    private Value LibraryMember(IOperation reference, MemberEntry entry, Value owner)
    {
        switch (entry.Effect)
        {
            case Effect.TrainPart or Effect.TestPart:
                var isTest = entry.Effect == Effect.TestPart;
                var joined = (Value)Nothing.Instance;
                foreach (var alternative in owner.Alternatives)
                {
                    if (alternative is Split split)
                        Record(new PartEvent(SiteOf(reference), split, isTest));
                    joined = Value.Join(joined, alternative is Split known ? known.Part(isTest) : Unknown.Instance);
                }

                return joined;
            case Effect.Same:
                return owner;
            case Effect.Gradients:
                // Whoever has them may clear or change them.
                _state = _state.Change(TrainingPlace.Gradients, (_, _) => Unknown.Instance);
                return Unknown.Instance;
            default:
                return Unknown.Instance;
        }
    }

    private Value LibraryCall(
        IInvocationOperation call, MemberEntry entry, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var site = SiteOf(call);
        foreach (var argument in arguments)
        {
            // A filter's predicate, a callback: they run once for each row.
            if (argument.Value is Function function && entry.Effect is not (Effect.Load or Effect.TrialRunner))
                RunFunction(function, site, [], isLoop: true);
        }

        switch (entry.Effect)
        {
            case Effect.Load:
                var loaded = new Data(new LoadedRows(site, PathOf(Role("path"))))
                {
                    RowType = RowTypeOf(call),
                };
                var (query, queryPlace) = QueryOf(Role("query"));
                Record(new LoadEvent(site, loaded)
                {
                    Query = query,
                    QueryPlace = queryPlace,
                });
                return loaded;
            case Effect.Rows:
                return Rows(call, entry, site, Role);
            case Effect.Split:
                var split = new Split(site, InputOf(Role("data"), call), IsFold: false);
                Record(new SplitEvent(site, split, Number(Role("fraction")), Role("key") ?? Nothing.Instance, Role("seed") ?? Nothing.Instance));
                return split;
            case Effect.Folds:
                var fold = new Split(site, InputOf(Role("data"), call), IsFold: true);
                Record(new SplitEvent(site, fold, null, Role("key") ?? Nothing.Instance, Role("seed") ?? Nothing.Instance));
                return new Many(fold);
            case Effect.Fit:
                return Fit(call, entry, site, Role("estimator") ?? receiver, Role("data"), Role("validation"));
            case Effect.Transform:
                var transformed = (Value)Nothing.Instance;
                foreach (var alternative in (Role("data") ?? Unknown.Instance).Alternatives)
                    transformed = Value.Join(transformed, Transform(site, Role("model") ?? receiver, alternative));
                return transformed;
            case Effect.Evaluate:
                var scored = (Role("data") ?? Unknown.Instance).Alternatives.ToList();
                for (var i = 0; i < scored.Count; i++)
                {
                    var data = Role("model") is { } scorer ? Transform(site, scorer, scored[i]) : scored[i];
                    Record(new EvaluationEvent(site, data as Data, Operand("data"))
                    {
                        Variant = i,
                        IsUnsupervised = entry.Is("unsupervised"),
                        Label = (Role("label") as Text)?.Pattern,
                    });
                }

                return new Metrics(site);
            case Effect.CrossValidate:
                Record(new CrossValidationEvent(site, AsEstimator(Role("estimator")), Role("data") as Data, Operand("data"))
                {
                    Key = Role("key") ?? Nothing.Instance,
                });
                return new Many(new FoldResult(site));
            case Effect.Same:
                return Role("value") ?? Unknown.Instance;
            case Effect.Append:
                return Append(call, Role("first") ?? receiver, Role("next"), Role("nextModel"));
            case Effect.Importance:
                Record(new ImportanceEvent(site, (Role("model") ?? Role("model2")) as Model, Role("data") as Data, Operand("data")));
                return new Many(new Importance(site));
            case Effect.Threshold:
                Record(new ThresholdEvent(site, Role("model") as Model));
                return Role("model") ?? Unknown.Instance;
            case Effect.Write:
                Record(new WriteEvent(site, Role("path") ?? Unknown.Instance));
                return Unknown.Instance;
            case Effect.LoadModel:
                return new Model(new Sequence<ModelPart>([new ModelPart(null, site)]));
            case Effect.Experiment:
                // Settings of its own may hold a limit.
                Set(site, BudgetPlace, site.Argument("settings") is null ? Nothing.Instance : new Constant(true));
                return new Instance(site, call.Type!);
            case Effect.Budget:
                if (receiver is Instance { Origin: var limited })
                    Set(limited, BudgetPlace, new Constant(true));
                return receiver ?? Unknown.Instance;
            case Effect.Dataset:
                return GiveDataset(call, entry, Role("experiment"), Role("data"), Role("validation") ?? Role("validation2"), Role("split") ?? Role("split2"), Role("whole"), Role("sampled"));
            case Effect.Metric:
                if (Role("experiment") is Instance { Origin: var experiment })
                    RecordMetric(site, experiment, entry.Parameter("metric") is { } metric ? site.Argument(metric) : null);
                return Role("experiment") ?? Unknown.Instance;
            case Effect.Estimator:
                return Factory(call, arguments, entry);
            case Effect.SaveModel:
                Record(new SaveEvent(site, Role("model") as Model, Operand("model")));
                return Unknown.Instance;
            case Effect.SearchExperiment:
                Record(new ExperimentEvent(site, Role("settings")));
                return new Instance(site, call.Type!);
            case Effect.TrialRunner:
                return RunTrials(site, receiver ?? Unknown.Instance, Role("runner") ?? (Role("factory") is Function factory ? RunFunction(factory, site, [], isLoop: false) : null));
            case >= Effect.TrainingMode:
                return TrainingCall(call, entry, site, receiver, arguments);
            case Effect.Search:
                return Search(site, Role("experiment"), Role("data"), Role("validation"), Operand("data"), Operand("validation"));
            default:
                return Unknown.Instance;
        }

        Value? Role(string role)
        {
            if (entry.Parameter(role) is not { } name)
                return null;
            if (name == "this")
                return receiver;
            foreach (var (parameter, value) in arguments)
            {
                if (parameter.Name == name)
                    return value;
            }

            // Another overload may call its data differently.
            return role == "data"
                ? arguments.FirstOrDefault(argument => _flow.Catalogue.KindOf(argument.Parameter.Type) == ValueKind.Data).Value
                : null;
        }

        IOperation? Operand(string role) =>
            entry.Parameter(role) is { } name ? site.Argument(name) ?? (role == "data" ? DataOperand(call) : null) : null;
    }

    private IOperation? DataOperand(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => _flow.Catalogue.KindOf(argument.Parameter?.Type) == ValueKind.Data)?.Value;

    private INamedTypeSymbol? RowTypeOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.Length > 0 ? Resolve(call.TargetMethod.TypeArguments[0]) as INamedTypeSymbol : null;

    private Value Rows(IInvocationOperation call, MemberEntry entry, Site site, Func<string, Value?> role)
    {
        var (input, seed) = (role("data"), role("seed"));
        if (input is not Data data)
        {
            // Rows from a collection in memory: a source of its own.
            if (_flow.Catalogue.KindOf(call.Type) != ValueKind.Data || input is Data or Choice || call.TargetMethod.Name != "LoadFromEnumerable")
                return Unknown.Instance;
            data = new Data(new LoadedRows(site, null));
            Record(new LoadEvent(site, data));
        }

        if (entry.Is("some"))
        {
            data = data with
            {
                Rows = new SomeRows(data.Rows, site)
                {
                    Range = RangeOf(call, data, role),
                },
            };
        }

        // A filter that remembers rows may be there to leave out repeated ones.
        if (entry.Is("distinct"))
        {
            data = data with
            {
                RepeatedBy = null,
            };
        }

        // The complement of a sample holds each of the other rows once.
        if (entry.Is("repeated") && role("complement") is Constant { Content: false })
        {
            data = data with
            {
                RepeatedBy = site,
            };
        }

        if (entry.Is("shuffle"))
        {
            data = data with
            {
                IsShuffled = true,
                OrderedBy = site,
            };
        }

        // Without a seed of its own a shuffle takes the context's.
        if (entry.Is("shuffle") && seed is null or Nothing && ContextOf(call) is { } context && HasNoSeed(context))
        {
            data = data with
            {
                ShuffledBy = site,
            };
        }

        return RowTypeOf(call) is { } type
            ? data with
            {
                RowType = type,
            }
            : data;
    }

    private static RowRange? RangeOf(IInvocationOperation call, Data data, Func<string, Value?> role)
    {
        if (role("take") is { } take)
            return Positions(data, 0, take);
        if (role("skip") is { } skip)
            return Positions(data, Number(skip), null);
        return role("column") is Text { IsWhole: true, Pattern: var column } && Number(role("from")) is { } from && Number(role("to")) is { } to
            ? new RowRange($"{call.TargetMethod.Name} {column}", null, from, to)
            : null;
    }

    /// <summary>The creation of the MLContext that a call of one of its catalogues belongs to; null when it isn't known.</summary>
    private IObjectCreationOperation? ContextOf(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Instance: { } context }
        && Evaluate(context) is Instance { Origin: Site { Operation: IObjectCreationOperation creation } } ? creation : null;

    private static bool HasNoSeed(IObjectCreationOperation context) =>
        context.Arguments.All(argument => argument.Value.ConstantValue is { HasValue: true, Value: null } || argument.Value is IDefaultValueOperation
            || argument.ArgumentKind == ArgumentKind.DefaultValue);

    /// <summary>What is split; data that nothing is known of becomes a source of its own.</summary>
    private Data InputOf(Value? value, IInvocationOperation call) =>
        value as Data ?? new Data(new LoadedRows(new Site(DataOperand(call) ?? call, _frame.Caller), null));

    private Value Fit(IInvocationOperation call, MemberEntry entry, Site site, Value? estimator, Value? data, Value? validation)
    {
        var input = entry.Parameter("data") is { } name ? site.Argument(name) ?? DataOperand(call) : null;
        var steering = entry.Parameter("validation") is { } other ? site.Argument(other) : null;
        var known = AsEstimator(estimator);
        if (validation is null && OptionOf(known) is var (option, operand))
            (validation, steering) = (option, operand);
        Record(new FitEvent(site, known, data as Data, input)
        {
            Validation = validation as Data,
            ValidationInput = steering is null ? null : (site, steering),
        });
        return new Model(new Sequence<ModelPart>([new ModelPart(site, null)]));
    }

    /// <summary>The validation set that a trainer of the chain was made with.</summary>
    private (Value Value, IOperation? Operand)? OptionOf(Estimator? estimator)
    {
        foreach (var part in estimator?.Parts ?? Sequence<EstimatorPart>.Empty)
        {
            if (part.Argument("validationSet") is Data data)
                return (data, part.Site?.Argument("validationSet") ?? (part.Site?.Argument("options") is { } options ? AssignedIn(options) ?? options : null));
        }

        return null;
    }

    /// <summary>What options get as their validation set where they are made in one expression; null when that isn't so.</summary>
    private IOperation? AssignedIn(IOperation options)
    {
        var made = CodeContext.Unwrap(options).Syntax;
        var model = _flow.ModelOf(made.SyntaxTree);
        if (made is IdentifierNameSyntax && model.GetSymbolInfo(made).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } first })
        {
            made = first;
        }

        var assigned = (made as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "ValidationSet" });
        return assigned is null ? null : model.GetOperation(assigned.Right);
    }

    private static Estimator? AsEstimator(Value? value)
    {
        if (value is Estimator estimator)
            return estimator;
        var alternatives = value?.Alternatives.ToList() ?? [];
        if (alternatives.Count < 2 || !alternatives.All(alternative => alternative is Estimator))
            return null;

        // One of several: what all of them learn is known.
        var all = alternatives.Cast<Estimator>().ToList();
        var strongest = all.Select(one => one.Parts.Max(part => part.Learning)).Distinct().ToList();
        var learning = strongest.Count == 1 ? strongest[0] : Learning.Unknown;
        return new Estimator(new Sequence<EstimatorPart>(
            [new EstimatorPart(null, value, null, learning, Sequence<KeyValuePair<string, Value>>.Empty)]));
    }

    private static Value Transform(Site site, Value? model, Value? data)
    {
        if (data is not Data rows)
            return Unknown.Instance;
        var parts = model is Model known ? known.Parts : new Sequence<ModelPart>([new ModelPart(null, (object?)model ?? site)]);
        if (model is Choice choice && choice.Alternatives.All(alternative => alternative is Model))
        {
            // One of several models: the analysis must not take it for the first of them.
            parts = new Sequence<ModelPart>([new ModelPart(null, choice)]);
        }

        return rows.Through.Count + parts.Count > 24
            ? Unknown.Instance
            : rows with
            {
                Through = rows.Through.Concat(parts),
            };
    }

    private Value Append(IInvocationOperation call, Value? first, Value? next, Value? nextModel)
    {
        var kind = _flow.Catalogue.KindOf(call.Type);
        if (kind == ValueKind.Model)
        {
            var parts = PartsOf(first, call).Concat(PartsOf(nextModel, call)).ToList();
            return new Model(new Sequence<ModelPart>(parts));
        }

        var unknown = new EstimatorPart(null, call.Syntax, null, Learning.Unknown, Sequence<KeyValuePair<string, Value>>.Empty);
        var links = (AsEstimator(first)?.Parts ?? new Sequence<EstimatorPart>([unknown]))
            .Concat(AsEstimator(next)?.Parts ?? new Sequence<EstimatorPart>([unknown]));
        return links.Count > 64 ? Unknown.Instance : new Estimator(new Sequence<EstimatorPart>(links));
    }

    private static IEnumerable<ModelPart> PartsOf(Value? value, IOperation call) =>
        value is Model model ? model.Parts : [new ModelPart(null, (object?)value ?? call.Syntax)];

    private Value GiveDataset(IInvocationOperation call, MemberEntry entry, Value? experiment, Value? train, Value? validation, Value? split, Value? whole, Value? sampled)
    {
        if (experiment is not Instance { Origin: var origin })
            return experiment ?? Unknown.Instance;
        if (split is Split known)
            (train, validation) = (known.Part(isTest: false), known.Part(isTest: true));
        Record(new DatasetEvent(SiteOf(call), (train ?? whole) as Data, sampled is Constant { Content: true })
        {
            Experiment = origin,
            IsFolded = whole is not null,
        });
        var isFolded = whole is not null || (train is null && validation is null);
        Set(origin, TrainPlace, (isFolded ? whole : train) ?? Unknown.Instance);
        Set(origin, ValidationPlace, validation ?? Nothing.Instance);
        Set(origin, ValidationPlace + "?", new Function(call, null, Unknown.Instance));
        return experiment;
    }

    private Value Search(Site site, Value? experiment, Value? data, Value? validation, IOperation? input, IOperation? steering)
    {
        var place = site;
        var origin = (experiment as Instance)?.Origin;
        if (origin is not null)
        {
            data = _state.Find(origin, TrainPlace);
            validation = _state.Find(origin, ValidationPlace);
            if (_state.Find(origin, ValidationPlace + "?") is Function { Code: IInvocationOperation set })
            {
                place = new Site(set, site.Caller);
                steering = set.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "validation" or "trainValidationSplit" or "trainTestSplit")?.Value;
            }
        }

        Record(new FitEvent(site, null, data as Data, input)
        {
            IsSearch = true,
            Experiment = origin,
            HasBudget = origin is null || site.Argument("ct") is not null || _state.Find(origin, BudgetPlace) is not Nothing,
            Validation = validation as Data,
            ValidationInput = steering is null ? null : (place, steering),
        });
        return new SearchResult(site);
    }

    /// <summary>Runs what a search runs for each of its trials. Others may call the runner too.</summary>
    private Value RunTrials(Site site, Value experiment, Value? runner)
    {
        if (experiment is Instance { Origin: var origin })
            Record(new TrialRunnerEvent(site, origin));
        if (runner is Instance { Origin: Site } instance)
        {
            var run = instance.Type.GetMembers("RunAsync").Concat(instance.Type.GetMembers("Run")).OfType<IMethodSymbol>().FirstOrDefault(method => _flow.GraphOf(method) is not null);
            if (run is not null)
                Enter(run, site, instance, []);
        }

        if (runner is not null)
            Abandon(site.Operation, [runner]);
        return experiment;
    }

    private void RecordMetric(Site site, object experiment, IOperation? metric) => Record(new MetricEvent(site, experiment)
    {
        Metric = metric is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } } ? name : null,
        Input = metric,
    });

    /// <summary>The query that a database's source was made with, and its place.</summary>
    private (string? Query, SyntaxNode? Place) QueryOf(Value? source)
    {
        if (source is not Instance { Origin: Site { Operation: IObjectCreationOperation } made } || made.Argument("commandText") is not { } command)
            return default;
        var text = command.ConstantValue.Value as string
            ?? (command is ILocalReferenceOperation local && _state.Find(local.Local) is Text { IsWhole: true } known ? known.Pattern : null);
        return (text, text is null ? null : command.Syntax);
    }

    private string? PathOf(Value? path)
    {
        if (path is Instance { Origin: Site } array)
            path = ElementOf(array);
        return path is Text text && text.Pattern.Any(letter => letter != Text.Gap) ? text.Pattern.Replace('\\', '/') : null;
    }

    private static double? Number(Value? value) =>
        value is Constant { Content: double or float or int or long } number
            ? Convert.ToDouble(number.Content, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
