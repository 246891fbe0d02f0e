using System.Numerics;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Deals whole units out to two samples again and again: what a statistic does when nothing differs. Each unit is a
/// vector of sums over its rows, a sample the sum of its units.
/// </summary>
internal sealed class UnitPermutation
{
    /// <summary>How often, for a p-value of .0005.</summary>
    public const int Draws = 1_999;

    /// <summary>After so many draws a hopeless p-value is as good as known.</summary>
    private const int FirstDraws = 199;

    private const double Hopeless = 0.05;

    private readonly double[][] _units;
    private readonly int _countA;
    private readonly ulong _seed;
    private readonly double[] _total;

    /// <param name="units">Each unit's sums, those of the first sample first.</param>
    /// <param name="countA">How many belong to the first sample.</param>
    /// <param name="seed">From the contents.</param>
    public UnitPermutation(double[][] units, int countA, ulong seed)
    {
        (_units, _countA, _seed) = (units, countA, seed);
        _total = Sum(Enumerable.Range(0, units.Length));
    }

    /// <summary>
    /// p-values of several statistics, adjusted for their number by the largest standardised one (Westfall and Young
    /// 1993, single step): each is measured against its own mean and standard deviation under permutation.
    /// </summary>
    /// <param name="statistics">From both samples' sums to the statistics; large values count.</param>
    public double[] MaxT(Func<double[], double[], double[]> statistics)
    {
        var draws = new List<double[]> { statistics(FirstSum(), Rest(FirstSum())) };
        var p = Extend(FirstDraws);
        return p.Min() < Hopeless ? Extend(Draws) : p;

        double[] Extend(int until)
        {
            var start = draws.Count - 1;
            var more = new double[until - start][];
            Parallel.For(0, more.Length, i =>
            {
                var a = Draw(start + i);
                more[i] = statistics(a, Rest(a));
            });
            draws.AddRange(more);
            return Adjust(draws);
        }
    }

    private static double[] Adjust(List<double[]> draws)
    {
        var count = draws[0].Length;
        var (mean, deviation) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            mean[i] = draws.Average(draw => draw[i]);
            deviation[i] = Math.Sqrt(draws.Average(draw => (draw[i] - mean[i]) * (draw[i] - mean[i])));
        }

        // A statistic that never moves has nothing to say; a hair's breadth must not turn a tie into an exceedance.
        double Standard(double[] draw, int i) => deviation[i] <= 1e-12 ? 0 : (draw[i] - mean[i]) / deviation[i];
        var largest = draws.Select(draw => Enumerable.Range(0, count).Max(i => Standard(draw, i))).ToList();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var observed = Standard(draws[0], i);
            return largest.Count(value => value >= observed - 1e-9) / (double)draws.Count;
        })];
    }

    private double[] FirstSum() => Sum(Enumerable.Range(0, _countA));

    private double[] Rest(double[] a) => [.. _total.Select((all, i) => all - a[i])];

    /// <summary>The first sample's sums after dealing anew: the fewer of both samples' units are added up.</summary>
    private double[] Draw(int number)
    {
        var few = Math.Min(_countA, _units.Length - _countA);
        var order = new int[_units.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var random = Hashing.Mix(_seed ^ Hashing.Mix((ulong)number + 1));
        for (var i = 0; i < few; i++)
        {
            random = Hashing.Mix(random);
            var other = i + (int)(random % (ulong)(order.Length - i));
            (order[i], order[other]) = (order[other], order[i]);
        }

        var sum = Sum(order.Take(few));
        return few == _countA ? sum : Rest(sum);
    }

    private double[] Sum(IEnumerable<int> units)
    {
        var sum = new double[_units[0].Length];
        foreach (var unit in units)
        {
            var part = _units[unit];
            var i = 0;
            for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
                (new Vector<double>(sum, i) + new Vector<double>(part, i)).CopyTo(sum, i);
            for (; i < sum.Length; i++)
                sum[i] += part[i];
        }

        return sum;
    }
}
