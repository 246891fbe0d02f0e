namespace MlStrategyGuard.Engine.Comparison;

/// <summary>The different values of two samples, ascending.</summary>
internal interface INumericSteps
{
    /// <summary>Goes through them.</summary>
    NumericWalk Walk(NumericWalk walk);
}
