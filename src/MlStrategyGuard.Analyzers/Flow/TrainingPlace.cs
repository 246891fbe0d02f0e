namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// A place in a <see cref="State"/> for how far a training loop is: of a network its mode, of an optimizer its
/// gradients, and for all code whether gradients are recorded. Before anything is known it holds
/// <see cref="AsGiven"/>; <see cref="Unknown"/> means that code that isn't followed may have changed it.
/// </summary>
internal sealed class TrainingPlace
{
    /// <summary>Of a network: a <see cref="Mode"/>.</summary>
    public static readonly TrainingPlace Mode = new();

    /// <summary>Of an optimizer: the <see cref="Gradients"/> of its parameters.</summary>
    public static readonly TrainingPlace Gradients = new();

    /// <summary>Of <see cref="Recording"/> itself, as owner: a <see cref="Flow.Recording"/>.</summary>
    public static readonly TrainingPlace Recording = new();

    private TrainingPlace()
    {
    }
}
