namespace MlStrategyGuard.Statistics;

/// <summary>Draws from beta distributions, the same ones in every run.</summary>
internal sealed class BetaSampler
{
    private ulong _state = 0x6D6C67756172640UL;
    private double? _spare;

    /// <summary>One draw from Beta(a, b), both above zero, as a ratio of gamma variates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter isn't above zero.</exception>
    public double Next(double a, double b)
    {
        if (!(a > 0 && b > 0))
            throw new ArgumentOutOfRangeException(a > 0 ? nameof(b) : nameof(a), "The parameters must be above zero.");

        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    /// <summary>Marsaglia and Tsang (2000); shapes below one by the usual power of a uniform.</summary>
    private double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal();
            var v = 1 + (c * normal);
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(Uniform()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
                return d * v;
        }
    }

    /// <summary>One draw from the standard normal distribution, by Box and Muller's transform, which makes two at a time.</summary>
    public double Normal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        var radius = Math.Sqrt(-2 * Math.Log(Uniform()));
        var angle = 2 * Math.PI * Uniform();
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014), mapped into (0, 1).</summary>
    private double Uniform()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        z ^= z >> 31;
        return ((z >> 11) + 0.5) / (1UL << 53);
    }
}
