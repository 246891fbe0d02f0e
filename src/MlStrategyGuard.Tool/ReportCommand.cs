using System.CommandLine;
using System.Globalization;
using MlStrategyGuard.Engine;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard report</c>: the result of a check as a page to look at.</summary>
internal static class ReportCommand
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
            Description = $"The HTML file; what is there is overwritten. Default: {StrategyCheck.PageName} beside the strategy file.",
            HelpName = "PATH",
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Compare the choice with this baseline, as 'mlguard check --baseline' does.",
            HelpName = "FILE",
        };
        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Read all data again, even if nothing has changed.",
        };
        var cache = new Option<string?>("--cache")
        {
            Description = "The folder that keeps what was found out about the data. Default: obj/mlstrategyguard beside the strategy file if there is an obj folder.",
            HelpName = "FOLDER",
        };
        var noData = new Option<bool>("--no-data")
        {
            Description = "Show only what the file declares; read no data.",
        };
        var memory = CheckCommand.MemoryOption();
        var command = new Command("report", "Write one HTML file to look at: verdict, error ladder, compared splits, candidates, findings. It loads nothing and holds no row of data.")
        {
            file, output, baseline, noCache, cache, noData, memory,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new CheckRequest(parsed.GetValue(file)!, DateOnly.FromDateTime(DateTime.Now))
            {
                ReadData = !parsed.GetValue(noData),
                Memory = (long)parsed.GetValue(memory) << 20,
                Baseline = parsed.GetValue(baseline),
                CacheFolder = parsed.GetValue(noCache) ? null : parsed.GetValue(cache) ?? CheckCommand.DefaultCache(parsed.GetValue(file)!),
            },
            parsed.GetValue(output),
            cancel)));
        return command;
    }

    private static int Run(CheckRequest request, string? output, CancellationToken cancel)
    {
        try
        {
            if (request.StrategyFile.Length == 0 || output?.Length == 0)
                throw new CheckException("an empty path names no file.");
            output ??= Path.Combine(Path.GetDirectoryName(request.StrategyFile) ?? "", StrategyCheck.PageName);
            if (Path.GetFullPath(output) == Path.GetFullPath(request.StrategyFile))
                throw new CheckException($"--output would overwrite the strategy file '{output}'; name another file.");

            byte[] page;
            using (var progress = new ConsoleProgress())
                page = StrategyCheck.MakePage(request, progress, cancel);
            Write(output, page);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {output} ({Math.Max(1, page.Length / 1000):N0} kB)"));
            return ExitCodes.Passed;
        }
        catch (CheckException problem)
        {
            Console.Error.WriteLine($"mlguard: {problem.Message}");
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("mlguard: cancelled.");
        }

        return ExitCodes.CouldNotRun;
    }

    private static void Write(string path, byte[] page)
    {
        try
        {
            AtomicFile.Write(path, page);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CheckException($"the report can't be written to '{path}': {trouble.Message}");
        }
    }
}
