using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>Reads the files of the error analysis and of the label audit.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="folder">The strategy file's folder.</param>
/// <param name="cancel">Ends the work.</param>
internal sealed class AnalysisGatherer(Strategy strategy, string folder, CancellationToken cancel)
{
    private readonly MissingTokens _missing = new(strategy.Data.Missing);

    /// <summary>The evidence with what those files say.</summary>
    /// <param name="evidence">What is known already.</param>
    public Evidence AddTo(Evidence evidence)
    {
        if (strategy.ErrorAnalysis?.File is { } errors)
            evidence = Read(evidence, errors, "the error analysis", (table, file, so) => TagCounter.Count(table) is { } tags
                ? so with { TaggedErrors = tags }
                : throw new DataFault(file.Shown, "it has neither a column 'tags' nor a true/false column for a tag.", line: 1));
        if (strategy.Labels?.Audit is { File: { } checkedLabels } audit)
            evidence = Read(evidence, checkedLabels, "the label audit", (table, file, so) => Audit(table, file, so, audit));
        return evidence;
    }

    private Evidence Audit(WordTable table, DataFile file, Evidence evidence, LabelAudit audit)
    {
        var missing = new List<MissingColumn>();
        string? Column(Marked<string>? declared, string key, params string[] usual)
        {
            if (declared is not null)
            {
                if (table.Find(declared.Value) is null)
                    missing.Add(new MissingColumn(declared, "labels.audit." + key, file.Shown, table.Header));
                return declared.Value;
            }

            return Array.Find(usual, name => table.Find(name) is not null);
        }

        var given = Column(audit.Given, "given", "given", "label");
        var found = Column(audit.Checked, "checked", "checked", "checked_label");
        var correct = Column(audit.Correct, "correct", "correct", "was_correct");
        if (missing.Count > 0)
            return evidence with { MissingColumns = [.. evidence.MissingColumns, .. missing] };
        if (given is null || found is null)
            throw new DataFault(file.Shown, $"nothing says which column is the label that was {(given is null ? "given" : "checked")}: name it with 'labels.audit.{(given is null ? "given" : "checked")}'.", line: 1);
        return evidence with
        {
            AuditedLabels = LabelAuditor.Audit(table, given, found, correct),
            Unsupported = correct is not null ? evidence.Unsupported :
            [
                .. evidence.Unsupported,
                new("the audit doesn't say which predictions were right, so only systematic label errors are looked for. Name the column with 'labels.audit.correct'.", audit.File!.Span),
            ],
        };
    }

    private Evidence Read(Evidence evidence, Marked<string> path, string use, Func<WordTable, DataFile, Evidence, Evidence> take)
    {
        var (files, missing) = SplitFiles.Find(folder, "dev", [path]);
        if (missing.Count > 0)
            return evidence with { MissingFiles = [.. evidence.MissingFiles, missing[0] with { Use = use }] };
        try
        {
            return take(WordTable.Read(files[0], _missing, cancel), files[0], evidence);
        }
        catch (DataFault fault)
        {
            return evidence with
            {
                Unreadable = [.. evidence.Unreadable, new("dev", path, files[0].Shown, fault.Line, fault.Row, fault.Column, fault.Message)],
            };
        }
    }
}
