using System.CommandLine;

namespace MlStrategyGuard.Tool.Terminal;

/// <summary>The options of all commands that say what standard output may show.</summary>
internal static class ScreenOptions
{
    private static readonly Option<string> Color = Choice();

    private static readonly Option<bool> NoColor = new("--no-color")
    {
        Description = "The same as --color never.",
        Recursive = true,
    };

    /// <summary>Adds them to the root, and so to every command.</summary>
    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Color);
        root.Options.Add(NoColor);
    }

    /// <summary>Standard output, as the user wants it.</summary>
    public static Screen Screen(ParseResult parsed) => Terminal.Screen.Of(
        parsed.GetValue(NoColor) ? ColorChoice.Never : Enum.Parse<ColorChoice>(parsed.GetValue(Color)!, ignoreCase: true));

    private static Option<string> Choice()
    {
        var color = new Option<string>("--color")
        {
            Description = "Colours and layout for people: on a terminal, always, or never. NO_COLOR counts. [auto|always|never]",
            DefaultValueFactory = _ => "auto",
            HelpName = "WHEN",
            Recursive = true,
        };
        color.AcceptOnlyFromAmong("auto", "always", "never");
        return color;
    }
}
