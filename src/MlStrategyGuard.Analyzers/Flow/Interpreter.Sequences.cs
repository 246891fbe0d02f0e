using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What the base library's collections, queries, tasks and paths do.</summary>
internal sealed partial class Interpreter
{
    /// <summary>The result of a call into the base library; null when it isn't one that matters.</summary>
    private Value? SequenceCall(
        IInvocationOperation call, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var method = call.TargetMethod;
        var space = method.ContainingNamespace is { } known ? _flow.Catalogue.NameOf(known) : "";
        if (!space.StartsWith("System", StringComparison.Ordinal))
            return null;
        if (space == "System.IO")
            return FileCall(call, arguments);
        if (space.StartsWith("System.Threading.Tasks", StringComparison.Ordinal) || space.StartsWith("System.Runtime.CompilerServices", StringComparison.Ordinal))
            return TaskCall(call, receiver, arguments);
        if (space == "System" && method.ContainingType.Name == "Math")
            return Mixed(arguments.Select(argument => argument.Value).ToList(), method.Name is "Max" or "Min" or "Round");
        if (space == "System" && method.ContainingType.SpecialType == SpecialType.System_String)
            return method.Name is "Concat" or "Join" ? Joined(method.Name, arguments) : Unknown.Instance;
        if (method.Name is "GetEnumerator" or "GetAsyncEnumerator" or "ConfigureAwait" or "AsSpan")
        {
            var passed = receiver is null or Unknown && arguments.Count > 0 ? arguments[0].Value : receiver;
            return passed is Batches ? Pass(SiteOf(call), passed) : passed;
        }

        if (!space.StartsWith("System.Linq", StringComparison.Ordinal) && !space.StartsWith("System.Collections", StringComparison.Ordinal)
            && method.ContainingType.SpecialType != SpecialType.System_Array)
        {
            return null;
        }

        var rest = arguments.Select(argument => argument.Value).ToList();
        var source = receiver;
        if (source is null)
        {
            if (rest.Count == 0)
                return null;
            source = rest[0];
            rest.RemoveAt(0);
        }

        // Rows of an unknown sequence, in an order that chance decides.
        var site = SiteOf(call);
        if (source is Unknown && method.Name is "OrderBy" or "OrderByDescending"
            && call.Arguments.LastOrDefault()?.Value.Syntax is { } key && Randomness.In(key, _flow.ModelOf(key.SyntaxTree)) is not null)
        {
            source = new Data(new LoadedRows(site, null));
        }

        return source is Data data ? OfRows(call, site, data, rest) : OfCollection(call, site, source, rest);
    }

