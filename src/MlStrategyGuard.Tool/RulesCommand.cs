using System.CommandLine;
using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard rules</c>: all rule numbers.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to write the list. [text|json|markdown]",
            DefaultValueFactory = _ => "text",
            HelpName = "text|json|markdown",
        };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("rules", "List all rules with their default severity and part of the strategy.") { format };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(format) switch
            {
                "json" => RuleList.WriteJson(),
                "markdown" => Page(),
                _ => Text(ScreenOptions.Screen(parsed)),
            });
            return ExitCodes.Passed;
        });
        return command;
    }

    /// <summary>The index of the rules' pages, docs/rules/README.md as it stands in the repository.</summary>
    private static string Page() =>
        """
        # Rules

        An error fails the build. A warning shows in every build. Information shows in the reports and in detailed logs only.
        The severity here is the default; `rules: { MLS1020: error }` in the strategy file changes it for all findings of a
        rule, and an entry of `accept:` keeps a known finding out, with a reason and an end ([MLS0008](MLS0008.md)). Numbers are
        fixed and never reused; a number that isn't listed has no rule yet. Rules on C# code (MLS5001 and up) take their severity from
        `.editorconfig` and `#pragma`, not from the strategy file; its `accept:` counts for them too, `where:` naming a source
        file. What a trainer or loader outside of your source code does, you can [tell them](../own-members.md).


        """.ReplaceLineEndings("\n") + RuleList.WriteMarkdown(id => RulePages.Find(id) is not null);

    private static string Text(Screen screen)
    {
        var paint = new Paint(screen.HasColor);
        var text = new StringBuilder();
        foreach (var rule in RuleCatalogue.All)
        {
            var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
            var part = rule.Part == 0 ? "" : rule.Part.ToString(CultureInfo.InvariantCulture);
            var beginning = $"{rule.Id}  {severity,-7}  {part,2}  ";
            text.Append(CultureInfo.InvariantCulture, $"{rule.Id}  {paint.Severity(severity, severity)}{beginning[(9 + severity.Length)..]}");
            foreach (var line in Wrapping.Lines(rule.Title, screen.Width, beginning.Length, beginning.Length))
                text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
