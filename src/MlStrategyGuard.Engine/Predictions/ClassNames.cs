using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>
/// One name for a class however it is written: 1, 1.0 and 01 are one, True and true are, and where labels are 0 and 1 a
/// prediction of true is 1.
/// </summary>
internal sealed class ClassNames
{
    private static readonly string[] Digits = ["0", "1"];
    private static readonly string[] Truths = ["false", "true"];
    private static readonly string[][] Negatives = [["0", "1"], ["false", "true"], ["-1", "1"], ["no", "yes"], ["negative", "positive"], ["neg", "pos"]];

    private readonly string[]? _from;
    private readonly string[]? _to;

    /// <param name="labels">The labels as written.</param>
    public ClassNames(IEnumerable<string> labels)
    {
        var names = labels.Select(Plain).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return;
        if (names.TrueForAll(name => Digits.Contains(name)))
            (_from, _to) = (Truths, Digits);
        else if (names.TrueForAll(name => Truths.Contains(name)))
            (_from, _to) = (Digits, Truths);
    }

    /// <summary>The name of a class.</summary>
    public string Of(string written)
    {
        var name = Plain(written);
        return _from is not null && Array.IndexOf(_from, name) is >= 0 and var at ? _to![at] : name;
    }

    /// <summary>The positive class: as declared, else the one that everybody takes for it; null if nobody knows.</summary>
    /// <param name="declared">The declared class, if there is one.</param>
    /// <param name="classes">The names of the classes.</param>
    public string? Positive(string? declared, IReadOnlyCollection<string> classes) => declared is not null
        ? Of(declared)
        : Negatives.FirstOrDefault(pair => classes.All(name => pair.Contains(name, StringComparer.OrdinalIgnoreCase))) is { } known
            ? classes.FirstOrDefault(name => string.Equals(name, known[1], StringComparison.OrdinalIgnoreCase)) ?? known[1]
            : null;

    private static string Plain(string written)
    {
        var bytes = Encoding.UTF8.GetBytes(written);
        if (ValueParser.TryNumber(ValueParser.Trim(bytes), out var number) && double.IsFinite(number))
            return (number + 0.0).ToString("R", CultureInfo.InvariantCulture);
        var lower = written.ToLowerInvariant();
        return Truths.Contains(lower) ? lower : written;
    }
}
