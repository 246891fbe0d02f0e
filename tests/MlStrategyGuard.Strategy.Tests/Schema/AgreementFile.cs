namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>
/// A small strategy file of <c>tests/schema/agreement</c>, where ajv checks the same texts, with what the reader and the
/// schema must say of it. A file there holds many, each behind a line <c>--- # valid</c> or <c>--- # MLS0003</c>.
/// </summary>
/// <param name="Expected">What the reader reports, in order; <c>valid</c>: nothing.</param>
/// <param name="IsValidForSchema">Whether the schema takes it, be it only that it can't know better.</param>
/// <param name="Text">The strategy file.</param>
internal sealed record AgreementFile(string Expected, bool IsValidForSchema, string Text)
{
    private const string Head = "--- # ";

    /// <summary>Behind what the reader reports: the file names what isn't there, or means a share.</summary>
    private const string BeyondSchema = ", beyond a schema";

    public static IReadOnlyList<AgreementFile> All { get; } =
        [.. Directory.GetFiles(TestFiles.Agreement, "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<AgreementFile> Read(string path) =>
        from part in $"\n{File.ReadAllText(path).ReplaceLineEndings("\n")}".Split($"\n{Head}", StringSplitOptions.RemoveEmptyEntries)
        let end = part.IndexOf('\n', StringComparison.Ordinal)
        let expected = part[..end]
        select new AgreementFile(
            expected.Replace(BeyondSchema, "", StringComparison.Ordinal),
            expected == "valid" || expected.EndsWith(BeyondSchema, StringComparison.Ordinal),
            part[(end + 1)..]);
}
