namespace MlStrategyGuard;

/// <summary>How much a finding weighs. The order is from light to heavy.</summary>
public enum Severity
{
    /// <summary>Not reported at all.</summary>
    Off,

    /// <summary>Shown in reports and at detailed verbosity only.</summary>
    Info,

    /// <summary>Shown in every build.</summary>
    Warning,

    /// <summary>Fails the build.</summary>
    Error,
}
