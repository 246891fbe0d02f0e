using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Source and target have different kinds of input: nothing can be transferred.</summary>
internal static class MLS4002
{
    /// <summary>What inputs are called, by the beginning of a word, and the kinds whose low-level features they share.</summary>
    private static readonly (string Start, string[] Kinds)[] Words =
    [
        .. Named(["image"], "imag", "photo", "pictur", "xray", "x-ray", "scan", "pixel", "mri", "radiograph", "radiolog", "frame", "camera", "rgb", "selfie"),
        .. Named(["image", "video"], "video", "clip", "film"),
        .. Named(["audio"], "audio", "speech", "sound", "voice", "utteranc", "wave", "music", "recording", "phone"),
        .. Named(["audio", "image"], "spectrogram"),
        .. Named(["text"], "text", "sentence", "document", "word", "token", "article", "review", "tweet", "email", "transcript"),
        .. Named(["table"], "tabular", "table", "csv", "record", "feature"),
        .. Named(["series"], "series", "timeseries", "time-series", "sensor", "signal", "ecg", "eeg"),
    ];

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Transfer is not { From.Input: { } from, To.Input: { } to })
            yield break;

        var (source, target) = (Split(from.Value), Split(to.Value));
        if (source.Count == 0 || target.Count == 0 || source.Intersect(target).Any())
            yield break;

        var (sourceKinds, targetKinds) = (Kinds(source), Kinds(target));
        if (sourceKinds.Count > 0 && targetKinds.Count > 0)
        {
            if (!sourceKinds.Intersect(targetKinds).Any())
                yield return Finding.Of(nameof(MLS4002), to.Span,
                    $"the source takes '{Texts.Shorten(from.Value)}' and the target '{Texts.Shorten(to.Value)}'; low-level features carry over only between inputs of the same kind. Find a source that takes what the target takes.");
        }
        else
        {
            yield return Finding.Of(nameof(MLS4002), to.Span,
                $"the source takes '{Texts.Shorten(from.Value)}' and the target '{Texts.Shorten(to.Value)}'; low-level features carry over only between inputs of the same kind. If these are, give both the same name.") with
            {
                Severity = Severity.Warning,
            };
        }
    }

    private static IEnumerable<(string, string[])> Named(string[] kinds, params string[] starts) =>
        starts.Select(start => (start, kinds));

    /// <summary>The words in lower case and without a plural's s.</summary>
    private static List<string> Split(string input) =>
        [.. input.ToLowerInvariant()
            .Split([' ', '_', ',', ';', '/', '(', ')', '.', '+', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];

    private static List<string> Kinds(List<string> words) =>
        [.. Words.Where(known => words.Any(word => word.StartsWith(known.Start, StringComparison.Ordinal)))
            .SelectMany(known => known.Kinds).Distinct()];
}
