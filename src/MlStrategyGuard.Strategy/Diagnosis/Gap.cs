namespace MlStrategyGuard;

/// <summary>What a gap of the ladder is due to.</summary>
public enum GapCause
{
    /// <summary>Avoidable bias: train above the Bayes proxy.</summary>
    Bias,

    /// <summary>Variance: data of the same distribution that wasn't trained on, above train.</summary>
    Variance,

    /// <summary>Data mismatch: dev above train-dev.</summary>
    Mismatch,

    /// <summary>Variance and mismatch in one: dev above train, and no train-dev set to tell them apart.</summary>
    VarianceOrMismatch,

    /// <summary>Overfit to the dev set: test above dev.</summary>
    DevOverfit,

    /// <summary>Overfit to dev and distance to the real world in one: production above dev, and no test error.</summary>
    DevOverfitOrRealWorld,

    /// <summary>Dev, test or the metric don't reflect the real world: production above test.</summary>
    RealWorld,
}

/// <summary>The step from one rung of the ladder to the next.</summary>
/// <param name="Cause">What it is due to.</param>
/// <param name="From">The lower rung.</param>
/// <param name="To">The upper rung.</param>
/// <param name="Value">The difference.</param>
/// <param name="Lower">Lower limit at 95 %; the value itself where figures are exact.</param>
/// <param name="Upper">Upper limit at 95 %.</param>
/// <param name="ProbabilityLargest">The probability that no other gap is larger, 0–1.</param>
public sealed record Gap(
    GapCause Cause, Rung From, Rung To, double Value, double Lower, double Upper, double ProbabilityLargest);
