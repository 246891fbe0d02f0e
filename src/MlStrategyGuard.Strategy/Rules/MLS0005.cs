using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>A named file doesn't exist, or a pattern matches nothing.</summary>
internal static class MLS0005
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        evidence.MissingFiles.Select(missing => Finding.Of(
            nameof(MLS0005), missing.Path.Span, Message(missing)) with
        { Split = missing.Split });

    private static string Message(MissingFile missing)
    {
        var path = Texts.Shorten(missing.Path.Value);
        var owner = missing.Use ?? $"split '{missing.Split}'";
        var hint = missing.Nearest is { } nearest ? $" Did you mean '{nearest}'?" : " Paths are relative to the strategy file.";
        return missing.Path.Value.IndexOfAny(['*', '?']) >= 0
            ? $"no file matches '{path}' of {owner}.{hint}"
            : $"the file '{path}' of {owner} doesn't exist.{hint}";
    }
}
