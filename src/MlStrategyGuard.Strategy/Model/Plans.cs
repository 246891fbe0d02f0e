namespace MlStrategyGuard;

/// <summary>One entry of <c>synthesis:</c>: data made from other data.</summary>
/// <param name="Span">The place of the entry.</param>
/// <param name="Name">What is synthesized.</param>
/// <param name="Unique">How much distinct material it is made from.</param>
/// <param name="Generated">How much is made.</param>
public sealed record Synthesis(SourceSpan Span, Marked<string>? Name, Marked<Amount> Unique, Marked<Amount> Generated);

/// <summary>A number of examples, or a duration in seconds.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsDuration">Whether it counts seconds.</param>
public sealed record Amount(double Value, bool IsDuration);

/// <summary>The file's <c>transfer:</c>.</summary>
/// <param name="Span">The place of the key.</param>
public sealed record TransferPlan(SourceSpan Span)
{
    /// <summary>The task that has the data.</summary>
    public TransferTask? From { get; init; }

    /// <summary>The task that is wanted.</summary>
    public TransferTask? To { get; init; }

    /// <summary>How much of the network is trained again.</summary>
    public Marked<RetrainDepth>? Retrain { get; init; }
}

/// <summary>One side of a transfer.</summary>
/// <param name="Span">The place of its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Input">The kind of input.</param>
/// <param name="Examples">The number of examples.</param>
public sealed record TransferTask(SourceSpan Span, Marked<string>? Name, Marked<string>? Input, Marked<long>? Examples);

/// <summary>How much of a pre-trained network is trained again.</summary>
public enum RetrainDepth
{
    /// <summary>The new last layer only.</summary>
    LastLayer,

    /// <summary>The last few layers.</summary>
    LastLayers,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>The file's <c>multi_task:</c>.</summary>
/// <param name="Span">The place of the key.</param>
public sealed record MultiTaskPlan(SourceSpan Span)
{
    /// <summary>The tasks, in file order.</summary>
    public IReadOnlyList<LearnedTask> Tasks { get; init; } = [];

    /// <summary>Whether missing labels count as negatives.</summary>
    public Marked<bool>? MissingAreNegatives { get; init; }

    /// <summary>Whether separate networks were measured to do better.</summary>
    public Marked<bool>? SeparateNetworksBetter { get; init; }
}

/// <summary>One of several tasks of a network.</summary>
/// <param name="Name">Its name, at its key.</param>
/// <param name="Column">The column of its labels, if they are in the data.</param>
/// <param name="Examples">The number of its labels, if declared.</param>
public sealed record LearnedTask(Marked<string> Name, Marked<string>? Column, Marked<long>? Examples);

/// <summary>The file's <c>end_to_end:</c>.</summary>
/// <param name="Span">The place of the key.</param>
public sealed record EndToEndPlan(SourceSpan Span)
{
    /// <summary>Examples of input and final output.</summary>
    public Marked<long>? Pairs { get; init; }

    /// <summary>Examples of each stage of the pipeline.</summary>
    public IReadOnlyList<KeyValuePair<string, Marked<long>>> Stages { get; init; } = [];

    /// <summary>What the team will do.</summary>
    public Marked<EndToEndChoice>? Plan { get; init; }
}

/// <summary>How a task with intermediate steps is learnt.</summary>
public enum EndToEndChoice
{
    /// <summary>Each stage for itself.</summary>
    Pipeline,

    /// <summary>Some stages as one.</summary>
    Hybrid,

    /// <summary>Input to output at once.</summary>
    EndToEnd,
}
