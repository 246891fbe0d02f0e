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
        var folder = Path.GetDirectoryName(Path.GetFullPath(request.StrategyFile))!;
        var shown = request.ShownAs ?? request.StrategyFile.Replace('\\', '/');
        var cache = request.CacheFolder is null ? null : new CheckCache(request, shown, folder, bytes);
        if (cache?.Find() is { } earlier)
            return earlier;

        var (strategy, reading) = StrategyFile.Decode(bytes)?.Text is { } text
            ? StrategyReader.Read(text)
            : (new Strategy(), [Finding.Of("MLS0001", SourceSpan.FileStart, "this isn't readable text: save the file as UTF-8.")]);
        if (!request.ReadData)
            return CheckReportBuilder.Build(
                shown, Evidence.None, Judgement.Of(strategy, reading, Evidence.None, request.Today.ToDateTime(default)));

        var found = strategy.Splits.ToDictionary(split => split, split => SplitFiles.Find(folder, split));
        var files = found.ToDictionary(pair => pair.Key, pair => pair.Value.Files);
        var missing = strategy.Splits.SelectMany(split => found[split].Missing).ToList();
        cache?.Remember(strategy);

        var evidence = EvidenceGatherer.Gather(strategy, files, missing, request.Memory, progress, cancel);
        evidence = new PredictionGatherer(strategy, folder, files, cancel).AddTo(evidence);
        var judgement = Judgement.Of(strategy, reading, evidence, request.Today.ToDateTime(default));
        var report = CheckReportBuilder.Build(shown, evidence, judgement);
        cache?.Store(strategy, report);
        return report;
    }
}
