namespace MlStrategyGuard.Package.Tests;

/// <summary>A user's project: a class library that references the package, with a strategy and data of its own.</summary>
internal sealed class Consumer
{
    private readonly PackageFeed _feed;
    private readonly string _project;
    private int _builds;

    /// <param name="feed">Where the package is.</param>
    /// <param name="folder">The name of the project's folder.</param>
    /// <param name="properties">XML of further properties.</param>
    /// <param name="items">XML of further items.</param>
    /// <param name="targetFrameworks">One target framework, or several with semicolons between.</param>
    /// <param name="project">The project's file name.</param>
    public Consumer(
        PackageFeed feed, string folder = "app", string properties = "", string items = "",
        string targetFrameworks = "net10.0", string project = "app.csproj")
    {
        _feed = feed;
        _project = project;
        Folder = feed.NewFolder(folder);
        var key = targetFrameworks.Contains(';') ? "TargetFrameworks" : "TargetFramework";
        Write(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{key}>{targetFrameworks}</{key}>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MlStrategyGuard" Version="{feed.Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """);
        Write("NuGet.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{feed.Folder}" />
              </packageSources>
            </configuration>
            """);
        // Nothing above the folder takes part.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        if (project.EndsWith(".csproj", StringComparison.Ordinal))
            Write("Code.cs", "public class Code { public int Answer { get { return 42; } } }");
    }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>The folder of the check's last result.</summary>
    public string Cache => At("obj/mlstrategyguard");

    /// <summary>The full path of a file of the project.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    /// <summary>Writes the strategy, and data whose test part is so many standard deviations away from the rest.</summary>
    public Consumer With(string strategy, double testShift)
    {
        Write("mlstrategy.yaml", strategy);
        Write("train.csv", Data.Csv(seed: 1));
        Write("dev.csv", Data.Csv(seed: 2));
        Write("test.csv", Data.Csv(seed: 3, testShift));
        return this;
    }

    /// <summary>Forgets the check's last result.</summary>
    public Consumer Forget()
    {
        if (Directory.Exists(Cache))
            Directory.Delete(Cache, recursive: true);
        return this;
    }

    /// <summary>Builds; restores the first time only.</summary>
    public BuildResult Build(params string[] arguments)
    {
        var log = At($"build{++_builds}.binlog");
        return new BuildResult(
            DotNet.Run(Folder, _feed.Restored,
            [
                "build", _project, .. File.Exists(At("obj/project.assets.json")) ? ["--no-restore"] : Array.Empty<string>(),
                "-v:q", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false", $"-bl:{log}", .. arguments,
            ]),
            log);
    }

    /// <summary>Runs another command of dotnet on the project.</summary>
    public CommandResult Run(string command, params string[] arguments) =>
        DotNet.Run(Folder, _feed.Restored,
            [command, _project, "-v:q", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. arguments]);
}
