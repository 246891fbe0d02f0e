namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// One column (or one aspect of it) of two splits, tested for a difference. The p-value is known at once; bounds
/// depend on the share of the error rate that the column gets, which is known once all columns are counted.
/// </summary>
/// <param name="column">The column's name.</param>
/// <param name="aspect">What of the column.</param>
/// <param name="isLabel">Whether it is the label.</param>
/// <param name="kind">How its values are compared.</param>
internal abstract class ColumnTest(string column, ColumnAspect aspect, bool isLabel, ColumnKind kind)
{
    /// <summary>SAME is claimed at this one-sided error rate a column.</summary>
    public const double SameTail = 0.05;

    /// <summary>The column's name.</summary>
    public string Column { get; } = column;

    /// <summary>What of the column.</summary>
    public ColumnAspect Aspect { get; } = aspect;

    /// <summary>Whether it is the label.</summary>
    public bool IsLabel { get; } = isLabel;

    /// <summary>How its values are compared.</summary>
    public ColumnKind Kind { get; } = kind;

    /// <summary>Rows of the first split that take part.</summary>
    public abstract long RowsA { get; }

    /// <summary>Rows of the second split that take part.</summary>
    public abstract long RowsB { get; }

    /// <summary>The observed difference, a lower bound of the joint total variation in the limit, 0–1.</summary>
    public abstract double Estimate { get; }

    /// <summary>The p-value of "no difference".</summary>
    public abstract double P { get; }

    /// <summary>The lower confidence bound of the difference at two-sided error rate <paramref name="alpha"/>.</summary>
    public abstract double Lower(double alpha);

    /// <summary>The upper end of the interval whose lower end is <see cref="Lower"/>.</summary>
    public abstract double IntervalUpper(double alpha);

    /// <summary>The one-sided upper bound at error rate <paramref name="tail"/>: it decides SAME.</summary>
    public abstract double Upper(double tail);

    /// <summary>The smallest difference found with 80 % power at error rate <paramref name="alpha"/>.</summary>
    public abstract double Resolution(double alpha);

    /// <summary>The standard error of <see cref="Estimate"/>, or more.</summary>
    public virtual double StandardError => 0.5 * Math.Sqrt(InverseRows);

    /// <summary>The c of "1/n + 1/m ≤ (δ/c)²": rows for SAME in 80 % of draws, with so many columns compared.</summary>
    /// <param name="columns">The number of columns compared.</param>
    /// <param name="rows">The rows a split that it is asked for: more rows tell more levels apart.</param>
    public abstract double RowsConstant(int columns, double rows);

    /// <summary>What of <see cref="Estimate"/> a lower bound can hope to find.</summary>
    public virtual double Findable => Estimate;

    /// <summary>The c of "1/n + 1/m ≤ (gap/c)²": rows for DIFFERENT in 80 % of draws, the limit being that gap away.</summary>
    public abstract double DecisionConstant(double alpha);

    /// <summary>Rows a split below which rare values hide too much for SAME; 0 if nothing is hidden.</summary>
    public virtual double RowsForRareLevels => 0;

    /// <summary>The values or ranges that moved most, three at most.</summary>
    public abstract IReadOnlyList<MovedShare> Movers { get; }

    /// <summary>Where two distributions of numbers are furthest apart, then the two bins that moved most and aren't just that.</summary>
    protected static IReadOnlyList<MovedShare> MostMoved(MovedShare furthest, IEnumerable<MovedShare> bins) =>
        [furthest, .. bins.Where(bin => bin.ShareA != bin.ShareB && bin.Name != furthest.Name)
            .OrderByDescending(bin => Math.Abs(bin.ShareA - bin.ShareB)).Take(2)];

    /// <summary>How the rows lie in both splits; null if that can't be drawn.</summary>
    public virtual ColumnPicture? Picture => null;

    /// <summary>For a rare class of a label: the limit a quarter of itself, if the change is surely beyond it.</summary>
    public virtual double? RelativeLimitExceeded(double alpha, double tolerance) => null;

    /// <summary>The limit above which a difference of this column matters.</summary>
    public virtual double Limit(double tolerance) => tolerance;

    /// <summary>1/n + 1/m, of as many rows as would be independent.</summary>
    protected abstract double InverseRows { get; }

    /// <summary>How many rows it takes for one independent row.</summary>
    public double RowsPerIndependent => InverseRows / ((1.0 / RowsA) + (1.0 / RowsB));

    /// <summary>Interpolates the c of a table given at 1, 20 and 50 columns, linear in the logarithm.</summary>
    protected static double AtColumns(int columns, double one, double twenty, double fifty)
    {
        var x = Math.Log(Math.Max(1, columns));
        return columns <= 20
            ? one + ((twenty - one) * x / Math.Log(20))
            : twenty + ((fifty - twenty) * (x - Math.Log(20)) / Math.Log(2.5));
    }
}
