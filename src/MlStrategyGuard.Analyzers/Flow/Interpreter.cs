using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// Runs bodies on abstract values: forward over the control-flow graph, to a fixed point where there are loops, into
/// the methods and lambdas that are called. What happens with data, models and metrics goes into the trace. What isn't
/// understood gives <see cref="Unknown"/>.
/// </summary>
internal sealed partial class Interpreter
{
    /// <summary>Methods are entered this many calls deep.</summary>
    public const int MaxDepth = 4;

    private const int MaxLambdaDepth = 8;
    private const int MaxNesting = 300;
    private const int MaxOperations = 400_000;
    private const int VisitsBeforeWidening = 4;
    private const int MaxVisits = 12;

    private readonly CompilationFlow _flow;
    private readonly INamedTypeSymbol _type;
    private readonly Func<ISymbol, Value?> _fields;
    private readonly Action<ISymbol, Value> _written;
    private readonly Trace _trace;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<object, Function> _lambdas = [];
    private readonly Dictionary<object, (State State, Frame Frame)> _lambdaStates = [];
    private readonly HashSet<object> _ran = [];
    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<(ControlFlowGraph, CaptureId), IOperation> _targets = [];

    private State _state = State.Empty;
    private Frame _frame = null!;
    private object? _loop;
    private bool _recording;
    private bool _hasFigures;
    private int _nesting;
    private int _operations;

