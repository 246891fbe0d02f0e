using System.Diagnostics;
using System.Globalization;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies;

/// <summary>Runs draws, each from a seed of its own, so that nothing depends on how many run at once.</summary>
internal sealed class Runner(Options options)
{
    /// <summary>Draws so often, and gives the results in the order of draws.</summary>
    /// <param name="cell">The name of what is drawn; another name is another stream of chance.</param>
    /// <param name="draws">How often.</param>
    /// <param name="draw">One draw.</param>
    /// <param name="first">The number of the first of them, if some are drawn already.</param>
    public T[] Draw<T>(string cell, int draws, Func<Dice, Guard, T> draw, int first = 0)
    {
        var watch = Stopwatch.StartNew();
        var results = new T[draws];
        Parallel.For(
            0,
            draws,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs },
            () => new Guard(options.Scratch),
            (i, _, guard) =>
            {
                results[i] = draw(DiceOf(cell, first + i), guard);
                return guard;
            },
            guard => guard.Dispose());
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{cell}: {draws} draws, {watch.Elapsed.TotalSeconds:0.0} s"));
        return results;
    }

    /// <summary>The chance of one draw.</summary>
    /// <param name="cell">The name of what is drawn.</param>
    /// <param name="draw">Its number.</param>
    public Dice DiceOf(string cell, int draw) => new(options.Seed, Dice.Seed(options.Study + "/" + cell), (ulong)draw);
}
