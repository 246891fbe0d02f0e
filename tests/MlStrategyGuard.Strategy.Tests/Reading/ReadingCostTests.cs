using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>Ten times the file is about ten times the work, counted in allocated bytes.</summary>
public sealed class ReadingCostTests
{
    public static TheoryData<string, string, string> Shapes => new()
    {
        { "data:\n  columns:\n", "    column_{0}: text\n", "" },
        { "data: { ignore: [", "column_{0}, ", "] }" },
        { "data: { missing: [", "m{0}, ", "] }" },
        { "splits: { dev: { files: [", "a{0}.csv, ", "] } }" },
        { "splits: { dev: { files: a, where: { ", "c{0}: [x, y], ", "} } }" },
        { "splits: { dev: { composition: { ", "c{0}: 5, ", "} } }" },
        { "metrics:\n  satisfy:\n", "    - {{ metric: m{0}, at_most: 5% }}\n", "" },
        { "metrics:\n  satisfy:\n", "    - {{ metric: m, at_most: {0}, on: test }}\n", "" },
        { "accept:\n", "  - {{ rule: MLS1001, where: c{0}, because: x }}\n", "" },
        { "", "unknown_{0}: 1\n", "" },
        { "rules: {", "MLS{0}: off, ", "}" },
        { "", "name: {0}\n", "" },
        { "candidates:\n", "  - {{ name: c{0}, measured: {{ f1: 0.9 }} }}\n", "" },
        { "candidates: [", "{{ name: same, measured: {{ f1: {0} }} }}, ", "]" },
        { "candidates: [{ name: a, measured: { ", "m{0}: [1, {{ value: 2, on: test }}], ", "} }]" },
        { "errors: { human: [", "{{ who: w{0}, error: 1% }}, ", "] }" },
        { "next: [", "knob_{0}, ", "]" },
        { "knobs: {", "knob_{0}: [train, dev], ", "}" },
        { "knobs: {", "knob_{0}: production, ", "}" },
        { "history: [", "{{ run: {0}, changed: l2, dev: 8% }}, ", "]" },
        { "error_analysis: { focus: x, examined: 9, tags: { ", "t{0}: 5, ", "} }" },
        { "multi_task: { tasks: { ", "t{0}: {{ examples: 5 }}, ", "} }" },
        { "end_to_end: { stages: { ", "s{0}: 5, ", "} }" },
        { "next:\n", "  - &a{0} [x]\n  - *a{0}\n", "" },
        { "next: [", "&a{0} {{ a: b }}, *a{0}, ", "]" },
        { "", "# comment {0}\n", "" },
        { "name: >\n", "  line {0}\n", "" },
        { "name: \"", "\\u00e9 {0} ", "\"" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TenTimesTheEntries_AllocateAboutTenTimes(string head, string entry, string tail)
    {
        Allocated(head, entry, tail, 100);
        var small = Allocated(head, entry, tail, 1_000);
        var large = Allocated(head, entry, tail, 10_000);

        Assert.InRange(large / (double)small, 1, 15);
    }

    [Fact]
    public void TooManyValues_EndTheReadingEarly()
    {
        var list = "next: [" + string.Concat(Enumerable.Repeat("x, ", 1_000_000)) + "]";

        Assert.Contains("200000 values", Read.Single(list).Message, StringComparison.Ordinal);
    }

    private static long Allocated(string head, string entry, string tail, int count)
    {
        var body = string.Concat(Enumerable.Range(0, count).Select(i =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, i)));
        var text = "version: 1\n" + head + body + tail;
        var before = GC.GetAllocatedBytesForCurrentThread();
        StrategyReader.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