    private Value? OfRows(IInvocationOperation call, Site site, Data data, List<Value> rest)
    {
        var method = call.TargetMethod;
        if (data.GroupedBy is { } grouped)
        {
            return method.Name == "SelectMany" && TakesAsMany(call)
                ? data with
                {
                    Rows = new SomeRows(data.Rows, site),
                    GroupedBy = null,
                    BalancedBy = grouped,
                    OrderedBy = site,
                }
                : OfCollection(call, site, Unknown.Instance, rest);
        }

        foreach (var function in rest.OfType<Function>())
            RunFunction(function, site, [], isLoop: true);
        switch (method.Name)
        {
            case "GroupBy" when rest.Count == 1:
                return data with
                {
                    GroupedBy = site,
                };
            case "Average" or "Sum" or "Min" or "Max" when call.Type?.SpecialType is >= SpecialType.System_Int16 and <= SpecialType.System_Double:
                _hasFigures = true;
                return new Figure(site, data.Rows);
            case "ToList" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList":
                return data with
                {
                    ReorderedBy = null,
                    RepeatedBy = method.Name == "ToHashSet" ? null : data.RepeatedBy,
                };
            case "Skip" when rest[0] is Constant { Content: 1 }:
                // The header of a text file.
                return data;
            case "Take" or "Skip" or "GetRange":
                return data with
                {
                    Rows = new SomeRows(data.Rows, site)
                    {
                        Range = Positions(data, method.Name == "Take" ? 0 : Number(rest[0]), method.Name == "Skip" ? null : rest[rest.Count - 1]),
                    },
                };
            case "Where" or "TakeLast" or "SkipLast" or "TakeWhile" or "SkipWhile" or "Distinct" or "DistinctBy"
                or "Except" or "ExceptBy" or "Intersect" or "OfType" or "Chunk" or "GroupBy":
                return method.Name is "Chunk" or "GroupBy"
                    ? Unknown.Instance
                    : data with
                    {
                        Rows = new SomeRows(data.Rows, site),
                        RepeatedBy = method.Name is "Distinct" or "DistinctBy" or "Except" or "ExceptBy" or "Intersect" ? null : data.RepeatedBy,
                    };
            case "Concat" or "Union" or "UnionBy" when rest.Count > 0:
                return rest[0] is Data more
                    ? data with
                    {
                        Rows = new UnionRows(new Sequence<RowSet>([data.Rows, more.Rows])),
                        OrderedBy = site,
                        RepeatedBy = method.Name != "Concat" ? null : data.RepeatedBy ?? more.RepeatedBy ?? (AreRepeated(data, more) ? site : null),
                    }
                    : Unknown.Instance;
            case "Select":
                return data with
                {
                    RowType = method.TypeArguments.LastOrDefault() as INamedTypeSymbol,
                    MappedBy = site,
                    ReckonedWith = FigureIn(call) is { } figure ? (figure, site) : data.ReckonedWith,
                };
            case "Reverse":
                return data with
                {
                    OrderedBy = site,
                };
            case "AsEnumerable" or "AsParallel" or "AsReadOnly":
                return data;
            case "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order":
                return Sorted(call, site, data);
            case "Cast" or "SelectMany":
                return data;
            default:
                return Unknown.Instance;
        }
    }

