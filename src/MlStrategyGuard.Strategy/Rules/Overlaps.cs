namespace MlStrategyGuard.Rules;

/// <summary>What findings about two splits that share something have in common.</summary>
internal static class Overlaps
{
    /// <summary>The split that a pair's finding is about: dev of dev and test, else the one that models meet later.</summary>
    public static string Subject(string a, string b) => (a, b) == ("dev", "test") ? a : b;

    /// <summary>A finding about two splits.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="strategy">Has the places of splits.</param>
    /// <param name="a">The first split.</param>
    /// <param name="b">The second split.</param>
    /// <param name="span">The place; null: the key of the split that it is about.</param>
    /// <param name="message">The message.</param>
    public static Finding About(string id, Strategy strategy, string a, string b, SourceSpan? span, string message) =>
        Finding.Of(id, span ?? strategy.Split(Subject(a, b))?.Name.Span ?? SourceSpan.FileStart, message) with
        {
            Split = Subject(a, b),
            Subjects = [a, b, $"{a}/{b}"],
        };

    /// <summary>What to do with rows that stand in two splits.</summary>
    public static string TakeOut(string a, string b) => (a, b) == ("dev", "test")
        ? "Take them out of one of the two; test has to be new to everything that dev has decided."
        : $"Take them out of {Show.Words(a)} and train again; until then the score on {Show.Words(b)} may be too good by that share.";
}
