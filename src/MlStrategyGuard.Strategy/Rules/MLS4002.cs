using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Source and target have different kinds of input: nothing can be transferred.</summary>
internal static class MLS4002
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Transfer is { From.Input: { } from, To.Input: { } to }
            && !string.Equals(from.Value.Trim(), to.Value.Trim(), StringComparison.OrdinalIgnoreCase))
            yield return Finding.Of(nameof(MLS4002), to.Span,
                $"the source takes '{Texts.Shorten(from.Value)}' and the target '{Texts.Shorten(to.Value)}'; low-level features carry over only between inputs of the same kind.");
    }
}
