using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.Tables;

/// <summary>How to make the splits of a strategy.</summary>
/// <param name="Name">A short name, also on the command line.</param>
/// <param name="What">What is special about it, for the report.</param>
/// <param name="Strategy">The strategy file's text, without its splits.</param>
/// <param name="Draw">Draws dev and test of so many rows.</param>
internal sealed record Recipe(string Name, string What, string Strategy, Func<Dice, int, int, Splits> Draw)
{
    /// <summary>Draws rows that are independent of each other, whichever split they get into; null if they aren't.</summary>
    public Func<Dice, int, Table>? Rows { get; private init; }

    /// <summary>Both splits from one distribution, row by row.</summary>
    public static Recipe Same(string name, string what, string strategy, Func<Dice, int, Table> draw) =>
        new(name, what, strategy, (dice, n, m) => new Splits(draw(dice, n), draw(dice, m))) { Rows = draw };
}
