using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Tool.Terminal;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard check</c>: one strategy file, checked.</summary>
internal static class CheckCommand
{
    /// <summary>In MB.</summary>
    private const int LeastMemory = 16;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The strategy file.",
            DefaultValueFactory = _ => "mlstrategy.yaml",
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How to write the result; github: as annotations of a workflow. [text|json|sarif|github]",
            DefaultValueFactory = _ => "text",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write the result into this file instead of standard output.",
            HelpName = "PATH",
        };
        var sarif = new Option<string?>("--sarif")
        {
            Description = "Write the result into this file as SARIF, too, whatever the format.",
            HelpName = "PATH",
        };
        var noCache = new Option<bool>("--no-cache")
        {
            Description = "Read all data again, even if nothing has changed.",
        };
        var cache = new Option<string?>("--cache")
        {
            Description = "Keep the last result in this folder. Default: obj/mlstrategyguard beside the strategy file if there is an obj folder.",
            HelpName = "FOLDER",
        };
        var noData = new Option<bool>("--no-data")
        {
            Description = "Check only what the file declares; read no data.",
        };
        var memory = MemoryOption();
        var silence = new Option<string>("--nowarn")
        {
            Description = "Rules not to report (JSON has them all the same), separated by ; or ,",
            DefaultValueFactory = _ => "",
            HelpName = "IDS",
        };
        var verbose = new Option<bool>("--verbose", "-v")
        {
            Description = "Show information-level findings in text and as annotations as well.",
        };

        var fix = new Option<bool>("--fix")
        {
            Description = "First apply the fixes that are certain to the strategy file; nothing else in it changes.",
        };

        var rows = new Option<bool>("--include-rows")
        {
            Description = "Name the rows that are shared between splits or have suspect labels, by file, number and id. Reads all data again.",
        };

        var baseline = new Option<string?>("--baseline")
        {
            Description = "Fail if the choice is worse than this baseline beyond noise; 'mlguard baseline' writes one.",
            HelpName = "FILE",
        };

        var page = new Option<string?>("--report")
        {
            Description = "Also write the result as a page to look at, an HTML file; 'mlguard report' writes that alone.",
            HelpName = "PATH",
        };

        var command = new Command("check", "Check a strategy file and the data that it names.")
        {
            file, format, output, sarif, page, fix, baseline, rows, noCache, cache, noData, memory, silence, verbose,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new CheckRequest(parsed.GetValue(file)!, DateOnly.FromDateTime(DateTime.Now))
            {
                ReadData = !parsed.GetValue(noData),
                Memory = (long)parsed.GetValue(memory) << 20,
                Baseline = parsed.GetValue(baseline),
                Page = parsed.GetValue(page),
                IncludeRows = parsed.GetValue(rows),
                CacheFolder = parsed.GetValue(noCache) ? null : parsed.GetValue(cache),
            },
            parsed.GetValue(noCache),
            new Wishes(
                parsed.GetValue(format)!,
                parsed.GetValue(output),
                parsed.GetValue(sarif),
                Ids(parsed.GetValue(silence)!),
                parsed.GetValue(verbose),
                ScreenOptions.Screen(parsed)),
            parsed.GetValue(fix),
            cancel)));
        return command;
    }

    /// <summary>The memory for data.</summary>
    public static Option<int> MemoryOption()
    {
        var memory = new Option<int>("--memory")
        {
            Description = "Memory to use for data, in MB. The same data needs more time with less of it.",
            DefaultValueFactory = _ => (int)(CheckRequest.DefaultMemory >> 20),
            HelpName = "MB",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes >= LeastMemory)
                    return megabytes;
                result.AddError($"--memory takes a whole number of MB, {LeastMemory} or more.");
                return 0;
            },
        };
        return memory;
    }

    private static int Run(CheckRequest request, bool noCache, Wishes wishes, bool fix, CancellationToken cancel)
    {
        try
        {
            ThrowIfFilesClash(request, wishes);
            if (!noCache && request.CacheFolder is null)
                request = request with { CacheFolder = DefaultCache(request.StrategyFile) };
            if (fix)
            {
                foreach (var title in StrategyFixer.Fix(request.StrategyFile, request.Today))
                    Console.Error.WriteLine($"fixed: {title}");
            }

            CheckReport report;
            using (var progress = new ConsoleProgress())
                report = StrategyCheck.Run(request, progress, cancel);

            var text = Write(report, request.StrategyFile, wishes);
            if (wishes.Output is null)
                WriteOut(text);
            else
                WriteFile(wishes.Output, text);
            if (wishes.Sarif is not null)
                WriteFile(wishes.Sarif, Sarif(report, request.StrategyFile, wishes));
            return report.Findings.Any(finding => finding.Severity == "error" && !wishes.Silenced.Contains(finding.Id))
                ? ExitCodes.Failed
                : ExitCodes.Passed;
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
        catch (Exception bug)
        {
            Console.Error.WriteLine($"mlguard: the guard itself failed ({bug.GetType().Name}: {bug.Message}). Please report this with the strategy file.");
            return ExitCodes.CouldNotRun;
        }
    }

    private static void ThrowIfFilesClash(CheckRequest request, Wishes wishes)
    {
        var files = new[] { ("--output", wishes.Output), ("--sarif", wishes.Sarif), ("--report", request.Page) };
        if (request.StrategyFile.Length == 0 || files.Any(file => file.Item2?.Length == 0))
            throw new CheckException("an empty path names no file.");
        var taken = new Dictionary<string, (string Option, string Path)>(StringComparer.Ordinal);
        foreach (var (option, path) in files)
        {
            if (path is null)
                continue;
            if (Path.GetFullPath(path) == Path.GetFullPath(request.StrategyFile))
                throw new CheckException($"{option} would overwrite the strategy file '{path}'; name another file.");
            if (!taken.TryAdd(Path.GetFullPath(path), (option, path)))
                throw new CheckException($"{taken[Path.GetFullPath(path)].Option} and {option} would both write '{taken[Path.GetFullPath(path)].Path}'; name two files.");
        }
    }

    private static string Write(CheckReport report, string file, Wishes wishes) => wishes.Format switch
    {
        "json" => JsonReport.Write(report),
        "sarif" => Sarif(report, file, wishes),
        "github" => GitHubReport.Write(report, SourcePath.Of(file, Environment.CurrentDirectory), wishes.Silenced, wishes.IsVerbose),
        _ when wishes.Screen.IsForPeople && wishes.Output is null =>
            new TerminalReport(wishes.Screen).Write(report, StrategyText.Of(file), wishes.Silenced, wishes.IsVerbose),
        _ => TextReport.Write(report, wishes.Silenced, wishes.IsVerbose),
    };

    private static string Sarif(CheckReport report, string file, Wishes wishes) => SarifReport.Write(
        report, SourcePath.Of(file, Environment.CurrentDirectory), StrategyText.Of(file), wishes.Silenced, SarifReport.ToolVersion);

    private static void WriteOut(string text)
    {
        try
        {
            Console.Out.Write(text);
            Console.Out.Flush();
        }
        catch (IOException trouble)
        {
            throw new CheckException($"the result can't be written to standard output: {trouble.Message}");
        }
    }

    private static void WriteFile(string path, string text)
    {
        try
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CheckException($"the result can't be written to '{path}': {trouble.Message}");
        }
    }

    /// <summary>Where a project keeps what was found out.</summary>
    public static string? DefaultCache(string file)
    {
        var obj = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "obj");
        return Directory.Exists(obj) ? Path.Combine(obj, "mlstrategyguard") : null;
    }

    private static HashSet<string> Ids(string list) =>
        [.. list.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What the user wants to see of the result, and where.</summary>
    private sealed record Wishes(
        string Format, string? Output, string? Sarif, IReadOnlySet<string> Silenced, bool IsVerbose, Screen Screen);
}
