using Microsoft.Build.Logging.StructuredLogger;

namespace MlStrategyGuard.Package.Tests;

/// <summary>One build as a person at the terminal sees it, and its log.</summary>
internal sealed class BuildResult
{
    private readonly Lazy<Build> _log;

    /// <param name="command">What <c>dotnet build</c> left behind.</param>
    /// <param name="log">The path of its binary log.</param>
    public BuildResult(CommandResult command, string log)
    {
        Command = command;
        // The quiet console prints each warning and error as it comes, then all of them again after the outcome.
        Lines =
        [
            .. command.Output.ReplaceLineEndings("\n").Split('\n')
                .TakeWhile(line => line is not ("Build succeeded." or "Build FAILED."))
                .Where(line => line.Length > 0),
        ];
        _log = new(() => BinaryLog.ReadBuild(log));
    }

    /// <summary>Exit code and all output.</summary>
    public CommandResult Command { get; }

    /// <summary>Whether the build passed.</summary>
    public bool Passed => Command.ExitCode == 0;

    /// <summary>Every warning and error, in order.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The lines that have a place, in short: <c>error MLS1001 at mlstrategy.yaml(10,3)</c>.</summary>
    public IReadOnlyList<string> Places => [.. Lines.Select(line => GuardLine.Read(line)?.ToString() ?? line)];

    /// <summary>The tasks of that name that ran.</summary>
    public IReadOnlyList<Microsoft.Build.Logging.StructuredLogger.Task> Tasks(string name) =>
        _log.Value.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(task => task.Name == name);

    /// <summary>The files that the log carries.</summary>
    public IReadOnlyList<string> EmbeddedFiles => [.. _log.Value.SourceFiles.Select(file => file.FullPath)];

    /// <summary>The compiler's command line.</summary>
    public string CompilerArguments => Tasks("Csc").Single().CommandLineArguments;
}
