namespace MlStrategyGuard.Engine.Comparison;

/// <summary>The different values of two samples, ascending.</summary>
internal interface INumericSteps
{
    /// <summary>Goes through them.</summary>
    NumericWalk Walk(NumericWalk walk);

    /// <summary>The smallest and the largest value that is known of; infinite where it isn't.</summary>
    (double Least, double Most) Range { get; }

    /// <summary>How many values of each sample are at most places near those asked for, and these places.</summary>
    /// <param name="values">Ascending.</param>
    IEnumerable<(double Place, long A, long B)> UpTo(IReadOnlyList<double> values);
}
