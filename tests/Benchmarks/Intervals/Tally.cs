namespace MlStrategyGuard.Benchmarks.Intervals;

/// <summary>How often intervals held the truth.</summary>
internal sealed class Tally
{
    private readonly object _gate = new();
    private readonly List<double> _widths = [];
    private int _below, _above, _none;

    /// <summary>Counts one; null: there was no interval.</summary>
    public void Add(double truth, (double Lower, double Upper)? interval)
    {
        lock (_gate)
        {
            if (interval is not var (lower, upper))
            {
                _none++;
                return;
            }

            _below += truth < lower ? 1 : 0;
            _above += truth > upper ? 1 : 0;
            _widths.Add(upper - lower);
        }
    }

    /// <summary>A line of the table; coverage below 93 % in bold.</summary>
    public string Line(string name, int rows, string metric)
    {
        if (_widths.Count == 0)
            return $"| {name} | {rows:N0} | {metric} | – | – | – | 100 % | – |";
        _widths.Sort();
        double tried = _widths.Count;
        var held = 1 - ((_below + _above) / tried);
        var mark = held < 0.93 ? "**" : "";
        return $"| {name} | {rows:N0} | {metric} | {mark}{held:0.000}{mark} | {_below / tried:0.000} | {_above / tried:0.000} | {_none / (tried + _none):0.0 %} | {_widths[_widths.Count / 2]:0.0000} |";
    }
}
