using System.Diagnostics;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0001: what isn't readable, at its place and in words that help.</summary>
public sealed class BrokenYamlTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { "version: 1\ndata:\n\tlabel: x\n", "3:1", "a tab indents this line" },
        { "version: 1\ndata:\n  label: x\n\tid: y\n", "4:1", "a tab indents this line" },
        { "version: 1\n\t\nname: x\n", "2:1", "a tab indents this line" },
        { "version: 1\r\ndata:\r\n\tlabel: x\r\n", "3:1", "a tab indents this line" },
        { "version: 1\nname: a: b\n", "2:8", "quote a value that holds ': '" },
        { "version:1\nname: x\n", "2:5", "write a space after the ':'" },
        { "version: 1\n  name: x\n", "2:7", "the keys of one map begin in one column" },
        { "data:\n    label: x\n  id: y\n", "3:3", "the keys of one map begin in one column" },
        { "version: 1\n- a\n", "2:1", "the keys of one map begin in one column" },
        { "accept:\n  - rule: a\n rules: b\n", "3:2", "" },
        { "version: 1\ndata: { label: x\n", "3:1", "a '{' before this place isn't closed" },
        { "version: 1\ndata: { ignore: [a, b }\n", "2:23", "a '[' before this place isn't closed" },
        { "version: 1\ndata: [a, b\nname: x\n", "3:1", "isn't closed" },
        { "version: 1\ndata: { label: x }}\n", "2:19", "" },
        { "version: 1\nname: \"x\n", "2:7", "quote" },
        { "version: 1\nname: \"x\nsplits: {}\n", "2:7", "this quote isn't closed on its line" },
        { "version: 1\nname: 'it's'\n", "2:11", "" },
        { "version: 1\nname: \"data\\dev.csv\"\n", "2:7", "write paths with '/'" },
        { "version: 1\nname: \"\\UFFFFFFFF\"\n", "2:18", "a bad escape or tag" },
        { "version: 1\nname: \"\\ud800\"\n", "2:7", "surrogate" },
        { "version: 1\nname: !<> x\n", "2:10", "a bad escape or tag" },
        { "version: 1\nname: @home\n", "2:7", "put the value in quotes" },
        { "version: 1\nname: `x`\n", "2:7", "put the value in quotes" },
        { "version: 1\nname: %5\n", "2:7", "put the value in quotes" },
        { "version: 1\nname: *\n", "2:7", "" },
        { "version: 1\nsplits: { dev: { files: *.csv } }\n", "2:25", "put a pattern that begins with '*' in quotes" },
        { "version: 1\nname: *nobody\n", "2:7", "nothing above is marked '&nobody'" },
        { "version: 1\ndata: &a { label: *a }\n", "2:19", "stands inside its own anchor" },
        { "version: 1\nx: &a 1\ndata: &a { label: *a }\n", "3:19", "stands inside its own anchor" },
        { "version: 1\nname: a\0b\n", "2:8", "a NUL byte" },
        { "version: 1\r\nname: a\0b\r\n", "2:8", "a NUL byte" },
        { "version: 1\rname: a\0b\r", "2:8", "a NUL byte" },
        { "\0", "1:1", "a NUL byte" },
        { "version: 1\n---\nversion: 1\n", "2:1", "a second document starts here" },
        { "version: 1\n...\nname: x\n", "3:1", "a second document starts here" },
        { "version: 1\n[a]: 1\n", "2:1", "a key must be a word, not a list" },
        { "version: 1\n{ a: b }: 1\n", "2:1", "a key must be a word, not a map" },
        { "%YAML 2.0\n---\nversion: 1\n", "1:1", "" },
        { "\uFEFFversion: 1\ndata:\n\tlabel: x\n", "3:1", "a tab indents this line" },
    };

    public static TheoryData<string> Fine =>
    [
        "version: 1",
        "version: 1\n",
        "version: 1\r\nname: x\r\n",
        "\uFEFFversion: 1\n",
        "---\nversion: 1\n",
        "---\nversion: 1\n...\n",
        "%YAML 1.2\n---\nversion: 1\n",
        "# a comment\n\nversion: 1 # another\n# a last one",
        "version:\t1\n",
        "version: 1\t# behind a tab\n",
        "version: 1\ndata: {\n\tlabel: x }\n",
        "version: 1\nname: \"a\\tb\"\n",
        "version: 1\nname: \"a\tb\"\n",
        "version: 1\nname: 'it''s'\n",
        "version: 1\nname: a:b\n",
        "version: 1\nname: 'a: b'\n",
        "version: 1\nname: >-\n  several\n  lines\n",
        "version: 1\nname: |\n  several\n  lines\n",
        "version: 1\nname: several\n  lines\n",
        "version: 1\nsplits: { dev: { files: '*.csv' } }\n",
        "version: 1\nsplits: { dev: { files: data/*.csv } }\n",
        "version: 1\ndata: { columns: &a { x: text } }\nmulti_task: { tasks: *a }\n",
        "version: 1\nname: &n x\ntarget: *n\n",
        "version: 1\nname: \"\\U0001F431\"\n",
        "version: 1\nname: \"\\0\"\n",
        "version: 1\nname: Katzenerkennung für Münzstraße – 猫 🐈\n",
        "{ \"version\": 1, \"name\": \"JSON is YAML\" }",
        "version: 1\nname: !!str x\n",
        "? version\n: 1\n",
        "version: 1\nknobs:\n  a:\n  - dev\n  -   train\n",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void BrokenYaml_IsReportedAtItsPlace(string text, string place, string words)
    {
        var finding = Read.Single(text);

        Assert.Equal("MLS0001 " + place, Read.Place(finding));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.StartsWith("this isn't readable YAML: ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public void ReadableYaml_IsSilent(string text) => Assert.Empty(Read.Places(text));

    [Theory]
    [InlineData("", 1)]
    [InlineData("x: ", 4)]
    [InlineData("version: 1\nnext: [a, ", 12)]
    public void EndlessBrackets_AreRefusedAtOnce(string start, int firstColumn)
    {
        foreach (var bracket in "[{")
        {
            foreach (var end in new[] { "", new string(bracket == '[' ? ']' : '}', 20_000) })
            {
                var watch = Stopwatch.StartNew();
                var finding = Read.Single(start + new string(bracket, 20_000) + end);

                Assert.Equal("MLS0001", finding.Id);
                Assert.Contains("100 levels", finding.Message, StringComparison.Ordinal);
                Assert.InRange(finding.Span.Column, firstColumn + 90, firstColumn + 110);
                Assert.True(watch.ElapsedMilliseconds < 5000, $"{watch.ElapsedMilliseconds} ms");
            }
        }
    }

    [Theory]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{ a: ")]
    [InlineData("[a, ")]
    public void EndlessNestingOfOtherKinds_IsRefused(string opening) =>
        Assert.Contains("100 levels", Read.Single(string.Concat(Enumerable.Repeat(opening, 20_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void HundredLevels_AreRead() =>
        Assert.Equal(["MLS0003 2:8"], Read.Places("version: 1\nnext: [" + new string('[', 98) + new string(']', 98) + "]"));

    [Fact]
    public void BillionLaughs_AreRefused()
    {
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        var finding = Read.Single(laughs);

        Assert.Equal("MLS0001 6:5", Read.Place(finding));
        Assert.Contains("200000 values", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FewLaughs_AreRead() =>
        Assert.Empty(Read.Places("version: 1\nnext: &a [l1, l2]\nhistory: [&b { changed: *a }, *b, *b]\n"));

    [Fact]
    public void HugeText_IsRead() =>
        Assert.Empty(Read.Places($"version: 1\nname: {new string('x', 1_000_000)}\n"));

    [Fact]
    public void Message_StaysOneShortLineWhateverTheName()
    {
        var alias = Read.Single($"version: 1\nname: *{new string('x', 5000)}\n");
        var key = Read.Single($"version: 1\n\"{new string('k', 500)}\\n\\u2028\\u0007\": 1\n");
        var twice = Read.Single($"version: 1\ntarget: x\ndata: {{ columns: {{ \"{new string('k', 500)}\": text, \"{new string('k', 500)}\": text }} }}\n");
        var kind = Read.Single($"version: 1\ndata: {{ columns: {{ \"a\\nb{new string('k', 500)}\": {new string('w', 500)} }} }}\n");

        foreach (var finding in new[] { alias, key, twice, kind })
        {
            Assert.DoesNotContain(finding.Message, c => char.IsControl(c) || c == '\u2028');
            Assert.InRange(finding.Message.Length, 20, 400);
        }
    }
}
