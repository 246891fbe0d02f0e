using System.Globalization;
using static MlStrategyGuard.DeclaredKind;
using static MlStrategyGuard.LearningTask;

namespace MlStrategyGuard.Reading;

/// <summary>The text of a strategy file to what it declares, and to findings MLS0001–MLS0004 and MLS0007.</summary>
public sealed class StrategyReader
{
    /// <summary>The format's version that this reader reads.</summary>
    public const int FormatVersion = 1;

    /// <summary>The rules that the reader itself reports.</summary>
    internal static readonly string[] Rules = ["MLS0001", "MLS0002", "MLS0003", "MLS0004", "MLS0007"];

    internal static readonly Dictionary<string, LearningTask> Tasks = new()
    {
        ["binary_classification"] = BinaryClassification,
        ["multiclass_classification"] = MulticlassClassification,
        ["multilabel_classification"] = MultilabelClassification,
        ["regression"] = Regression,
        ["ranking"] = Ranking,
    };

    internal static readonly Dictionary<string, DeclaredKind> Kinds = new()
    {
        ["numeric"] = Numeric,
        ["categorical"] = Categorical,
        ["text"] = DeclaredKind.Text,
        ["embedding"] = Embedding,
        ["date"] = Date,
    };

    internal static readonly Dictionary<string, SplitPolicy> Policies = new()
    {
        ["random"] = SplitPolicy.Random,
        ["temporal"] = SplitPolicy.Temporal,
    };

    internal static readonly Dictionary<string, MetricDirection> Directions = new()
    {
        ["higher"] = MetricDirection.Higher,
        ["lower"] = MetricDirection.Lower,
    };

    internal static readonly Dictionary<string, SliceAggregate> Aggregates = new()
    {
        ["mean"] = SliceAggregate.Mean,
        ["weighted_mean"] = SliceAggregate.WeightedMean,
        ["worst"] = SliceAggregate.Worst,
    };

