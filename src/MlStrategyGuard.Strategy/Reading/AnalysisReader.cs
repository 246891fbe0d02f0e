namespace MlStrategyGuard.Reading;

/// <summary>Reads <c>error_analysis:</c> and <c>labels:</c>.</summary>
internal static class AnalysisReader
{
    private static readonly Dictionary<string, string> SplitNames = SplitDeclaration.Names.ToDictionary(name => name);

    public static ErrorAnalysisSection? ReadErrorAnalysis(SectionReader top)
    {
        if (top.FindSection("error_analysis") is not { } found)
            return null;
        var (key, analysis) = found;
        var tags = analysis.Entries("tags").Select(entry => ReadTag(analysis, entry)).OfType<ErrorTag>().ToList();
        var section = new ErrorAnalysisSection(key)
        {
            Examined = analysis.Count("examined"),
            Tags = tags,
            File = analysis.Path("file"),
            Focus = analysis.Text("focus"),
        };
        if (section.Tags.Count > 0 && section.Examined is null && analysis.Find("examined") is null)
            analysis.Report("MLS0004", key, "'error_analysis.examined' is missing; say how many misclassified examples were looked at.");
        if (section.Focus is { } focus && section.File is null && tags.Count > 0 && tags.All(tag => tag.Name.Value != focus.Value))
            analysis.Report("MLS0003", focus.Span,
                $"the focus '{Texts.Shorten(focus.Value)}' is no tag{Nearest.HintOr(focus.Value, tags.Select(tag => tag.Name.Value), ".")}");
        analysis.Close();
        return section;
    }

    public static LabelsSection? ReadLabels(SectionReader top)
    {
        if (top.FindSection("labels") is not { } found)
            return null;
        var (key, labels) = found;
        var section = new LabelsSection(key)
        {
            Audit = ReadAudit(labels),
            CorrectedPlace = labels.PlaceOf("corrected"),
            Corrected = [.. labels.Words("corrected").Where(word => labels.ChoiceOf(word, "corrected", SplitNames) is not null)],
        };
        labels.Close();
        return section;
    }

    /// <summary>A count, or { count: 30, fixable: 50% }.</summary>
    private static ErrorTag? ReadTag(SectionReader analysis, YamlEntry entry)
    {
        var name = new Marked<string>(entry.Key.Text, entry.Key.Span);
        var key = "tags." + Texts.Shorten(name.Value);
        if (entry.Value is not YamlMap map)
            return analysis.CountOf(entry.Value, key) is { } plain ? new ErrorTag(name, plain, 1) : null;

        var reader = analysis.Open(map, key);
        var count = reader.RequiredCount("count", map.Span);
        var fixable = reader.Share("fixable", 0, 1, open: false);
        reader.Close();
        return count is null ? null : new ErrorTag(name, count, fixable?.Value ?? 1);
    }

    private static LabelAudit? ReadAudit(SectionReader labels)
    {
        if (labels.FindSection("audit") is not { } found)
            return null;
        var (key, audit) = found;
        var read = new LabelAudit(key)
        {
            File = audit.Path("file"),
            Given = audit.Text("given"),
            Checked = audit.Text("checked"),
            Correct = audit.Text("correct"),
            WrongExamined = audit.Count("wrong_examined"),
            WrongMislabeled = audit.Count("wrong_mislabeled"),
            RightExamined = audit.Count("right_examined"),
            RightMislabeled = audit.Count("right_mislabeled"),
        };
        audit.Close();
        return read;
    }
}
