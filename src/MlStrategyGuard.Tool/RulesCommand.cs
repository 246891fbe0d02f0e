using System.CommandLine;
using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard rules</c>: all rule numbers.</summary>
internal static class RulesCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to write the list. [text|json]",
            DefaultValueFactory = _ => "text",
            HelpName = "text|json",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("rules", "List all rules with their default severity and part of the strategy.") { format };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(format) == "json" ? RuleList.WriteJson() : Text());
            return ExitCodes.Passed;
        });
        return command;
    }

    private static string Text()
    {
        var text = new StringBuilder();
        foreach (var rule in RuleCatalogue.All)
        {
            var part = rule.Part == 0 ? "" : rule.Part.ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{rule.Id}  {rule.DefaultSeverity.ToString().ToLowerInvariant(),-7}  {part,2}  {rule.Title}\n");
        }

        return text.ToString();
    }
}
