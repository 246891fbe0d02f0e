using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>
/// Whether errors fall on some levels of a column more than on others, within strata (wrong and right predictions, which
/// are audited in different numbers). An exact test by permutation: the errors of each stratum are dealt to its rows again
/// and again. Its random numbers come from the counts, so that the order of rows doesn't matter.
/// </summary>
internal sealed class StratifiedLevels
{
    private const int Permutations = 9_999;

    private readonly int _levels;
    private readonly int[][] _codes;
    private readonly int[] _errors;
    private readonly double[] _observed;
    private readonly double[] _expected;
    private readonly double[] _deviations;

    /// <param name="levels">The number of levels.</param>
    /// <param name="codes">Each row's level.</param>
    /// <param name="wrong">Whether each row is an error.</param>
    /// <param name="strata">Each row's stratum, 0 or 1.</param>
    public StratifiedLevels(int levels, int[] codes, bool[] wrong, int[] strata)
    {
        _levels = levels;
        _codes = [.. new[] { 0, 1 }.Select(stratum => codes.Where((_, n) => strata[n] == stratum).Order().ToArray())];
        _errors = [.. new[] { 0, 1 }.Select(stratum => wrong.Where((one, n) => one && strata[n] == stratum).Count())];
        (_observed, _expected, _deviations) = (new double[levels], new double[levels], new double[levels]);
        for (var n = 0; n < codes.Length; n++)
            _observed[codes[n]] += wrong[n] ? 1 : 0;
        for (var s = 0; s < 2; s++)
        {
            double rows = _codes[s].Length;
            foreach (var level in _codes[s].GroupBy(code => code))
            {
                var share = level.Count() / rows;
                _expected[level.Key] += _errors[s] * share;
                if (rows > 1)
                    _deviations[level.Key] += _errors[s] * share * (1 - share) * (rows - _errors[s]) / (rows - 1);
            }
        }

        for (var k = 0; k < levels; k++)
            _deviations[k] = Math.Sqrt(_deviations[k]);
    }

    /// <summary>The probability that chance puts so many more errors on any level than its share of rows.</summary>
    public double P()
    {
        var most = Statistic(_observed);
        var state = Seed();
        var (reached, dealt) = (0, new double[_levels]);
        for (var b = 0; b < Permutations; b++)
        {
            Array.Clear(dealt);
            for (var s = 0; s < 2; s++)
                Deal(_codes[s], _errors[s], dealt, ref state);
            if (Statistic(dealt) >= most - 1e-9)
                reached++;
        }

        return (reached + 1.0) / (Permutations + 1);
    }

    /// <summary>The level with most errors beyond its share, its rows and its errors.</summary>
    public (int Level, long Rows, long Errors) Worst()
    {
        var worst = Enumerable.Range(0, _levels).MaxBy(Excess);
        return (worst, _codes.Sum(codes => codes.LongCount(code => code == worst)), (long)_observed[worst]);

        double Excess(int k) => _deviations[k] > 0 ? (_observed[k] - _expected[k]) / _deviations[k] : double.NegativeInfinity;
    }

    private double Statistic(double[] errors)
    {
        var most = 0.0;
        for (var k = 0; k < _levels; k++)
        {
            if (_deviations[k] > 0)
                most = Math.Max(most, (errors[k] - _expected[k]) / _deviations[k]);
        }

        return most;
    }

    /// <summary>Draws as many rows as there are errors, without putting any back: the first part of a shuffle.</summary>
    private static void Deal(int[] codes, int errors, double[] dealt, ref ulong state)
    {
        for (var i = 0; i < errors; i++)
        {
            var j = i + (int)(Next(ref state) % (ulong)(codes.Length - i));
            (codes[i], codes[j]) = (codes[j], codes[i]);
            dealt[codes[i]]++;
        }
    }

    private ulong Seed() => _observed.Concat(_expected)
        .Aggregate(0x6C6162656C73UL, (seed, number) => Hashing.Mix(seed ^ BitConverter.DoubleToUInt64Bits(Math.Round(number, 6))));

    private static ulong Next(ref ulong state) => Hashing.Mix(state++);
}
