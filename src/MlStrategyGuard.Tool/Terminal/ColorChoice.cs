namespace MlStrategyGuard.Tool.Terminal;

/// <summary>What the user says about colour.</summary>
internal enum ColorChoice
{
    /// <summary>On a terminal that has colours, unless NO_COLOR is set.</summary>
    Auto,

    /// <summary>Into files and pipes as well.</summary>
    Always,

    /// <summary>Nowhere.</summary>
    Never,
}
