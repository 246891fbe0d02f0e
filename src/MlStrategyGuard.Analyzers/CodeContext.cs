using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>What a rule sees of the code of one type, and where it reports. Places are named in the user's own words.</summary>
internal sealed class CodeContext
{
    private const int LongestQuote = 60;

    private readonly Dictionary<(string, Location), CodeFinding> _findings = [];
    private CodeRule? _rule;

    public CodeContext(TypeFlow flow, DeclaredStrategy strategy, CancellationToken cancellationToken)
    {
        Flow = flow;
        Trace = flow.TraceOf(cancellationToken);
        Strategy = strategy;
    }

    /// <summary>The flow through the type.</summary>
    public TypeFlow Flow { get; }

    /// <summary>What the code does.</summary>
    public Trace Trace { get; }

    /// <summary>What the strategy file says.</summary>
    public DeclaredStrategy Strategy { get; }

    /// <summary>What was found so far, in the order of the source.</summary>
    public ImmutableArray<CodeFinding> Findings => _findings.Values
        .OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(finding => finding.Location.SourceSpan.Start)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>Runs a rule.</summary>
    public void Run(CodeRule rule)
    {
        _rule = rule;
        rule.Check(this);
    }

    /// <summary>Reports at a place; once, however many ways lead there.</summary>
    /// <param name="place">Where.</param>
    /// <param name="others">The other places that the finding rests on, the source of the data first.</param>
    /// <param name="edits">What fixes it; null when nothing certain does.</param>
    /// <param name="arguments">What the message's format takes.</param>
    public void Report(Place place, IEnumerable<SyntaxNode> others, Edits? edits, params object[] arguments) =>
        Report(place, others.Select(node => node.GetLocation()), edits, _rule!.Descriptor.DefaultSeverity, arguments);

    /// <summary>Reports at a place with a weight of its own, and with other places that may lie outside of code.</summary>
    public void Report(
        Place place, IEnumerable<Location> others, Edits? edits, DiagnosticSeverity severity, params object[] arguments)
    {
        var rule = _rule!.Descriptor;
        var location = place.Node.GetLocation();
        if (_findings.ContainsKey((rule.Id, location)) || Strategy.Accepts(rule.Id, place.Node.SyntaxTree.FilePath))
            return;
        var found = new CodeFinding(
            rule,
            location,
            others.ToImmutableArray(),
            arguments,
            edits?.ToProperties(place.Node) ?? ImmutableDictionary<string, string?>.Empty,
            HomeOf(place).GetLocation())
        {
            Severity = severity,
        };
        _findings.Add((rule.Id, location), found);
    }

    /// <summary>
    /// Where an operand was chosen: the argument itself or, when it is only a parameter that was handed on, the
    /// argument of the call that brought it.
    /// </summary>
    public static Place PlaceOf(IOperation operand, Site site)
    {
        var root = RootOf(site);
        while (true)
        {
            var inner = Unwrap(operand);
            if (inner is not IParameterReferenceOperation parameter
                || site.Caller is not { } caller
                || caller.Argument(parameter.Parameter.Name) is not { } argument
                || caller.Operation is not (IInvocationOperation or IObjectCreationOperation)
                || !Calls(caller, parameter.Parameter))
            {
                return new Place(inner, site, root);
            }

            (operand, site) = (argument, caller);
        }
    }

    /// <summary>
    /// The code of the analyzed type that has to report what is found at a place: the nearest on the way there that is looked
    /// at, because it uses a library itself.
    /// </summary>
    private SyntaxNode HomeOf(Place place)
    {
        for (var site = place.Site; site is not null; site = site.Caller)
        {
            if (CodeChecks.IsOf(Flow.Type, site.Node.GetLocation(), default) && IsLookedAt(site.Node))
                return site.Node;
        }

        return place.Root;
    }

    private bool IsLookedAt(SyntaxNode node)
    {
        var model = Flow.Compilation.ModelOf(node.SyntaxTree);
        return node.AncestorsAndSelf().Select(outer => model.GetOperation(outer)).LastOrDefault(operation => operation is not null) is { } body
            && TrainingCodeAnalyzer.UsesLibraries(body, Flow.Compilation);
    }

    /// <summary>The call that starts the way to a site.</summary>
    public static SyntaxNode RootOf(Site site)
    {
        while (site.Caller is { } caller)
            site = caller;
        return site.Node;
    }

    /// <summary>The place of a whole call.</summary>
    public static Place PlaceOf(Site site) => new(site.Operation, site, RootOf(site));

