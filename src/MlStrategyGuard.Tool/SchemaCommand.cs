using System.CommandLine;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard schema</c>: the JSON Schema of the strategy file, in YAML.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Write the JSON Schema of the strategy file (in YAML) to standard output.");
        command.SetAction(_ =>
        {
            Console.Out.Write(Resources.Read("mlstrategy.schema.yaml"));
            return ExitCodes.Passed;
        });
        return command;
    }
}
