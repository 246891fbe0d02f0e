using System.CommandLine;
using System.Text;
using MlStrategyGuard.Tool;
using MlStrategyGuard.Tool.Terminal;

// Reports have names in every script; a redirected stream would otherwise get the machine's code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Checks an ML strategy (mlstrategy.yaml) and the data that it names.")
{
    CheckCommand.Create(),
    ReportCommand.Create(),
    BaselineCommand.Create(),
    ProfileCommand.Create(),
    InitCommand.Create(),
    ExplainCommand.Create(),
    RulesCommand.Create(),
    SchemaCommand.Create(),
};
ScreenOptions.AddTo(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

foreach (var error in parsed.Errors)
    Console.Error.WriteLine($"mlguard: {error.Message}");
Console.Error.WriteLine("Try 'mlguard --help' or 'mlguard check --help'.");
return ExitCodes.CouldNotRun;
