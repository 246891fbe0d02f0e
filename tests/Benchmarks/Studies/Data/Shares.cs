namespace MlStrategyGuard.Studies.Data;

/// <summary>Levels with given shares, drawn in constant time by Walker's (1974) alias method.</summary>
internal sealed class Shares
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    /// <param name="weights">One a level; they needn't sum to 1.</param>
    public Shares(double[] weights)
    {
        var total = weights.Sum();
        _keep = [.. weights.Select(weight => weight * weights.Length / total)];
        _alias = [.. Enumerable.Range(0, weights.Length)];
        var small = new Stack<int>(Enumerable.Range(0, weights.Length).Where(i => _keep[i] < 1));
        var large = new Stack<int>(Enumerable.Range(0, weights.Length).Where(i => _keep[i] >= 1));
        while (small.TryPop(out var low) && large.TryPop(out var high))
        {
            _alias[low] = high;
            _keep[high] -= 1 - _keep[low];
            (_keep[high] < 1 ? small : large).Push(high);
        }
    }

    /// <summary>The number of levels.</summary>
    public int Count => _keep.Length;

    /// <summary>Shares that fall with the rank as 1/rank^exponent: a few frequent levels and a long tail of rare ones.</summary>
    public static Shares Zipf(int levels, double exponent) =>
        new([.. Enumerable.Range(1, levels).Select(rank => Math.Pow(rank, -exponent))]);

    /// <summary>All levels alike.</summary>
    public static Shares Even(int levels) => Zipf(levels, 0);

    /// <summary>The number of a level, from 0.</summary>
    public int Draw(Dice dice)
    {
        var place = dice.Uniform() * _keep.Length;
        var level = (int)place;
        return place - level < _keep[level] ? level : _alias[level];
    }
}
