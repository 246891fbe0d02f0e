namespace MlStrategyGuard.Engine.Analysis;

/// <summary>What people write for yes and no.</summary>
internal static class Answers
{
    private static readonly HashSet<string> Yes = new(["true", "yes", "y", "1", "1.0", "x"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> No = new(["false", "no", "n", "0", "0.0"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word says yes; null if it is neither.</summary>
    public static bool? Of(string word) => Yes.Contains(word) ? true : No.Contains(word) ? false : null;
}
