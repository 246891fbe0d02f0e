namespace MlStrategyGuard.Tool;

/// <summary>What the process says to scripts.</summary>
internal static class ExitCodes
{
    /// <summary>No error-level finding.</summary>
    public const int Passed = 0;

    /// <summary>At least one error-level finding.</summary>
    public const int Failed = 1;

    /// <summary>The check could not run.</summary>
    public const int CouldNotRun = 2;
}
