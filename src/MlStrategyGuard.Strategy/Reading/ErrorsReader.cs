namespace MlStrategyGuard.Reading;

/// <summary>Reads <c>errors:</c>, the error ladder.</summary>
internal static class ErrorsReader
{
    public static ErrorsSection? Read(SectionReader top)
    {
        if (top.FindSection("errors") is not { } found)
            return null;
        var (key, errors) = found;
        var metric = errors.Text("metric");
        var isRate = IsRate(metric);
        var section = new ErrorsSection(key)
        {
            Metric = metric,
            Human = [.. errors.Nodes("human").Select(node => ReadHuman(errors, node, isRate)).OfType<HumanError>()],
            Bayes = errors.Find("bayes") is { } bayes ? ReadRung(errors, "bayes", bayes.Value, isRate) : null,
            Rungs = [.. ErrorsSection.RungNames
                .Select(name => errors.Find(name) is { } entry ? ReadRung(errors, name, entry.Value, isRate) : null)
                .OfType<Rung>()],
        };
        errors.Close();
        return section;
    }

    /// <summary>A rung of a run in <c>history:</c>.</summary>
    public static IEnumerable<Rung> ReadRungs(SectionReader run) => ErrorsSection.RungNames
        .Select(name => run.Find(name) is { } entry ? ReadRung(run, name, entry.Value, isRate: false) : null)
        .OfType<Rung>();

    private static HumanError? ReadHuman(SectionReader errors, YamlNode node, bool isRate)
    {
        if (node is not YamlMap map)
            return ReadRung(errors, "human", node, isRate) is { } plain ? new HumanError(null, plain) : null;

        var reader = errors.Open(map, "human");
        var who = reader.Text("who");
        var rung = ReadRung(reader, "human", map.Span, isRate);
        reader.Close();
        return rung is null ? null : new HumanError(who, rung);
    }

    private static Rung? ReadRung(SectionReader errors, string name, YamlNode node, bool isRate)
    {
        if (node is YamlMap map)
        {
            var reader = errors.Open(map, name);
            var read = ReadRung(reader, name, map.Span, isRate);
            reader.Close();
            return read;
        }

        return errors.NumberOf(node, name) is { } error && errors.IsShare(error, name, isRate)
            ? new Rung(name, error.Value, null, null, error.Span)
            : null;
    }

    private static Rung? ReadRung(SectionReader reader, string name, SourceSpan owner, bool isRate)
    {
        var error = reader.RequiredNumber("error", owner);
        var rows = reader.MeasuredRows("rows");
        var metric = reader.Text("metric");

        return error is not null && reader.IsShare(error, "error", metric is null ? isRate : IsRate(metric))
            ? new Rung(name, error.Value, rows?.Value, metric, error.Span)
            : null;
    }

    private static bool IsRate(Marked<string>? metric) => metric is null || MetricCatalogue.IsShare(metric.Value);
}
