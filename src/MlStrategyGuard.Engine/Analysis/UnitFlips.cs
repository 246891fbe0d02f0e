using System.Numerics;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Analysis;

/// <summary>
/// Whether rows of a slice are wrong more often than others, where rows count differently or hang together. The independent
/// unit (group, or row) adds to each slice a score, which is zero on average if slice and error have nothing to do with each
/// other; the signs of all units are drawn anew again and again, for all slices at once, and the largest statistic of each draw
/// is what chance finds (score bootstrap, Kline and Santos 2012; max-T, Westfall and Young 1993). So p-values hold for all slices
/// together, and hardly anything is asked of groups: not their size, and no correlation of a certain kind within.
/// </summary>
/// <remarks>
/// A slice whose few units happen to agree would seem to have no noise at all. So its noise is at least what slices of that make
/// have on average, if whole units and rows within units are dealt to them by chance.
/// </remarks>
internal sealed class UnitFlips
{
    private const int Draws = 1_999;

    /// <summary>More units are thrown together: sums of independent ones are independent, and as good.</summary>
    private const int MostUnits = 1_000;

    private readonly int[] _units;
    private readonly double[] _errors;
    private readonly double[]? _weights;
    private readonly double[] _sums;
    private readonly double[] _sizes;
    private readonly double _between;
    private readonly double _within;
    private readonly int _count;
    private readonly ulong _seed;
    private readonly List<double[]> _scores = [];
    private readonly List<double> _lengths = [];

    /// <param name="wrong">Whether each row is wrong.</param>
    /// <param name="weights">How much each row counts; null: 1.</param>
    /// <param name="keys">Each row's unit, by a key that doesn't depend on the order of rows.</param>
    public UnitFlips(bool[] wrong, double[]? weights, ulong[] keys)
    {
        ulong[] distinct = [.. keys.Distinct()];
        Array.Sort(distinct);
        _count = Math.Min(distinct.Length, MostUnits);
        _units = distinct.Length <= MostUnits
            ? Array.ConvertAll(keys, key => Array.BinarySearch(distinct, key))
            : Array.ConvertAll(keys, key => (int)(Hashing.Mix(key) % MostUnits));
        _seed = distinct.Aggregate(0x736C69636573UL, (seed, key) => seed + Hashing.Mix(key));

        var (all, errors) = (0.0, 0.0);
        for (var i = 0; i < wrong.Length; i++)
        {
            all += weights?[i] ?? 1;
            errors += wrong[i] ? weights?[i] ?? 1 : 0;
        }

        _weights = weights;
        _errors = new double[wrong.Length];
        (_sums, _sizes) = (new double[_count], new double[_count]);
        for (var i = 0; i < wrong.Length; i++)
        {
            _errors[i] = (weights?[i] ?? 1) * ((wrong[i] ? 1 : 0) - (errors / all));
            _sums[_units[i]] += _errors[i];
            _sizes[_units[i]] += weights?[i] ?? 1;
            _within += _errors[i] * _errors[i];
        }

        _between = Dot(_sums, _sums);
    }

    /// <summary>Adds the slices of a column.</summary>
    /// <param name="codes">Each row's level; −1 for none.</param>
    /// <param name="shares">Each level's share of all weight.</param>
    /// <param name="levels">The levels that are slices, in the order in which their p-values are wanted.</param>
    public void Add(int[] codes, double[] shares, IReadOnlyList<int> levels)
    {
        var places = new int[shares.Length];
        Array.Fill(places, -1);
        var first = _scores.Count;
        foreach (var level in levels)
        {
            places[level] = _scores.Count;
            _scores.Add([.. _sums.Select(sum => -shares[level] * sum)]);
        }

        var inSlice = levels.Select(_ => new double[_count]).ToArray();
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] < 0 || places[codes[i]] < first)
                continue;
            _scores[places[codes[i]]][_units[i]] += _errors[i];
            inSlice[places[codes[i]] - first][_units[i]] += _weights?[i] ?? 1;
        }

        for (var n = 0; n < inSlice.Length; n++)
        {
            var (apart, mixed) = (0.0, 0.0);
            for (var unit = 0; unit < _count; unit++)
            {
                var share = _sizes[unit] > 0 ? inSlice[n][unit] / _sizes[unit] : 0;
                apart += (share - shares[levels[n]]) * (share - shares[levels[n]]) / _count;
                mixed += share * (1 - share) / _count;
            }

            var scores = _scores[first + n];
            _lengths.Add(Math.Sqrt(Math.Max(Dot(scores, scores), (apart * _between) + (mixed * _within))));
        }
    }

    /// <summary>
    /// One p-value a slice in the order of adding: how often chance alone puts so many more errors than elsewhere into any of
    /// them.
    /// </summary>
    public double[] P()
    {
        if (_scores.Count == 0)
            return [];
        // Slices in which nothing varies can't be found, and mustn't divide by zero.
        double[] observed = [.. _scores.Select((scores, s) => _lengths[s] > 0 ? scores.Sum() / _lengths[s] * Known(scores) : 0)];
        var largest = new double[Draws];
        Parallel.For(0, Draws, draw =>
        {
            var signs = Signs(draw);
            var most = 0.0;
            for (var s = 0; s < _scores.Count; s++)
            {
                if (_lengths[s] > 0)
                    most = Math.Max(most, Dot(signs, _scores[s]) / _lengths[s]);
            }

            largest[draw] = most;
        });
        // Sums differ in the last digits with the order of rows.
        return Array.ConvertAll(observed, one => (1.0 + largest.Count(other => other >= one - 1e-9)) / (Draws + 1));
    }

    /// <summary>
    /// How far scores that few units make are to be trusted, 0–1: √(1 − 1/E), of as many equal ones as E. Otherwise 30 groups
    /// alarm in 6 of 100 cases instead of 5.
    /// </summary>
    private static double Known(double[] scores)
    {
        var (squares, fourths) = (0.0, 0.0);
        foreach (var score in scores)
        {
            squares += score * score;
            fourths += score * score * score * score;
        }

        return squares > 0 ? Math.Sqrt(Math.Max(0, 1 - (fourths / (squares * squares)))) : 0;
    }

    private double[] Signs(int draw)
    {
        var signs = new double[_count];
        var state = Hashing.Mix(_seed ^ ((ulong)draw << 32));
        var bits = 0UL;
        for (var i = 0; i < signs.Length; i++)
        {
            if (i % 64 == 0)
                bits = Hashing.Mix(state++);
            signs[i] = (bits >> (i % 64) & 1) == 0 ? 1 : -1;
        }

        return signs;
    }

    private static double Dot(double[] a, double[] b)
    {
        var (sum, i) = (Vector<double>.Zero, 0);
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
            sum += new Vector<double>(a, i) * new Vector<double>(b, i);
        var all = Vector.Sum(sum);
        for (; i < a.Length; i++)
            all += a[i] * b[i];
        return all;
    }
}
