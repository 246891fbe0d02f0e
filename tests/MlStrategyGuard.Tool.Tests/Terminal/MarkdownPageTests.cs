using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool.Tests.Terminal;

public sealed class MarkdownPageTests
{
    public static TheoryData<string> Pages() => [.. RuleCatalogue.All.Select(rule => rule.Id).Where(id => RulePages.Find(id) is not null)];

    [Theory]
    [InlineData("# A *title*\n", "A title\n")]
    [InlineData("one\ntwo three four five six\n", "one two three four five six\n")]
    [InlineData("see [MLS1001](MLS1001.md), `a *.csv b`, **bold** and *rows*\n", "see MLS1001, a *.csv b, bold\nand rows\n")]
    [InlineData("2 * 3 * 4 is *.csv or a*b\n", "2 * 3 * 4 is *.csv or a*b\n")]
    [InlineData("- one and two\n  and three and four and more\n- five\n", "- one and two and three and\n  four and more\n- five\n")]
    [InlineData("> said by\n> somebody\n", "  said by somebody\n")]
    [InlineData("```yaml\na: 1   # not wrapped however long\n\nb: *x*\n```\n", "    a: 1   # not wrapped however long\n\n    b: *x*\n")]
    [InlineData("a\n\n\n\nb\n", "a\n\nb\n")]
    [InlineData("| a | b |\n|---|---|\n| `xx` | y |\n", "  a   b\n  xx  y\n")]
    [InlineData("| a | b |\n|---|---|\n| one two three | four five six seven |\n", "  a: one two three\n    b: four five six seven\n")]
    public void Marks_BecomeLayout(string page, string shown) =>
        Assert.Equal(shown, new MarkdownPage(new Screen(true, false, 28, 28)).Write(page));

    [Fact]
    public void HeadingsAndCode_HaveColours() => Assert.Equal(
        "\e[1mT\e[0m\n\n    \e[36ma: 1\e[0m\n",
        new MarkdownPage(new Screen(true, true, 80, 80)).Write("# T\n\n```\na: 1\n```\n"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void RulesPage_LosesNoWord_AndItsProseFits(string id)
    {
        var page = RulePages.Find(id)!;
        var shown = new MarkdownPage(new Screen(true, false, 60, 60)).Write(page);

        // The language of a piece of code is no word of the page.
        var text = string.Join('\n', page.Split('\n').Where(line => !line.StartsWith("```", StringComparison.Ordinal)));
        var words = RulePages.Plain(text.Replace("*", "", StringComparison.Ordinal)).Split(' ').Where(word => word.Length > 3 && word.All(char.IsLetter)).ToHashSet();
        Assert.All(words, word => Assert.Contains(word, shown, StringComparison.Ordinal));
        Assert.All(
            shown.Split('\n').Where(line => !line.StartsWith("    ", StringComparison.Ordinal) && line.Trim().Contains(' ', StringComparison.Ordinal)),
            line => Assert.True(Cells.Of(line) <= 60 || line.TrimStart('-', ' ').Split(' ').Max(word => word.Length) > 50, line));
    }
}
