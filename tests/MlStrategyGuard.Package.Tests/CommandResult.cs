namespace MlStrategyGuard.Package.Tests;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The result of a program that had to succeed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public CommandResult MustPass() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"exit code {ExitCode}:\n{Output}\n{Errors}");
}
