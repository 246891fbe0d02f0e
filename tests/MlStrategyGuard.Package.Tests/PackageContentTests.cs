using System.IO.Compression;
using System.Xml.Linq;

namespace MlStrategyGuard.Package.Tests;

public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void Package_HoldsExactlyTheListedFiles()
    {
        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "package-files.txt"));
        var actual = Files(feed.Package);
        var difference = actual.Except(expected).Select(file => "+ " + file)
            .Concat(expected.Except(actual).Select(file => "- " + file));

        Assert.True(expected.SequenceEqual(actual), "package-files.txt differs from the package:\n" + string.Join('\n', difference));
    }

    [Fact]
    public void Package_IsADevelopmentDependencyWithoutDependenciesOfItsOwn()
    {
        var metadata = Metadata(feed.Package);

        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Package_NamesItsReadmeAndLicence()
    {
        var metadata = Metadata(feed.Package);

        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.False(string.IsNullOrEmpty(Value(metadata, "description")));
        using var package = ZipFile.OpenRead(feed.Package);
        Assert.All(["README.md", "LICENSE", "mlstrategy.schema.yaml"], file => Assert.True(package.GetEntry(file)!.Length > 0));
    }

    [Fact]
    public void Analyzers_AreTheGuardsOwnAndYamlDotNet() =>
        Assert.Equal(
            ["MlStrategyGuard.Analyzers.dll", "MlStrategyGuard.CodeFixes.dll", "MlStrategyGuard.Strategy.dll", "YamlDotNet.dll"],
            Files(feed.Package).Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void WhatCompilerAndMSBuildBring_IsNotInThePackage() =>
        Assert.DoesNotContain(Files(feed.Package).Select(file => Path.GetFileName(file)), name =>
            name.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("System.Collections.Immutable", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("System.Reflection.Metadata", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void ConsumersOutputAndPackage_HoldNothingOfTheGuard()
    {
        var consumer = new Consumer(feed).With(Strategies.Good, testShift: 0);
        consumer.Build().Command.MustPass();
        consumer.Run("pack", "--no-build", "-c", "Debug", "-o", consumer.At("packed"), "-p:PackageVersion=1.0.0").MustPass();

        var output = Directory.EnumerateFiles(consumer.At("bin"), "*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.Equal(["app.deps.json", "app.dll", "app.pdb"], output.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("MlStrategyGuard", File.ReadAllText(consumer.At("bin/Debug/net10.0/app.deps.json")), StringComparison.OrdinalIgnoreCase);

        var package = consumer.At("packed/app.1.0.0.nupkg");
        Assert.Equal(["app.nuspec", "lib/net10.0/app.dll"], Files(package));
        Assert.DoesNotContain(Metadata(package).Descendants(), element => element.Name.LocalName == "dependency");
    }

    private static List<string> Files(string path)
    {
        using var package = ZipFile.OpenRead(path);
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                // The container's own parts.
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                    && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static XElement Metadata(string path)
    {
        using var package = ZipFile.OpenRead(path);
        using var stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