    internal static readonly Dictionary<string, Severity> Severities = new()
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
        ["off"] = Severity.Off,
    };

    private static readonly Dictionary<string, string> SplitSynonyms = new()
    {
        ["training"] = "train",
        ["validation"] = "dev",
        ["valid"] = "dev",
        ["val"] = "dev",
        ["development"] = "dev",
        ["eval"] = "dev",
        ["testing"] = "test",
        ["holdout"] = "test",
        ["traindev"] = "train_dev",
    };

    private readonly List<Finding> findings = [];

    private StrategyReader()
    {
    }

    /// <summary>Reads a strategy file. Never throws, whatever the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>What could be read, and what is wrong, in file order.</returns>
    public static (Strategy Strategy, IReadOnlyList<Finding> Findings) Read(string text)
    {
        var reader = new StrategyReader();
        var strategy = reader.ReadFile(text);
        return (strategy, [.. reader.findings
            .OrderBy(finding => finding.Span.Line)
            .ThenBy(finding => finding.Span.Column)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)]);
    }

    private Strategy ReadFile(string text)
    {
        var (root, problem) = YamlTree.Parse(text);
        if (problem is not null)
            findings.Add(problem);
        switch (root)
        {
            case null or YamlScalar { IsNull: true }:
                if (problem is null)
                    findings.Add(Finding.Of("MLS0004", SourceSpan.FileStart, "the strategy file is empty; begin it with 'version: 1'."));
                return new Strategy();
            case YamlMap map:
                return ReadTop(new SectionReader(map, "", findings));
            default:
                findings.Add(Finding.Of("MLS0003", root.Span,
                    $"a strategy file is a map of keys and values; here it is {root.KindName}. Begin it with 'version: 1'."));
                return new Strategy();
        }
    }

    private Strategy ReadTop(SectionReader top)
    {
        var candidates = CandidatesReader.Read(top);
        var knobs = HistoryReader.ReadKnobs(top);
        var strategy = new Strategy
        {
            Version = ReadVersion(top),
            Name = top.Text("name"),
            Task = top.Choice("task", Tasks),
            Target = top.Text("target"),
            Data = top.Section("data") is { } data ? ReadData(data) : DataSection.Empty,
            Splits = top.Section("splits") is { } splits ? ReadSplits(splits) : [],
            Consistency = top.Section("consistency") is { } consistency
                ? ReadConsistency(consistency)
                : ConsistencySection.Default,
            Metrics = ReadMetrics(top),
            Accept = ReadAccept(top),
            Severities = ReadSeverities(top),
            Candidates = candidates,
            Choice = CandidatesReader.ReadChoice(top, candidates),
            Errors = ErrorsReader.Read(top),
            Knobs = knobs.Own,
            Next = HistoryReader.ReadNext(top, knobs),
            History = HistoryReader.ReadHistory(top, knobs),
            ErrorAnalysis = AnalysisReader.ReadErrorAnalysis(top),
            Labels = AnalysisReader.ReadLabels(top),
            Synthesis = PlansReader.ReadSynthesis(top),
            Transfer = PlansReader.ReadTransfer(top),
            MultiTask = PlansReader.ReadMultiTask(top),
            EndToEnd = PlansReader.ReadEndToEnd(top),
        };
        top.Close();
        return strategy;
    }

    private static Marked<long>? ReadVersion(SectionReader top)
    {
        if (top.FindEvenEmpty("version") is not { } entry)
        {
            top.Report("MLS0004", SourceSpan.FileStart, "'version' is missing; begin the file with 'version: 1'.");
            return null;
        }

        if (top.CountOf(entry.Value, "version") is not { } version)
            return null;
        if (version.Value != FormatVersion)
            top.Report("MLS0003", version.Span,
                $"format version {version.Value} isn't known to this guard, which reads version {FormatVersion}; write 'version: {FormatVersion}' or update the package.");
        return version;
    }

    private static DataSection ReadData(SectionReader data)
    {
        var section = new DataSection
        {
            Label = data.Text("label"),
            Positive = data.Text("positive"),
            Id = data.Text("id"),
            Group = data.Text("group"),
            Time = data.Text("time"),
            Source = data.Text("source"),
            Weight = data.Text("weight"),
            Ignore = data.Words("ignore"),
            Columns = [.. ReadColumns(data)],
            Missing = data.Find("missing") is null
                ? DataSection.DefaultMissing
                : [.. data.Nodes("missing").Select(node => MissingToken(data, node)).OfType<string>()],
        };
        data.Close();
        return section;
    }

    /// <summary>A missing token may be written without quotes: <c>null</c> and nothing at all are tokens here.</summary>
    private static string? MissingToken(SectionReader data, YamlNode node) =>
        data.As<YamlScalar>(node, "missing", "a single value")?.Text;

    private static IEnumerable<ColumnDeclaration> ReadColumns(SectionReader data)
    {
        foreach (var entry in data.Entries("columns"))
        {
            var key = "columns." + Texts.Shorten(entry.Key.Text);
            if (data.TextOf(entry.Value, key) is { } word && data.ChoiceOf(word, key, Kinds) is { } kind)
                yield return new ColumnDeclaration(new Marked<string>(entry.Key.Text, entry.Key.Span), kind.Value);
        }
    }

    private List<SplitDeclaration> ReadSplits(SectionReader splits)
    {
        var read = new List<SplitDeclaration>();
        foreach (var name in SplitDeclaration.Names)
        {
            if (splits.FindEvenEmpty(name) is not { } entry)
                continue;
            if (entry.Value is YamlScalar { IsNull: true })
                splits.Report("MLS0004", entry.Key.Span, $"split '{name}' is empty; give it 'files:', or 'rows:' if there is no data at hand.");
            else if (splits.As<YamlMap>(entry.Value, name, "a map such as { files: data/*.csv }") is { } map)
                read.Add(ReadSplit(new Marked<string>(name, entry.Key.Span), new SectionReader(map, splits.PathOf(name), findings)));
        }

        splits.Close(SplitSynonyms);
        return [.. read.OrderBy(split => split.Name.Span.Line).ThenBy(split => split.Name.Span.Column)];
    }

    private static SplitDeclaration ReadSplit(Marked<string> name, SectionReader split)
    {
        var files = split.Paths("files");
        var filters = split.Entries("where").Select(entry => ReadFilter(split, entry)).ToList();
        var declaration = new SplitDeclaration(name)
        {
            // Without a filter that can't be read the files hold other rows than the split.
            Files = filters.Contains(null) ? [] : files,
            Where = [.. filters.OfType<RowFilter>()],
            Distribution = split.Text("distribution"),
            Rows = split.Count("rows"),
            Composition = [.. ReadComposition(split)],
            Profile = split.Path("profile"),
            Query = split.Text("query"),
            Connection = split.Text("connection"),
        };
        if (declaration.Where.Count > 0 && files.Count == 0)
            split.Report("MLS0004", name.Span, $"split '{name.Value}' has 'where:' and no 'files:' to choose rows from.");
        split.Close();
        return declaration;
    }

    private static RowFilter? ReadFilter(SectionReader split, YamlEntry entry)
    {
        var key = "where." + Texts.Shorten(entry.Key.Text);
        IReadOnlyList<YamlNode> nodes = entry.Value is YamlList list ? list.Items : [entry.Value];
        if (nodes.Count == 0)
            split.Report("MLS0004", entry.Value.Span, $"'{split.PathOf(key)}' lists no value; name the values whose rows belong to the split.");
        var values = nodes.Select(node => split.TextOf(node, key)?.Value).OfType<string>().ToList();
        return values.Count == 0 || values.Count < nodes.Count ? null : new RowFilter(new Marked<string>(entry.Key.Text, entry.Key.Span), values);
    }

    private static IEnumerable<Marked<KeyValuePair<string, long>>> ReadComposition(SectionReader split)
    {
        foreach (var entry in split.Entries("composition"))
        {
            if (split.CountOf(entry.Value, "composition." + Texts.Shorten(entry.Key.Text)) is { } count)
                yield return new(new(entry.Key.Text, count.Value), entry.Key.Span);
        }
    }

    private static ConsistencySection ReadConsistency(SectionReader consistency)
    {
        var defaults = ConsistencySection.Default;
        var section = new ConsistencySection
        {
            Tolerance = consistency.Share("tolerance", 0, 1, open: true)?.Value ?? defaults.Tolerance,
            Confidence = consistency.Share("confidence", 0.5, 1, open: true)?.Value ?? defaults.Confidence,
            Policy = consistency.Choice("policy", Policies)?.Value ?? defaults.Policy,
            Embargo = consistency.Amount("embargo"),
        };
        consistency.Close();
        return section;
    }

    private MetricsSection? ReadMetrics(SectionReader top)
    {
        if (top.FindEvenEmpty("metrics") is not { } entry)
            return null;
        if (entry.Value is YamlScalar { IsNull: true })
            return new MetricsSection(entry.Key.Span);
        if (top.As<YamlMap>(entry.Value, "metrics", "a map with 'optimize:'") is not { } map)
            return null;

        var metrics = new SectionReader(map, "metrics", findings);
        var optimize = metrics.Find("optimize");
        var section = new MetricsSection(entry.Key.Span)
        {
            Optimize = [.. (optimize is null ? [] : metrics.Nodes("optimize"))
                .Select(node => ReadOptimized(metrics, node)).OfType<OptimizedMetric>()],
            OptimizeSpan = optimize?.Value.Span,
            OptimizeKey = optimize?.Key.Span,
            IsFlow = map.IsFlow,
            WatchPlace = metrics.PlaceOf("watch"),
            OptimizeIsEmptyList = optimize?.Value is YamlList { Items.Count: 0 },
            MinDifference = ReadMinDifference(metrics),
            Satisfy = [.. metrics.Nodes("satisfy")
                .Select(node => ReadSatisficing(metrics, node)).OfType<SatisficingMetric>()],
            Watch = metrics.Words("watch"),
        };
        metrics.Close();
        return section;
    }

    private static Marked<double>? ReadMinDifference(SectionReader metrics)
    {
        var difference = metrics.Number("min_difference");
        if (difference is not { Value: <= 0 })
            return difference;
        metrics.Report("MLS0003", difference.Span,
            $"'metrics.min_difference' is {difference.Value.ToString(CultureInfo.InvariantCulture)}; it must be above zero.");
        return null;
    }

    private OptimizedMetric? ReadOptimized(SectionReader metrics, YamlNode node)
    {
        if (node is not YamlMap map)
            return metrics.TextOf(node, "optimize") is { } name ? new OptimizedMetric(name) : null;

        var reader = new SectionReader(map, "metrics.optimize", findings);
        var metric = reader.RequiredText("metric", map.Span, "name the metric");
        var direction = reader.Choice("direction", Directions);
        var over = reader.Text("over");
        var aggregate = reader.Choice("aggregate", Aggregates);
        reader.Close();
        return metric is null
            ? null
            : new OptimizedMetric(metric) { Direction = direction, Over = over, Aggregate = aggregate };
    }

    private SatisficingMetric? ReadSatisficing(SectionReader metrics, YamlNode node)
    {
        if (node is not YamlMap map)
            return metrics.TextOf(node, "satisfy") is { } name ? new SatisficingMetric(name) : null;

        var reader = new SectionReader(map, "metrics.satisfy", findings);
        var metric = reader.RequiredText("metric", map.Span, "name the metric");
        var atMost = reader.Number("at_most");
        var atLeast = reader.Number("at_least");
        var on = reader.Choice("on", SplitDeclaration.Names.ToDictionary(split => split));
        reader.Close();
        // A threshold that can't be read has been reported; without it nothing is known of the entry.
        var unreadable = (atMost is null && reader.Find("at_most") is not null)
            || (atLeast is null && reader.Find("at_least") is not null);
        return metric is null || unreadable
            ? null
            : new SatisficingMetric(metric) { AtMost = atMost, AtLeast = atLeast, On = on };
    }

    private List<Waiver> ReadAccept(SectionReader top)
    {
        var waivers = new List<Waiver>();
        foreach (var node in top.List("accept"))
        {
            if (top.As<YamlMap>(node, "accept", "a map such as { rule: MLS1001, because: … }") is not { } map)
                continue;
            var reader = new SectionReader(map, "accept", findings);
            waivers.Add(new Waiver(map.Span)
            {
                Rule = reader.RequiredText("rule", map.Span, "name the rule that is accepted"),
                Where = reader.Text("where"),
                Because = reader.Text("because"),
                Until = reader.Date("until"),
            });
            reader.Close();
        }

        return waivers;
    }

    private Dictionary<string, Severity> ReadSeverities(SectionReader top)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var entry in top.Entries("rules"))
        {
            var id = entry.Key.Text;
            var key = "rules." + Texts.Shorten(id);
            if (!RuleCatalogue.Knows(id))
                top.Report("MLS0003", entry.Key.Span,
                    $"no rule has the number '{Texts.Shorten(id)}'{RuleCatalogue.Hint(id)}");
            else if (top.TextOf(entry.Value, key) is { } word && top.ChoiceOf(word, key, Severities) is { } severity)
                severities[id] = severity.Value;
        }

        return severities;
    }
}
