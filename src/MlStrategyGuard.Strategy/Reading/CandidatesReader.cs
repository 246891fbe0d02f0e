namespace MlStrategyGuard.Reading;

/// <summary>Reads <c>candidates:</c> and <c>choice:</c>.</summary>
internal static class CandidatesReader
{
    private static readonly Dictionary<string, string> SplitNames = SplitDeclaration.Names.ToDictionary(name => name);

    public static List<Candidate> Read(SectionReader top)
    {
        var candidates = new List<Candidate>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var node in top.List("candidates"))
        {
            if (top.As<YamlMap>(node, "candidates", "a map such as { name: forest, measured: { f1: 0.91 } }") is not { } map)
                continue;
            var reader = top.Open(map, "candidates");
            var name = reader.RequiredText("name", map.Span, "name the candidate");
            var candidate = name is null ? null : new Candidate(name)
            {
                Predictions = ReadPredictions(reader),
                Measured = ReadMeasured(reader),
            };
            if (candidate is null)
                reader.Skip("predictions", "measured");
            reader.Close();
            if (candidate is null)
                continue;
            if (places.TryGetValue(candidate.Name.Value, out var twin))
            {
                top.Report("MLS0007", candidate.Name.Span, $"the candidate '{Texts.Shorten(candidate.Name.Value)}' is given twice; the first is in line {twin.Line}. Give it another name.");
                continue;
            }

            places.Add(candidate.Name.Value, candidate.Name.Span);
            candidates.Add(candidate);
        }

        return candidates;
    }

    public static Marked<string>? ReadChoice(SectionReader top, IReadOnlyList<Candidate> candidates)
    {
        var choice = top.Text("choice");
        if (choice is null || candidates.Count == 0 || candidates.Any(candidate => candidate.Name.Value == choice.Value))
            return choice;
        top.Report("MLS0003", choice.Span,
            $"no candidate is called '{Texts.Shorten(choice.Value)}'{Nearest.HintOr(choice.Value, candidates.Select(candidate => candidate.Name.Value), ".")}");
        return null;
    }

    private static List<KeyValuePair<string, Marked<string>>> ReadPredictions(SectionReader candidate)
    {
        var read = new List<KeyValuePair<string, Marked<string>>>();
        if (candidate.Section("predictions") is not { } predictions)
            return read;
        foreach (var split in SplitDeclaration.Names)
        {
            if (predictions.Path(split) is { } path)
                read.Add(new(split, path));
        }

        predictions.Close();
        return read;
    }

    /// <summary>The figures; of two of one metric on one split, in whatever spellings, the first counts.</summary>
    private static List<MeasuredFigure> ReadMeasured(SectionReader candidate)
    {
        var read = new List<MeasuredFigure>();
        var places = new Dictionary<(string Metric, string On), SourceSpan>();
        foreach (var figure in candidate.Entries("measured").SelectMany(entry => ReadMeasured(candidate, entry)))
        {
            var key = (MetricCatalogue.Canonical(figure.Metric.Value), figure.On);
            if (places.TryGetValue(key, out var first))
            {
                candidate.Report("MLS0007", figure.Value.Span,
                    $"{Texts.Shorten(key.Item1)} on {figure.On} is measured twice; the first figure is in line {first.Line}. Keep one, or say with 'on:' which split it is of.");
                continue;
            }

            places.Add(key, figure.Value.Span);
            read.Add(figure);
        }

        return read;
    }

    /// <summary>A number, or { value: 0.91, on: test, rows: 5000 }, or a list of such for several splits.</summary>
    private static IEnumerable<MeasuredFigure> ReadMeasured(SectionReader candidate, YamlEntry entry)
    {
        var metric = new Marked<string>(entry.Key.Text, entry.Key.Span);
        var key = "measured." + Texts.Shorten(metric.Value);
        var isShare = MetricCatalogue.IsShare(metric.Value);
        IReadOnlyList<YamlNode> nodes = entry.Value is YamlList list ? list.Items : [entry.Value];
        foreach (var node in nodes)
        {
            if (node is not YamlMap map)
            {
                if (candidate.NumberOf(node, key) is { } plain && candidate.IsShare(plain, key, isShare))
                    yield return new MeasuredFigure(metric, plain, "dev", null);
                continue;
            }

            var reader = candidate.Open(map, key);
            var value = reader.RequiredNumber("value", map.Span);
            var on = reader.Choice("on", SplitNames);
            var rows = reader.MeasuredRows("rows");
            reader.Close();
            if (value is not null && reader.IsShare(value, "value", isShare))
                yield return new MeasuredFigure(metric, value, on?.Value ?? "dev", rows?.Value);
        }
    }
}
