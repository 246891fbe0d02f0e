using System.Runtime.ExceptionServices;

namespace MlStrategyGuard.Engine;

/// <summary>Does several things at a time, none of which needs another one's result.</summary>
internal static class Together
{
    /// <summary>Runs them all.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="work">What to do.</param>
    /// <exception cref="Exception">What one of them threw, as it was thrown; of several, that of the first in order.</exception>
    public static void Run(CancellationToken cancel, params Action[] work)
    {
        var troubles = new Exception?[work.Length];
        Parallel.For(0, work.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            try
            {
                work[i]();
            }
            catch (Exception trouble)
            {
                troubles[i] = trouble;
            }
        });
        if (Array.Find(troubles, trouble => trouble is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
    }
}
