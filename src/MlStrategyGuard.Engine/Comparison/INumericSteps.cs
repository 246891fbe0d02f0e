namespace MlStrategyGuard.Engine.Comparison;

/// <summary>The different values of two samples, ascending.</summary>
internal interface INumericSteps
{
    /// <summary>Goes through them.</summary>
    NumericWalk Walk(NumericWalk walk);

    /// <summary>The smallest and the largest value that is known of; infinite where it isn't.</summary>
    (double Least, double Most) Range { get; }

    /// <summary>How many values of each sample are at most a place near the one asked for, and that place.</summary>
    (double Place, long A, long B) UpTo(double value);
}
