namespace MlStrategyGuard.Analyzers;

/// <summary>Where a rule's page is.</summary>
public static class HelpLinks
{
    private const string Prefix = "https://github.com/mlstrategyguard/mlstrategyguard/blob/main/docs/rules/";

    /// <summary>The address of the page of the rule <paramref name="id"/>, such as MLS5001.</summary>
    public static string For(string id) => Prefix + id + ".md";
}
