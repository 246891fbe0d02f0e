namespace MlStrategyGuard.Package.Tests;

/// <summary>docs/getting-started.md, done as written in an empty folder with the packed packages.</summary>
public sealed class GettingStartedTests(PackageFeed feed)
{
    [Fact]
    public void EveryStep_DoesWhatThePageSays()
    {
        var folder = feed.NewFolder("empty");
        // Where a user's own package source would be; nothing above the folder takes part.
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{feed.Folder}" />
              </packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        var page = new GuidePage(feed, folder);

        page.Follow(File.ReadAllText(Path.Combine(PackageFeed.RepositoryRoot, "docs", "getting-started.md")));

        Assert.Contains("dotnet add package MlStrategyGuard", page.Commands);
        Assert.Equal(2, page.Commands.Count(command => command == "dotnet build"));
        Assert.True(File.Exists(Path.Combine(folder, "churn", "mlstrategy-report.html")));
    }
}
