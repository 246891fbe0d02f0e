namespace MlStrategyGuard.Strategy.Tests;

/// <summary>The repository's files that tests look at, as copied beside the test assembly.</summary>
internal static class TestFiles
{
    public static string Example => File.ReadAllText(PathOf("example.yaml"));

    public static string Schema => File.ReadAllText(PathOf("mlstrategy.schema.yaml"));

    public static string Agreement => PathOf("agreement");

    public static string RulePages => PathOf("rules");

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
