using System.Reflection;

[assembly: AssemblyFixture(typeof(MlStrategyGuard.Package.Tests.PackageFeed))]

namespace MlStrategyGuard.Package.Tests;

/// <summary>
/// The real packages, packed once with a version of this run, in a folder that consumers restore from and from nowhere
/// else. Consumers share a package cache of this run, so that nobody sees an older package.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlguard-e2e-").FullName;
    private int _consumers;

    public PackageFeed()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            Pack("MlStrategyGuard.Package");
            Pack("MlStrategyGuard.Tool");
            // What a consumer for netstandard2.0 needs; it is here already, the guard is built for that too.
            foreach (var id in new[] { "netstandard.library", "microsoft.netcore.platforms" })
            {
                foreach (var package in Directory.EnumerateFiles(
                    Path.Combine(Metadata("NuGetPackageRoot"), id), "*.nupkg", SearchOption.AllDirectories))
                    File.Copy(package, Path.Combine(Folder, Path.GetFileName(package)));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The version of both packages: one of this run, and a released one, so that it is found without a version asked for.</summary>
    public string Version { get; } = $"0.0.{Random.Shared.Next(1, int.MaxValue)}";

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>The folder that packages are restored into.</summary>
    public string Restored => Path.Combine(_root, "packages");

    /// <summary>MlStrategyGuard.nupkg.</summary>
    public string Package => Path.Combine(Folder, $"MlStrategyGuard.{Version}.nupkg");

    /// <summary>A folder for a consumer; its name may be awkward, for paths are.</summary>
    public string NewFolder(string name = "app")
    {
        var folder = Path.Combine(_root, Interlocked.Increment(ref _consumers).ToString("D3"), name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Pack(string project) =>
        DotNet.Run(RepositoryRoot, packages: null,
            "pack", Path.Combine("src", project), "-c", "Release", "-o", Folder,
            $"-p:PackageVersion={Version}", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-tl:off", "-v:q").MustPass();

    private static string Metadata(string key) =>
        typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
