using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine;

/// <summary>
/// The last result of one strategy file. It holds as long as the strategy's text, the set of data files that its
/// patterns lead to, and each file's length and time of change are what they were before the data was read. Looking
/// that up neither parses the strategy nor opens a data file.
/// </summary>
internal sealed class CheckCache
{
    /// <summary>A file changed this recently may change again within one tick of its file system's clock.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(20);

    private readonly string _path;
    private readonly string _evidencePath;
    private readonly string _folder;
    private readonly string _key;
    private readonly int _today;
    private readonly string? _page;
    private string? _files;

    /// <param name="request">What is checked.</param>
    /// <param name="shown">How reports name the strategy file.</param>
    /// <param name="folder">The strategy file's folder.</param>
    /// <param name="strategy">The strategy file's bytes.</param>
    /// <param name="baseline">The baseline's bytes, if there is one.</param>
    public CheckCache(CheckRequest request, string shown, string folder, byte[] strategy, byte[]? baseline = null)
    {
        _folder = folder;
        _today = request.Today.DayNumber;
        _page = request.Page;
        var identity = Encoding.UTF8.GetBytes(string.Join('\n',
            typeof(CheckCache).Module.ModuleVersionId, typeof(Strategy).Module.ModuleVersionId,
            Path.GetFullPath(request.StrategyFile), shown, request.ReadData,
            baseline is null ? "" : Convert.ToHexStringLower(SHA256.HashData(baseline))));
        _key = Convert.ToHexStringLower(SHA256.HashData([.. identity, 0, .. strategy]));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(request.StrategyFile))));
        _path = Path.Combine(request.CacheFolder!, $"check-{name[..16]}.json");
        _evidencePath = Path.Combine(request.CacheFolder!, $"evidence-{name[..16]}.json");
    }

    /// <summary>The last report, if it still holds.</summary>
    public CheckReport? Find()
    {
        try
        {
            using var stream = File.OpenRead(_path);
            var cached = JsonSerializer.Deserialize(stream, ReportContext.Readable.CachedCheck);
            return cached is not null
                && cached.Key == _key
                && cached.From <= _today && _today <= (cached.Through ?? int.MaxValue)
                && (_page is null || (cached.Page is { } page && page == PageStamp()))
                && cached.Files == Fingerprint(cached.Sources, out _)
                ? cached.Report
                : null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes the state of the data files before they are read.</summary>
    public void Remember(Strategy strategy)
    {
        _files = Fingerprint(Sources(strategy), out var newest);
        if (DateTime.UtcNow - newest < Settled)
            _files = null;
    }

    /// <summary>What is kept of the evidence; null if there are no files, or they are too fresh for anything to be kept.</summary>
    public EvidenceCache? EvidenceFor(Strategy strategy, GatheringInput input) =>
        _files is null || Sources(strategy).Count == 0 ? null : new EvidenceCache(_evidencePath, input, _files);

    /// <summary>Keeps a report. A cache that can't be written costs time and nothing else.</summary>
    public void Store(Strategy strategy, CheckReport report)
    {
        if (_files is null)
            return;

        var cached = new CachedCheck
        {
            Key = _key,
            Sources = Sources(strategy),
            Files = _files,
            From = _today,
            Through = strategy.Accept
                .Select(waiver => waiver.Until is { } until ? DateOnly.FromDateTime(until.Value).DayNumber : int.MaxValue)
                .Where(day => day >= _today && day != int.MaxValue)
                .Select(day => (int?)day)
                .Min(),
            Page = PageStamp(),
            Report = report,
        };
        try
        {
            AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(cached, ReportContext.Readable.CachedCheck));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The next check reads the data again.
        }
    }

    /// <summary>The page's place and state; a page that somebody removed or changed is written again.</summary>
    private string? PageStamp()
    {
        if (_page is null)
            return null;
        var info = new FileInfo(_page);
        return info.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{info.FullName}\t{info.Length}\t{info.LastWriteTimeUtc.Ticks}")
            : null;
    }

    private static IReadOnlyList<CachedSource> Sources(Strategy strategy) =>
    [
        .. strategy.Splits.SelectMany(split => split.Files.Append(split.Profile).OfType<Marked<string>>()
            .Select(file => new CachedSource(split.Name.Value, file.Value))),
        .. strategy.Candidates.SelectMany(candidate => candidate.Predictions.Select(file => new CachedSource(file.Key, file.Value.Value))),
        .. new[] { strategy.ErrorAnalysis?.File, strategy.Labels?.Audit?.File }.OfType<Marked<string>>().Select(file => new CachedSource("", file.Value)),
    ];

    private string Fingerprint(IReadOnlyList<CachedSource> sources, out DateTime newest)
    {
        newest = DateTime.MinValue;
        var text = new StringBuilder();
        foreach (var source in sources)
        {
            text.Append(source.Split).Append('\t').Append(source.Path).Append('\n');
            foreach (var path in SplitFiles.Expand(_folder, source.Path))
            {
                var info = new FileInfo(path);
                if (info.Exists && info.LastWriteTimeUtc > newest)
                    newest = info.LastWriteTimeUtc;
                text.Append(path).Append('\t')
                    .Append(info.Exists ? info.Length : -1).Append('\t')
                    .Append(info.Exists ? info.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture) : "-").Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