    /// <param name="flow">The compilation.</param>
    /// <param name="type">The type whose members are run.</param>
    /// <param name="fields">What a field or auto-property of the type holds when a member starts; null when unknown.</param>
    /// <param name="written">Is told what the members write into fields and auto-properties.</param>
    /// <param name="trace">Receives the events.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Interpreter(
        CompilationFlow flow,
        INamedTypeSymbol type,
        Func<ISymbol, Value?> fields,
        Action<ISymbol, Value> written,
        Trace trace,
        CancellationToken cancellationToken)
    {
        _flow = flow;
        _type = type;
        _fields = fields;
        _written = written;
        _trace = trace;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The code that was entered, by symbol or lambda.</summary>
    public IReadOnlyCollection<object> Ran => _ran;

    /// <summary>Runs a member from its start, its parameters unknown.</summary>
    /// <returns>What it gives back.</returns>
    public Value Run(object code, ControlFlowGraph graph)
    {
        _state = State.Empty;
        _recording = true;

        // Nobody has switched gradients off where a program starts.
        if (code is IMethodSymbol { IsStatic: true, Name: "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName })
            Set(TrainingPlace.Recording, TrainingPlace.Recording, new Recording(null));
        _aliased.UnionWith(_flow.AliasedIn(graph));
        var frame = new Frame(code, graph, null, new Instance(_type, _type), ImmutableDictionary<ITypeSymbol, ITypeSymbol>.Empty)
        {
            Running = ImmutableHashSet.Create(code),
        };
        RunBody(frame);
        _frame = frame;
        Escape(graph.OriginalOperation, frame.Result);
        RunLambdasThatNobodyCalled();
        return frame.Result;
    }

    private void RunLambdasThatNobodyCalled()
    {
        // Whoever got them may call them later: an event handler, a queue.
        foreach (var lambda in _lambdas.Where(known => !_ran.Contains(known.Key)).ToList())
        {
            (_state, _frame) = _lambdaStates[lambda.Key];
            _loop = null;
            if (lambda.Value.Code is IFlowAnonymousFunctionOperation code)
                RunFunction(lambda.Value, new Site(code, _frame.Caller), [], isLoop: false);
        }
    }

    private void RunBody(Frame frame)
    {
        var (outerFrame, outerLoop, entry) = (_frame, _loop, _state);
        _frame = frame;
        _ran.Add(frame.Code);
        var blocks = frame.Graph.Blocks;
        var loops = _flow.LoopsOf(frame.Graph);
        var before = new State?[blocks.Length];
        before[0] = entry;
        if (loops.Any(loop => loop is not null))
        {
            var recording = _recording;
            _recording = false;
            FindFixedPoint(blocks, loops, before);
            _recording = recording;
            frame.Result = Nothing.Instance;
        }

        var exit = entry;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (before[i] is not { } state)
                continue;
            _state = state;
            _loop = loops[i];
            RunBlock(blocks[i]);
            Leave(blocks[i], before, widen: false);
            MergeIntoHandlers(blocks[i], before, state, widen: false);
            if (blocks[i].Kind == BasicBlockKind.Exit)
                exit = state;
        }

        _state = exit;
        (_frame, _loop) = (outerFrame, outerLoop);
    }

    private void FindFixedPoint(ImmutableArray<BasicBlock> blocks, ImmutableArray<object?> loops, State?[] before)
    {
        var visits = new int[blocks.Length];
        var open = new SortedSet<int> { 0 };
        while (open.Count > 0)
        {
            var current = open.Min;
            open.Remove(current);
            if (++visits[current] > MaxVisits)
            {
                _trace.IsComplete = false;
                continue;
            }

            var widen = visits[current] > VisitsBeforeWidening;
            var state = before[current]!.Value;
            _state = state;
            _loop = loops[current];
            RunBlock(blocks[current]);
            open.UnionWith(Leave(blocks[current], before, widen));
            open.UnionWith(MergeIntoHandlers(blocks[current], before, state, widen));
        }
    }

    /// <summary>Goes on to the blocks behind a block, through the finally blocks between.</summary>
    /// <returns>The blocks whose state this changes.</returns>
    private List<int> Leave(BasicBlock block, State?[] before, bool widen)
    {
        var (changed, after) = (new List<int>(), _state);
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch?.Destination is { } next && Through(branch.FinallyRegions, after) is { } state && Merge(before, next.Ordinal, state, widen))
                changed.Add(next.Ordinal);
        }

        _state = after;
        return changed;
    }

    /// <summary>The state behind finally blocks; null when they never end.</summary>
    private State? Through(ImmutableArray<ControlFlowRegion> regions, State state)
    {
        foreach (var region in regions)
        {
            if (Through(region, state) is not { } left)
                return null;
            state = left;
        }

        return state;
    }

    private State? Through(ControlFlowRegion region, State entry)
    {
        var (loop, blocks) = (_loop, _frame.Graph.Blocks);
        var before = new State?[blocks.Length];
        before[region.FirstBlockOrdinal] = entry;
        var visits = new int[blocks.Length];
        var open = new SortedSet<int> { region.FirstBlockOrdinal };
        State? left = null;
        while (open.Count > 0)
        {
            var current = open.Min;
            open.Remove(current);
            if (++visits[current] > MaxVisits)
            {
                _trace.IsComplete = false;
                continue;
            }

            _state = before[current]!.Value;
            RunBlock(blocks[current]);
            if (blocks[current].FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling })
                left = left is { } other ? other.Join(_state, widen: false, IsShared) : _state;
            open.UnionWith(Leave(blocks[current], before, visits[current] > VisitsBeforeWidening));
        }

        _loop = loop;
        return left;
    }

    /// <summary>An exception may leave a try block in the state before it or after it.</summary>
    private List<int> MergeIntoHandlers(BasicBlock block, State?[] before, State start, bool widen)
    {
        var changed = new List<int>();
        for (var region = block.EnclosingRegion; region is not null && region != _frame.Graph.Root; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            foreach (var handler in whole.NestedRegions)
            {
                if (handler != region
                    && (Merge(before, handler.FirstBlockOrdinal, start, widen) | Merge(before, handler.FirstBlockOrdinal, _state, widen)))
                {
                    changed.Add(handler.FirstBlockOrdinal);
                }
            }
        }

        return changed;
    }

    private bool Merge(State?[] before, int block, State state, bool widen)
    {
        if (before[block] is not { } old)
        {
            before[block] = state;
            return true;
        }

        var joined = old.Join(state, widen, IsShared);
        if (joined.Equals(old))
            return false;
        before[block] = joined;
        return true;
    }

    /// <summary>The object that the analysis started in, and the static fields of types.</summary>
    private static bool IsShared(object owner) => owner is ITypeSymbol;

    private void RunBlock(BasicBlock block)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        foreach (var operation in block.Operations)
            Evaluate(operation);
        if (block.BranchValue is not { } branch)
            return;
        var value = Evaluate(branch);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.ConditionKind == ControlFlowConditionKind.None)
            _frame.Result = Value.Join(_frame.Result, value);
    }

    private Site SiteOf(IOperation operation) => new(operation, _frame.Caller);

    private ImmutableArray<object> LoopsHere => _loop is null ? _frame.Loops : _frame.Loops.Add(_loop);

    private void Record(Event happened)
    {
        if (_recording)
            _trace.Add(happened with
            {
                Loops = LoopsHere,
                State = _state,
            });
    }
}
