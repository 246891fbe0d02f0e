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
internal sealed record UnrecordedTensor(Site Off) : Value
{
    /// <summary>The batch that it was computed of; null when it isn't known.</summary>
    public Batch? Of { get; init; }
}

/// <summary>The parameters of a network.</summary>
/// <param name="Module">The network's <see cref="Instance.Origin"/>.</param>
internal sealed record Parameters(object Module) : Value;

/// <summary>A data set, or the batches of one.</summary>
/// <param name="Site">Where it was made.</param>
/// <param name="IsTraining">Whether it is the training half of a set that comes in two; null when it isn't known.</param>
/// <param name="Path">The file that it was made of, where it is known.</param>
internal sealed record Batches(Site Site, bool? IsTraining, string? Path) : Value
{
    /// <summary>Says which rows these are: equal contents hold the same ones; null when it isn't known.</summary>
    public string? Content { get; init; }
}

/// <summary>A batch, a part of it, or a tensor that was computed of it.</summary>
/// <param name="Pass">Where the pass over the batches begins.</param>
/// <param name="Of">The batches.</param>
/// <param name="Network">The network that it has gone through; null when there was none.</param>
internal sealed record Batch(Site Pass, Batches Of, Instance? Network) : Value
{
    /// <summary>The batch in a value; null when there is none or several.</summary>
    public static Batch? In(Value? value)
    {
        var found = (Batch?)null;
        foreach (var alternative in value?.Alternatives ?? [])
        {
            if ((alternative as Batch ?? (alternative as UnrecordedTensor)?.Of) is not { } one)
                continue;
            if (found is not null && !found.Equals(one))
                return null;
            found = one;
        }

        return found;
    }

    /// <summary>What comes of several values: of one pass and one network, or null.</summary>
    public static Batch? Among(IEnumerable<Value?> values)
    {
        var joined = (Batch?)null;
        foreach (var value in values)
        {
            if (In(value) is not { } one)
                continue;
            if (joined is null)
                joined = one;
            else if (!joined.Pass.Equals(one.Pass) || (joined.Network is not null && one.Network is not null && !joined.Network.Equals(one.Network)))
                return null;
            else
                joined = joined.Network is null ? one : joined;
        }

        return joined;
    }
}

/// <summary>A number that tells how a network does on batches, such as a loss or a share of right answers.</summary>
/// <param name="Pass">Where the pass over the batches begins.</param>
/// <param name="Of">The batches.</param>
/// <param name="Network">The network.</param>
internal sealed record BatchScore(Site Pass, Batches Of, Instance Network) : Value;
