using System.CommandLine;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Reading;
using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard explain MLS1001</c>: the rule's page in the terminal.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("RULE") { Description = "The rule's number, such as MLS1001." };
        var command = new Command("explain", "Show the page of a rule: what it finds, why, and what to do.") { id };
        command.SetAction(parsed => Explain(parsed.GetValue(id)!.ToUpperInvariant(), ScreenOptions.Screen(parsed)));
        return command;
    }

    private static int Explain(string id, Screen screen)
    {
        if (RulePages.Find(id) is { } page)
        {
            Console.Out.Write(screen.IsForPeople ? new MarkdownPage(screen).Write(page) : page);
            return ExitCodes.Passed;
        }

        if (RuleCatalogue.Knows(id))
        {
            var rule = RuleCatalogue.Get(id);
            Console.Out.Write($"# {rule.Id}: {rule.Title}\n\nThis version of the guard doesn't check it yet.\n");
            return ExitCodes.Passed;
        }

        var hint = Nearest.HintOr(id, RuleCatalogue.All.Select(rule => rule.Id), ".");
        Console.Error.WriteLine($"mlguard: no rule has the number '{Texts.Shorten(id)}'{hint} 'mlguard rules' lists them.");
        return ExitCodes.CouldNotRun;
    }
}
