using System.Diagnostics;

namespace MlStrategyGuard.Benchmarks.Compiling;

/// <summary>A class library with the guard's analyzer beside the SDK's own ones.</summary>
internal sealed class Project
{
    private readonly string _folder;

    /// <param name="folder">Where; what is there is deleted.</param>
    /// <param name="analyzers">The folder of the guard's analyzer.</param>
    /// <param name="references">Further references.</param>
    public Project(string folder, string analyzers, params string[] references)
    {
        _folder = folder;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var items = references.Select(path => $"""<Reference Include="{Path.GetFileNameWithoutExtension(path)}" HintPath="{path}" />""")
            .Concat(new[] { "MlStrategyGuard.Analyzers", "MlStrategyGuard.Strategy", "YamlDotNet" }
                .Select(name => Path.Combine(analyzers, name + ".dll")).Append(typeof(ControlAnalyzer).Assembly.Location)
                .Select(path => $"""<Analyzer Include="{path}" />"""));
        Write("app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <ReportAnalyzer>true</ReportAnalyzer>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", items)}
              </ItemGroup>
            </Project>
            """);

        // Errors would end the build; what is measured is the same.
        Write(".globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.category-MlStrategy.severity = warning\n");
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets" })
            Write(name, "<Project />");
    }

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    /// <summary>Compiles everything anew, in a compiler of its own.</summary>
    /// <exception cref="InvalidOperationException">The build failed or reported no times.</exception>
    public (AnalyzerTimes Times, int Findings) Build()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-t:Rebuild", "-v:d", "-tl:off", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:WarningLevel=0"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || AnalyzerTimes.Read(text) is not { } times)
            throw new InvalidOperationException($"The build of {_folder} failed or reported no times:\n{string.Join("\n", text.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Take(20))}");
        return (times, text.Split('\n').Where(line => line.Contains(": warning MLS", StringComparison.Ordinal)).Distinct().Count());
    }
}
