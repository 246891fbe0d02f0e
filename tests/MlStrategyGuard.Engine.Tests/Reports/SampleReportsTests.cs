using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Reports;

/// <summary>
/// What the guard says of every sample, as JSON and SARIF, beside the sample: changes show in review.
/// tests/schema validates the same files.
/// </summary>
public sealed class SampleReportsTests
{
    /// <summary>A day on which no waiver of a sample has ended.</summary>
    private static readonly DateOnly Today = new(2026, 11, 1);

    public static TheoryData<string> Strategies() => [.. Directory
        .EnumerateFiles(RepositoryFiles.At("samples"), "*.yaml", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root, file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Json_IsThePinnedOne(string strategy) =>
        RepositoryFiles.AssertPinned(Path.ChangeExtension(strategy, "expected.json"), JsonReport.Write(Check(strategy)));

    [Theory]
    [MemberData(nameof(Strategies))]
    public void Sarif_IsThePinnedOne(string strategy) => RepositoryFiles.AssertPinned(
        Path.ChangeExtension(strategy, "expected.sarif"),
        SarifReport.Write(
            Check(strategy), strategy, StrategyText.Of(RepositoryFiles.At(strategy)), new HashSet<string>(), "0.0.0"));

    private static CheckReport Check(string strategy) => StrategyCheck.Run(
        new CheckRequest(RepositoryFiles.At(strategy), Today) { ShownAs = strategy }, null, CancellationToken.None);
}
