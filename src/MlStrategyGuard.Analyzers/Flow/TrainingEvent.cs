using System.Collections.Immutable;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>A network is put into a mode.</summary>
/// <param name="Site">The call.</param>
/// <param name="Modules">The network, or those that it may be.</param>
/// <param name="IsTraining">Into training mode; null when it depends.</param>
internal sealed record ModeEvent(Site Site, Value Modules, bool? IsTraining) : Event(Site);

/// <summary>A network gets weights that were trained elsewhere.</summary>
/// <param name="Site">The call.</param>
/// <param name="Module">The network.</param>
internal sealed record WeightsEvent(Site Site, Instance Module) : Event(Site);

/// <summary>A network is run.</summary>
/// <param name="Site">The call.</param>
/// <param name="Module">The network.</param>
/// <param name="Mode">Its mode then: a <see cref="Flow.Mode"/>, several, or what isn't known.</param>
/// <param name="Off">The call that has surely switched the recording of gradients off; null when it may be on.</param>
internal sealed record ForwardEvent(Site Site, Instance Module, Value Mode, Site? Off) : Event(Site)
{
    /// <summary>Whether gradients are surely recorded.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The batch that it is run on; null when it isn't known.</summary>
    public Batch? Input { get; init; }

    /// <summary>Whether the network is surely in this mode.</summary>
    public bool IsSurely(bool training) => Mode.Alternatives.All(mode => mode is Mode known && known.IsTraining == training);
}

/// <summary>Gradients are computed.</summary>
/// <param name="Site">The call.</param>
/// <param name="Loss">What they are computed of.</param>
internal sealed record BackwardEvent(Site Site, Value Loss) : Event(Site);

/// <summary>Gradients are set to zero.</summary>
/// <param name="Site">The call.</param>
/// <param name="Target">The optimizer or network whose they are.</param>
/// <param name="Spared">The origins of optimizers that surely change other parameters.</param>
internal sealed record ClearEvent(Site Site, Value Target, ImmutableHashSet<object> Spared) : Event(Site);

/// <summary>An optimizer changes parameters.</summary>
/// <param name="Site">The call.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Gradients">How far the gradients are then.</param>
internal sealed record StepEvent(Site Site, Instance Optimizer, Value Gradients) : Event(Site)
{
    /// <summary>The origin of the network whose parameters it changes; null when it isn't known.</summary>
    public object? Module { get; init; }
}

/// <summary>An optimizer is made for the parameters of one network.</summary>
internal sealed record OptimizerEvent(Site Site, Instance Module) : Event(Site)
{
    /// <summary>Another network holds this one, and registers what it holds.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>The recording of gradients is switched off until something is disposed.</summary>
internal sealed record RecordingEvent(Site Site) : Event(Site);

/// <summary>A loader of batches is made.</summary>
internal sealed record LoaderEvent(Site Site, Batches Batches) : Event(Site);

/// <summary>A pass over batches begins.</summary>
internal sealed record PassEvent(Site Site, Batches Batches) : Event(Site);
