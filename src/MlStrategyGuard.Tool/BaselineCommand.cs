using System.CommandLine;
using System.Text;
using MlStrategyGuard.Engine;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard baseline</c>: writes down how good the choice is, for <c>mlguard check --baseline</c>.</summary>
internal static class BaselineCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The strategy file.",
            DefaultValueFactory = _ => "mlstrategy.yaml",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "The baseline to write. Default: mlbaseline.json beside the strategy file.",
            HelpName = "PATH",
        };
        var command = new Command("baseline", "Write down how good the chosen candidate is, for check --baseline.") { file, output };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetValue(file)!, parsed.GetValue(output), cancel)));
        return command;
    }

    private static int Run(string file, string? output, CancellationToken cancel)
    {
        try
        {
            if (file.Length == 0 || output?.Length == 0)
                throw new CheckException("an empty path names no file.");
            var path = output ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "mlbaseline.json");
            if (Path.GetFullPath(path) == Path.GetFullPath(file))
                throw new CheckException($"--output would overwrite the strategy file '{file}'; name another file.");
            Baseline baseline;
            using (var progress = new ConsoleProgress())
                baseline = StrategyCheck.MakeBaseline(new CheckRequest(file, DateOnly.FromDateTime(DateTime.Now)), progress, cancel);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(BaselineFile.Write(baseline)));
            Console.Error.WriteLine($"mlguard: wrote '{path}'.");
            return ExitCodes.Passed;
        }
        catch (CheckException problem)
        {
            Console.Error.WriteLine($"mlguard: {problem.Message}");
            return ExitCodes.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("mlguard: cancelled.");
            return ExitCodes.CouldNotRun;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"mlguard: the baseline can't be written: {trouble.Message}");
            return ExitCodes.CouldNotRun;
        }
    }
}
