namespace MlStrategyGuard.Studies.Data;

/// <summary>A column in memory; exactly what its file says.</summary>
/// <param name="Name">The column's name.</param>
internal abstract record Column(string Name);

/// <summary>Numbers, already rounded as they are written.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">One a row; NaN is written as an empty field.</param>
/// <param name="Decimals">Digits behind the point, 0 to 6.</param>
internal sealed record Numbers(string Name, double[] Values, int Decimals) : Column(Name)
{
    private readonly Lazy<double[]> _sorted = new(() =>
    {
        var present = Array.FindAll(Values, value => !double.IsNaN(value));
        Array.Sort(present);
        return present;
    });

    /// <summary>The values that are there, ascending.</summary>
    public double[] Sorted => _sorted.Value;
}

/// <summary>Levels, named by the column's first letter and their number.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Codes">A level's number a row; −1 is written as an empty field.</param>
/// <param name="Count">The number of levels that there may be.</param>
internal sealed record Levels(string Name, int[] Codes, int Count) : Column(Name);

/// <summary>Whatever else a file holds: dates, texts, keys. The usual rules don't look at it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">One a row, without quotes.</param>
internal sealed record Texts(string Name, string[] Values) : Column(Name);
