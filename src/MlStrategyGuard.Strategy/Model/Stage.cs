namespace MlStrategyGuard;

/// <summary>The stage of the work that a knob acts on, in order.</summary>
public enum Stage
{
    /// <summary>Fit the training set.</summary>
    Train,

    /// <summary>Fit the dev set.</summary>
    Dev,

    /// <summary>Bring the training data closer to the dev set's distribution.</summary>
    Mismatch,

    /// <summary>Fit the test set.</summary>
    Test,

    /// <summary>Do well in the real world.</summary>
    RealWorld,
}
