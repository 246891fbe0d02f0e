using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Predictions;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine;

/// <summary>The whole way, from a strategy file to a report. Both front ends run this.</summary>
public static class StrategyCheck
{
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
        var cache = request.CacheFolder is null ? null : new CheckCache(request, shown, folder, bytes, baselineBytes);
        if (cache?.Find() is { } earlier)
            return earlier;

        var (strategy, evidence, judgement) = Judge(request, bytes, folder, baseline, cache, progress, cancel);
        var report = CheckReportBuilder.Build(shown, evidence, judgement);

        // A fault that isn't in a line of a file may go away without a trace: a lock, a permission.
        if (request.ReadData && evidence.Unreadable.All(fault => fault.Line is not null))
            cache?.Store(strategy, report);
        return report;
    }

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
        var (_, _, judgement) = Judge(request, bytes, folder, null, null, progress, cancel);
        return Baseline.Of(judgement.Strategy)
            ?? throw new CheckException("there is no baseline to write: the file needs one optimizing metric and a 'choice:' that has a figure of it on dev, measured or by predictions.");
    }

    private static (Strategy Strategy, Evidence Evidence, Judgement Judgement) Judge(
        CheckRequest request, byte[] bytes, string folder, Baseline? baseline, CheckCache? cache,
        IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var (strategy, reading) = StrategyFile.Decode(bytes)?.Text is { } text
            ? StrategyReader.Read(text)
            : (new Strategy(), [Finding.Of("MLS0001", SourceSpan.FileStart, "this isn't readable text: save the file as UTF-8.")]);
        if (!request.ReadData)
        {
            var none = Evidence.None with { Baseline = baseline };
            return (strategy, none, Judgement.Of(strategy, reading, none, request.Today.ToDateTime(default)));
        }

        cache?.Remember(strategy);
        var input = GatheringInput.Of(strategy) with { Memory = request.Memory };
        var kept = cache?.EvidenceFor(strategy, input);
        if (kept?.Find() is not { } evidence)
        {
            evidence = Gather(input.ToStrategy(), folder, request.Memory, progress, cancel);
            kept?.Store(evidence);
        }

        evidence = new AnalysisGatherer(strategy, folder, cancel).AddTo(evidence) with { Baseline = baseline };
        return (strategy, evidence, Judgement.Of(strategy, reading, evidence, request.Today.ToDateTime(default)));
    }

    private static Evidence Gather(
        Strategy strategy, string folder, long memory, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var found = strategy.Splits.ToDictionary(split => split, split => SplitFiles.Find(folder, split));

        // A split with a path that leads nowhere would be a part of itself: none of its files is read.
        var files = found.ToDictionary(pair => pair.Key, pair => pair.Value.Missing.Count == 0 ? pair.Value.Files : []);
        var missing = strategy.Splits.SelectMany(split => found[split].Missing).ToList();
        var evidence = EvidenceGatherer.Gather(strategy, folder, files, missing, memory, progress, cancel);
        return new PredictionGatherer(strategy, folder, files, cancel).AddTo(evidence);
    }
}