    /// <summary>A figure of rows that a query's lambda reckons with; null when there is none.</summary>
    private Figure? FigureIn(IInvocationOperation call)
    {
        if (!_hasFigures || call.Arguments.LastOrDefault()?.Value.Syntax is not { } lambda)
            return null;
        var model = _flow.ModelOf(lambda.SyntaxTree);
        return lambda.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol is ILocalSymbol local ? _state.Find(local) : null)
            .OfType<Figure>().FirstOrDefault();
    }

    /// <summary>Whether <c>SelectMany(group => group.Take(count))</c> takes the same number of each group.</summary>
    private static bool TakesAsMany(IInvocationOperation call) =>
        call.Arguments.LastOrDefault()?.Value.Syntax is SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Parameter.Identifier.ValueText: var group }
        && body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(take =>
            take is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" }, ArgumentList.Arguments: { Count: 1 } count }
            && !count[0].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == group));

    /// <summary>Whether one set holds the other, row for row, or with variants of its rows beside them.</summary>
    private static bool AreRepeated(Data one, Data other) =>
        (one.Rows.Contains(other.Rows) || other.Rows.Contains(one.Rows))
        && (Equals(one.MappedBy, other.MappedBy) || one.MappedBy is null || other.MappedBy is null);

    /// <summary>The places of rows in the order that they have; null when they aren't constant.</summary>
    private static RowRange? Positions(Data data, double? start, Value? count)
    {
        var length = count is null ? double.PositiveInfinity : Number(count);
        if (start is null || length is null)
            return null;
        var from = data.Rows is SomeRows { Range: { Axis: RowRange.Position } outer } && Equals(outer.Order, data.OrderedBy) ? outer : null;
        var first = (from?.From ?? 0) + start.Value;
        return new RowRange(RowRange.Position, data.OrderedBy, first, Math.Min(from?.To ?? double.PositiveInfinity, first + length.Value));
    }

    private Data Sorted(IInvocationOperation call, Site site, Data data)
    {
        var key = call.Arguments.LastOrDefault()?.Value.Syntax;
        if (key is not null && Randomness.In(key, _flow.ModelOf(key.SyntaxTree)) is { } isSeeded)
        {
            return data with
            {
                IsShuffled = true,
                OrderedBy = site,
                ReorderedBy = site,
                ShuffledBy = isSeeded ? data.ShuffledBy : site,
            };
        }

        return data with
        {
            OrderedBy = site,
        };
    }

    private Value? OfCollection(IInvocationOperation call, Site site, Value source, List<Value> rest)
    {
        var method = call.TargetMethod;
        var element = ElementOf(source);
        var functions = rest.OfType<Function>().ToList();
        switch (method.Name)
        {
            case "Add" or "AddLast" or "AddFirst" or "Enqueue" or "Push" or "TryAdd" or "Insert" or "Append" or "Prepend":
                if (method.Name is "Append" or "Prepend")
                    return new Many(JoinElements(element, rest.LastOrDefault() ?? Unknown.Instance));
                var isPair = rest.Count == 2 && IsDictionary(method.ContainingType);
                Add(source, isPair ? new Group(new Sequence<Value>(rest)) : rest.LastOrDefault() ?? Unknown.Instance, call);
                return Unknown.Instance;
            case "AddRange" or "UnionWith":
                Add(source, ElementOf(rest.LastOrDefault() ?? Unknown.Instance), call);
                return Unknown.Instance;
            case "Select" when functions.Count == 1:
                return new Many(RunFunction(functions[0], site, [element], isLoop: true));
            case "SelectMany" when functions.Count == 1:
                return new Many(ElementOf(RunFunction(functions[0], site, [element], isLoop: true)));
            case "Where" or "Take" or "Skip" or "TakeWhile" or "SkipWhile" or "Distinct" or "DistinctBy" or "Reverse" or "AsEnumerable"
                or "Cast" or "OfType" or "TakeLast" or "SkipLast" or "AsReadOnly" or "AsParallel" or "AsOrdered" or "DefaultIfEmpty":
                Run();
                return source is Many ? source : new Many(element);
            case "ToList" or "ToArray" or "ToHashSet" or "ToImmutableArray" or "ToImmutableList":
                Set(site, State.Elements, element);
                return source is Many { RankedBy: not null } ? source : new Instance(site, call.Type!);
            case "ToDictionary" when functions.Count > 0:
                var key = RunFunction(functions[0], site, [element], isLoop: true);
                var value = functions.Count > 1 ? RunFunction(functions[1], site, [element], isLoop: true) : element;
                Set(site, State.Elements, new Group(new Sequence<Value>([key, value])));
                return new Instance(site, call.Type!);
            case "OrderBy" or "OrderByDescending" or "MaxBy" or "MinBy" when functions.Count > 0:
                var score = RunFunction(functions[0], site, [element], isLoop: true);
                var highest = method.Name is "OrderByDescending" or "MaxBy";
                if (MeasuresIn(score).Any())
                    Record(new RankingEvent(site, score, highest));
                if (method.Name is "MaxBy" or "MinBy")
                    Record(new PickEvent(site, site));
                return method.Name is "MaxBy" or "MinBy"
                    ? Picked(element, site)
                    : new Many(element)
                    {
                        RankedBy = site,
                    };
            case "ThenBy" or "ThenByDescending":
                Run();
                return source;
            case "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" or "Last" or "LastOrDefault" or "ElementAt"
                or "Dequeue" or "Pop" or "Peek" or "ElementAtOrDefault" or "GetValueOrDefault" or "Find" or "FindLast":
                Run();
                element = Pick(call, source);
                return element is Group { Items.Count: 2 } pair && method.Name == "GetValueOrDefault" ? pair.Items[1] : element;
            case "Max" or "Min" or "Average" or "Sum":
                var measured = functions.Count > 0 ? RunFunction(functions[0], site, [element], isLoop: true) : element;
                if (MeasuresIn(measured).Any())
                    Record(new AggregateEvent(site, method.Name, measured));
                return method.Name is "Max" or "Min" || measured.Alternatives.Any(one => one is BatchScore) ? measured : Unknown.Instance;
            case "ForEach":
                Run();
                return Unknown.Instance;
            case "Concat" or "Union":
                return new Many(JoinElements(element, ElementOf(rest.FirstOrDefault() ?? Unknown.Instance)));
            case "Zip":
                var other = ElementOf(rest.FirstOrDefault() ?? Unknown.Instance);
                return functions.Count == 1
                    ? new Many(RunFunction(functions[0], site, [element, other], isLoop: true))
                    : new Many(new Group(new Sequence<Value>([element, other])));
            case "Aggregate" when functions.Count > 0:
                var seed = rest[0] is Function ? element : rest[0];
                return Value.Join(seed, RunFunction(functions[0], site, [seed, element], isLoop: true));
            case "Repeat":
                return new Many(source);
            case "Range":
                return new Many(Unknown.Instance);
            case "TryGetValue":
                if (call.Arguments.LastOrDefault()?.Value is { } target)
                    Assign(target, element is Group { Items.Count: 2 } found ? found.Items[1] : Unknown.Instance);
                return Unknown.Instance;
            case "Count" or "Any" or "All" or "Contains" or "ContainsKey" or "MoveNext" or "Clear" or "IndexOf" or "FindIndex"
                or "Remove" or "RemoveAt" or "GetLength":
                Run();
                return Unknown.Instance;
            case "Sort" or "OrderBy" or "GroupBy" or "GetRange":
                Run();
                return method.Name == "GetRange" ? new Many(element) : Unknown.Instance;
            default:
                return null;
        }

        void Run()
        {
            foreach (var function in functions)
                RunFunction(function, site, [element, element], isLoop: true);
        }
    }

    private Value? TaskCall(IInvocationOperation call, Value? receiver, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var site = SiteOf(call);
        var values = arguments.Select(argument => argument.Value).ToList();
        var functions = values.OfType<Function>().ToList();
        switch (call.TargetMethod.Name)
        {
            case "Run" or "StartNew" when functions.Count > 0:
                return RunFunction(functions[0], site, [], isLoop: false);
            case "FromResult":
                return values[0];
            case "WhenAll" when values.Count > 0:
                return ElementOf(values[0]) is var all ? new Many(all) : null;
            case "ForEach" or "ForEachAsync" when functions.Count > 0:
                RunFunction(functions[0], site, [ElementOf(values[0])], isLoop: true);
                return Unknown.Instance;
            case "For" when functions.Count > 0:
                RunFunction(functions[0], site, [], isLoop: true);
                return Unknown.Instance;
            case "GetAwaiter" or "GetResult" or "ConfigureAwait" or "AsTask" or "WaitAsync":
                return receiver ?? values.FirstOrDefault();
            default:
                return functions.Count > 0 ? null : Unknown.Instance;
        }
    }

    private Value? FileCall(IInvocationOperation call, List<(IParameterSymbol Parameter, Value Value)> arguments)
    {
        var method = call.TargetMethod;
        var values = arguments.Select(argument => argument.Value).ToList();
        switch (method.ContainingType.Name, method.Name)
        {
            case ("Path", "Combine" or "Join"):
                return new Text(string.Join("/", TextsOf(call).Select(piece => piece.Trim('/', '\\') is "" ? piece : piece.TrimEnd('/', '\\'))));
            case ("Path", "GetFullPath") when values.Count > 0:
                return values[0];
            case ("File", "ReadAllLines" or "ReadLines" or "ReadAllLinesAsync" or "ReadLinesAsync") when values.Count > 0:
                var data = new Data(new LoadedRows(SiteOf(call), PathOf(values[0])));
                Record(new LoadEvent(SiteOf(call), data));
                return data;
            case ("File", var name) when name.StartsWith("Write", StringComparison.Ordinal) || name.StartsWith("Append", StringComparison.Ordinal)
                || name is "Create" or "CreateText" or "OpenWrite" or "Copy" or "Move":
                Record(new WriteEvent(SiteOf(call), values.LastOrDefault(value => value is Text) ?? Unknown.Instance));
                return Unknown.Instance;
            default:
                return Unknown.Instance;
        }
    }

    private IEnumerable<string> TextsOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is IArrayCreationOperation { Initializer: { } initializer })
            {
                foreach (var element in initializer.ElementValues)
                    yield return Piece(Evaluate(element));
            }
            else
            {
                yield return Piece(Evaluate(argument.Value));
            }
        }
    }

    private static Value Joined(string name, List<(IParameterSymbol Parameter, Value Value)> arguments) =>
        name == "Concat" && arguments.All(argument => argument.Value is Text or Unknown)
            ? new Text(string.Concat(arguments.Select(argument => Piece(argument.Value))))
            : Unknown.Instance;
}
