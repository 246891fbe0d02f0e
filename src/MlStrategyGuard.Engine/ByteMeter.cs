using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine;

/// <summary>Adds up what several readers read.</summary>
internal sealed class ByteMeter : IProgress<long>
{
    private readonly IProgress<CheckProgress> _progress;
    private readonly long _total;
    private long _read;

    public ByteMeter(IProgress<CheckProgress> progress, IEnumerable<DataFile> files)
    {
        _progress = progress;
        _total = files.Sum(file => new FileInfo(file.FullPath) is { Exists: true } info ? info.Length : 0);
    }

    public void Report(long bytes) =>
        _progress.Report(new CheckProgress(Math.Min(_total, Interlocked.Add(ref _read, bytes)), _total));
}
