namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// The numbers of a column: all of them up to a cap, beyond it a random part that is at least half the cap. Which
/// rows stay depends on their position only, never on their values.
/// </summary>
/// <param name="cap">The most values that are kept.</param>
internal sealed class NumberSample(int cap)
{
    private double[] _values = new double[16];
    private int _count;
    private int _halvings;
    private double _smallestGone = double.PositiveInfinity;
    private double _largestGone = double.NegativeInfinity;

    /// <summary>The smallest of all values offered, kept or not; infinite if there were none.</summary>
    public double Smallest
    {
        get
        {
            var smallest = _smallestGone;
            foreach (var value in Values)
                smallest = Math.Min(smallest, value);
            return smallest;
        }
    }

    /// <summary>The largest of all values offered, kept or not; infinite if there were none.</summary>
    public double Largest
    {
        get
        {
            var largest = _largestGone;
            foreach (var value in Values)
                largest = Math.Max(largest, value);
            return largest;
        }
    }

    /// <summary>The number of values kept.</summary>
    public int Count => _count;

    /// <summary>Whether every value was kept.</summary>
    public bool IsComplete => _halvings == 0;

    /// <summary>The values kept, in the order of rows.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    /// <summary>Offers the value of a row.</summary>
    /// <param name="value">The value; −0 counts as 0.</param>
    /// <param name="row">The row's number.</param>
    public void Add(double value, long row)
    {
        if (_halvings > 0 && (Hashing.Mix((ulong)row) >> (64 - _halvings)) != 0)
        {
            Forget(value);
            return;
        }

        if (_count == cap)
        {
            Halve();
            Add(value, row);
            return;
        }

        if (_count == _values.Length)
            Array.Resize(ref _values, Math.Min(cap, 2 * _values.Length));
        _values[_count++] = value + 0.0;
    }

    /// <summary>The values kept, ascending.</summary>
    public double[] ToSorted()
    {
        var sorted = Values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private void Halve()
    {
        _halvings++;
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            // Another stream than the one that judges rows, so that both stay independent.
            if ((Hashing.Mix(~(((ulong)_halvings << 40) | (uint)i)) & 1) == 0)
                _values[kept++] = _values[i];
            else
                Forget(_values[i]);
        }

        _count = kept;
    }

    private void Forget(double value)
    {
        _smallestGone = Math.Min(_smallestGone, value);
        _largestGone = Math.Max(_largestGone, value);
    }
}
