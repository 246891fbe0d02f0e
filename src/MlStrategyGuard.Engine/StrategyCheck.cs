using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.NamedRows;
using MlStrategyGuard.Engine.Predictions;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Engine.Reports.Html;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine;

/// <summary>The whole way, from a strategy file to a report. Both front ends run this.</summary>
public static class StrategyCheck
{
    /// <summary>The name of a page to look at unless another one is asked for; it lies beside the strategy file.</summary>
    public const string PageName = "mlstrategy-report.html";

    /// <summary>Checks a strategy file, or repeats the last result if nothing has changed since.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="progress">Is told how far the reading of data is; may be null.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="CheckException">The strategy file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CheckReport Run(CheckRequest request, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var bytes = StrategyFile.Read(request.StrategyFile);
        var baselineBytes = request.Baseline is null ? null : BaselineFile.Bytes(request.Baseline);
        var baseline = baselineBytes is null ? null : BaselineFile.Read(baselineBytes, request.Baseline!);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.StrategyFile))!;
        var shown = request.ShownAs ?? request.StrategyFile.Replace('\\', '/');
        var cache = request.CacheFolder is null || request.IncludeRows ? null : new CheckCache(request, shown, folder, bytes, baselineBytes);
        if (cache?.Find() is { } earlier)
            return earlier;

        var (strategy, evidence, judgement, rows) = Judge(request, bytes, folder, baseline, cache, progress, cancel);
        var report = CheckReportBuilder.Build(shown, evidence, judgement) with { Rows = rows is { Count: > 0 } ? rows : null };
        if (request.Page is { } page && TryWrite(page, Draw(shown, bytes, evidence, judgement, report)) is { } trouble)
            return report with { Findings = [NotWritten(shown, page, trouble), .. report.Findings] };

        // A fault that isn't in a line of a file may go away without a trace: a lock, a permission.
        if (request.ReadData && evidence.Unreadable.All(fault => fault.Line is not null))
            cache?.Store(strategy, report);
        return report;
    }

    /// <summary>Checks a strategy file and draws the result: one HTML file in UTF-8 that loads nothing.</summary>
    /// <param name="request">What to check. Rules run in any case; data is read if what is kept of it doesn't hold any more.</param>
    /// <param name="progress">Is told how far the reading of data is; may be null.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="CheckException">The strategy file can't be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static byte[] MakePage(CheckRequest request, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var bytes = StrategyFile.Read(request.StrategyFile);
        var baselineBytes = request.Baseline is null ? null : BaselineFile.Bytes(request.Baseline);
        var baseline = baselineBytes is null ? null : BaselineFile.Read(baselineBytes, request.Baseline!);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.StrategyFile))!;
        var shown = request.ShownAs ?? request.StrategyFile.Replace('\\', '/');
        var cache = request.CacheFolder is null ? null : new CheckCache(request, shown, folder, bytes, baselineBytes);
        var (_, evidence, judgement, _) = Judge(request, bytes, folder, baseline, cache, progress, cancel);
        return Draw(shown, bytes, evidence, judgement, CheckReportBuilder.Build(shown, evidence, judgement));
    }

    private static byte[] Draw(string shown, byte[] strategy, Evidence evidence, Judgement judgement, CheckReport report) =>
        HtmlReport.Write(new ReportView(
            shown, StrategyFile.Decode(strategy)?.Text.ReplaceLineEndings("\n").Split('\n') ?? [],
            evidence, judgement, CondensedFindings.Of(report, new HashSet<string>())));

    private static string? TryWrite(string path, byte[] page)
    {
        try
        {
            AtomicFile.Write(path, page);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return trouble.Message;
        }
    }

    /// <summary>A page that can't be written doesn't undo the check.</summary>
    private static ReportedFinding NotWritten(string shown, string page, string trouble) => new()
    {
        Id = "MLS0009",
        Severity = "warning",
        Message = $"the report can't be written to '{page}': {trouble}",
        Help = RuleCatalogue.HelpFor("MLS0009"),
        File = shown,
        Line = 1,
        Column = 1,
        EndLine = 1,
        EndColumn = 1,
        Data = new Dictionary<string, object>(),
    };

    /// <summary>Finds out how good a strategy's choice is.</summary>
    /// <param name="request">What to check; its cache and baseline don't matter.</param>
    /// <param name="progress">Is told how far the reading of data is; may be null.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="CheckException">The strategy file can't be read, or nothing is known of its choice.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Baseline MakeBaseline(CheckRequest request, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var bytes = StrategyFile.Read(request.StrategyFile);
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.StrategyFile))!;
        var (_, _, judgement, _) = Judge(request, bytes, folder, null, null, progress, cancel);
        return Baseline.Of(judgement.Strategy)
            ?? throw new CheckException("there is no baseline to write: the file needs one optimizing metric and a 'choice:' that has a figure of it on dev, measured or by predictions.");
    }

    private static (Strategy Strategy, Evidence Evidence, Judgement Judgement, IReadOnlyList<ReportedRows>? Rows) Judge(
        CheckRequest request, byte[] bytes, string folder, Baseline? baseline, CheckCache? cache,
        IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var (strategy, reading) = StrategyFile.Decode(bytes)?.Text is { } text
            ? StrategyReader.Read(text)
            : (new Strategy(), [Finding.Of("MLS0001", SourceSpan.FileStart, "this isn't readable text: save the file as UTF-8.")]);
        if (!request.ReadData)
        {
            var none = Evidence.None with { Baseline = baseline };
            return (strategy, none, Judgement.Of(strategy, reading, none, request.Today.ToDateTime(default)), null);
        }

        cache?.Remember(strategy);
        var input = GatheringInput.Of(strategy) with { Memory = request.Memory };
        var kept = cache?.EvidenceFor(strategy, input);
        IReadOnlyList<ReportedRows>? rows = null;
        if (kept?.Find() is not { } evidence)
        {
            (evidence, rows) = Gather(input.ToStrategy(), folder, request, progress, cancel);
            kept?.Store(evidence);
        }

        evidence = new AnalysisGatherer(strategy, folder, cancel).AddTo(evidence) with { Baseline = baseline };
        return (strategy, evidence, Judgement.Of(strategy, reading, evidence, request.Today.ToDateTime(default)), rows);
    }

    private static (Evidence Evidence, IReadOnlyList<ReportedRows>? Rows) Gather(
        Strategy strategy, string folder, CheckRequest request, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var found = strategy.Splits.ToDictionary(split => split, split => SplitFiles.Find(folder, split));

        // A split with a path that leads nowhere would be a part of itself: none of its files is read.
        var files = found.ToDictionary(pair => pair.Key, pair => pair.Value.Missing.Count == 0 ? pair.Value.Files : []);
        var missing = strategy.Splits.SelectMany(split => found[split].Missing).ToList();
        var rows = request.IncludeRows ? new RowCollector(strategy, files, cancel) : null;
        var evidence = EvidenceGatherer.Gather(strategy, folder, files, missing, request.Memory, progress, rows, cancel);
        evidence = new PredictionGatherer(strategy, folder, files, cancel) { NamedRows = rows }.AddTo(evidence);
        return (evidence, rows?.Find());
    }
}
