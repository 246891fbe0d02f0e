namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>What a <see cref="TrainingPlace"/> holds before the code that is followed has touched it.</summary>
internal sealed record AsGiven : Value
{
    public static readonly AsGiven Instance = new();
}

/// <summary>The mode of a network.</summary>
/// <param name="IsTraining">Training mode; else evaluation mode.</param>
/// <param name="SetAt">The call that set it; null for the training mode that a new network is in.</param>
internal sealed record Mode(bool IsTraining, Site? SetAt) : Value;

/// <summary>How far the gradients of an optimizer's parameters are.</summary>
/// <param name="Stage">How far.</param>
/// <param name="At">The call that brought them there; null after backward, which may run often.</param>
internal sealed record Gradients(GradientStage Stage, Site? At) : Value;

/// <summary>Stages of gradients between one step and the next.</summary>
internal enum GradientStage
{
    /// <summary>They are zero.</summary>
    Clear,

    /// <summary>They are zero, and what backward had computed is lost.</summary>
    Lost,

    /// <summary>Backward has computed them.</summary>
    Ready,

    /// <summary>A step has applied them, and they are still there.</summary>
    Applied,

    /// <summary>Backward has added to gradients that a step had already applied.</summary>
    Mixed,
}

/// <summary>Whether gradients are recorded.</summary>
/// <param name="Off">The call that switched it off; null when it is on.</param>
internal sealed record Recording(Site? Off) : Value;

/// <summary>What gives the recording of gradients back when it is disposed.</summary>
/// <param name="Site">The call that made it.</param>
/// <param name="Before">What the recording was then.</param>
internal sealed record RecordingScope(Site Site, Value Before) : Value;

/// <summary>A tensor that was surely computed while no gradients were recorded.</summary>
/// <param name="Off">The call that had switched them off.</param>
internal sealed record UnrecordedTensor(Site Off) : Value;

/// <summary>The parameters of a network.</summary>
/// <param name="Module">The network's <see cref="Instance.Origin"/>.</param>
internal sealed record Parameters(object Module) : Value;

/// <summary>A data set, or the batches of one.</summary>
/// <param name="Site">Where it was made.</param>
/// <param name="IsTraining">Whether it is the training half of a set that comes in two; null when it isn't known.</param>
/// <param name="Path">The file that it was made of, where it is known.</param>
internal sealed record Batches(Site Site, bool? IsTraining, string? Path) : Value;