    /// <summary>
    /// The place of a query, or of the call that brings a helper method the rows which the query is made on.
    /// </summary>
    public static Place PlaceOfQuery(Site site)
    {
        while (site.Operation is IInvocationOperation call
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } rows && Unwrap(rows) is IParameterReferenceOperation parameter
            && site.Caller is { Operation: IInvocationOperation } caller && Calls(caller, parameter.Parameter))
        {
            site = caller;
        }

        return PlaceOf(site);
    }

    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The user's own words, on one line.</summary>
    public static string Quote(SyntaxNode node)
    {
        var words = node.ToString().Split(['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(" ", words);
        return text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote - 1) + "…";
    }

    /// <summary>The words before a call's parentheses, or the method's name when they are long.</summary>
    public static string NameOf(Site call)
    {
        var words = call.Node is InvocationExpressionSyntax invocation ? Quote(invocation.Expression) : Quote(call.Node);
        return words.EndsWith("…", StringComparison.Ordinal) && call.Operation is IInvocationOperation known ? known.TargetMethod.Name : words;
    }

    /// <summary>The method's name in a call, which may stand some lines below the start of its chain.</summary>
    public static SyntaxNode NameIn(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name : call;

    /// <summary>The line, counted from 1; with the file's name when it isn't <paramref name="from"/>'s.</summary>
    public static string Line(SyntaxNode node, SyntaxNode from)
    {
        var line = (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        return node.SyntaxTree == from.SyntaxTree ? line : $"{line} of {System.IO.Path.GetFileName(node.SyntaxTree.FilePath)}";
    }

    /// <summary>
    /// Whether a part is surely a test set. The test part of a split of the training part isn't: it may be a dev set,
    /// or a small sample to train on. Neither is that of a split whose halves may be swapped.
    /// </summary>
    public bool IsTest(RowSet rows)
    {
        var parts = rows.Lineage().OfType<PartRows>().ToList();
        return parts.Count > 0
            && parts.All(part => part.IsTest && !part.Split.IsFold)
            && parts.Skip(1).All(part => Trace.Of(part) is { HalvesMayBeSwapped: false });
    }

    /// <summary>
    /// Whether a model that is measured comes from an earlier turn of a loop that reads or splits its data anew: then
    /// the same line of code meant other rows.
    /// </summary>
    public bool IsOtherTurn(EvaluationEvent score, FitEvent fit)
    {
        if (score.Order > fit.Order || !score.SharesLoop(fit) || fit.Data is null)
            return false;
        foreach (var rows in fit.Data.Rows.Lineage())
        {
            Event? source = rows switch
            {
                LoadedRows loaded => Trace.At<LoadEvent>(loaded.Site),
                PartRows part => Trace.Of(part),
                _ => null,
            };
            if (rows is SomeRows || source?.SharesLoop(fit) == true)
                return true;
        }

        return false;
    }

    /// <summary>The first score on the test part of a split of a model that learned from its training part; null when there is none.</summary>
    public EvaluationEvent? ScoreOf(Split split) => Trace.All<EvaluationEvent>().FirstOrDefault(score =>
        score.Data?.Rows.Part is { IsTest: true } part && part.Split.Equals(split)
        && Trace.At<FitEvent>(score.LastFit) is { Data.Rows: { } learned } fit
        && learned.Lineage().OfType<PartRows>().Any(half => !half.IsTest && half.Split.Equals(split))
        && !IsOtherTurn(score, fit));

    /// <summary>Whether the rows lie in some held-out part: the test part of any split.</summary>
    public static bool IsHeldOut(RowSet rows) => rows.Part is { IsTest: true };

    /// <summary>What a set of rows is, for a message: "the test part of the split at line 3".</summary>
    public static string Describe(RowSet rows, SyntaxNode from) => rows switch
    {
        PartRows part => $"the {(part.IsTest ? "test" : "training")} part of the split at line {Line(part.Split.Site.Node, from)}",
        LoadedRows { Path: { } path } => $"`{System.IO.Path.GetFileName(path.Replace(Text.Gap, '…'))}`",
        LoadedRows loaded => $"the data of line {Line(loaded.Site.Node, from)}",
        SomeRows some => "some rows of " + Describe(some.From, from),
        GivenRows given => $"`{given.Symbol.Name}`",
        _ => "several sets of rows together",
    };

    private static bool Calls(Site caller, IParameterSymbol parameter) => caller.Operation switch
    {
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition),
        IObjectCreationOperation creation => SymbolEqualityComparer.Default.Equals(creation.Constructor?.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition),
        _ => false,
    };
}
