using System.Text.RegularExpressions;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>Pages of the repository: links lead somewhere, and strategies in the guide can be read.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] NoPages = ["bin", "obj", "node_modules", "artifacts", ".git", "TestResults"];

    public static TheoryData<string> Pages() => [.. Find(RepositoryFiles.Root)
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Guides() => [.. Directory.EnumerateFiles(RepositoryFiles.At("docs/strategy"), "0*.md")
        .Concat(Directory.EnumerateFiles(RepositoryFiles.At("docs/strategy"), "1*.md"))
        .Append(RepositoryFiles.At("docs/extending.md")).Append(RepositoryFiles.At("docs/getting-started.md"))
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void RelativeLinks_LeadToFilesAndHeadings(string page)
    {
        var dead = new List<string>();
        foreach (Match link in Link().Matches(Fence().Replace(File.ReadAllText(RepositoryFiles.At(page)), "")))
        {
            var target = link.Groups["target"].Value;
            if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            var parts = target.Split('#');
            var path = parts[0].Length == 0 ? RepositoryFiles.At(page) : Path.Combine(Path.GetDirectoryName(RepositoryFiles.At(page))!, parts[0]);
            if (!Path.Exists(path) || (parts.Length > 1 && path.EndsWith(".md", StringComparison.Ordinal) && !Headings(path).Contains(parts[1])))
                dead.Add(target);
        }

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void StrategiesOfTheGuide_AreValid(string page)
    {
        var blocks = Yaml().Matches(File.ReadAllText(RepositoryFiles.At(page)).ReplaceLineEndings("\n"));

        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
            Assert.Empty(StrategyReader.Read(block.Groups["text"].Value).Findings);
    }

    private static IEnumerable<string> Find(string folder) => Directory.EnumerateFiles(folder, "*.md")
        .Concat(Directory.EnumerateDirectories(folder).Where(one => !NoPages.Contains(Path.GetFileName(one))).SelectMany(Find));

    /// <summary>Names of a page's headings as code hosts make them: lower case, without punctuation, dashes for spaces.</summary>
    private static HashSet<string> Headings(string page) =>
        [.. Fence().Replace(File.ReadAllText(page), "").ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.StartsWith('#'))
            .Select(line => Punctuation().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^```yaml\n(?<text>.*?)^```", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Yaml();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex Punctuation();
}
