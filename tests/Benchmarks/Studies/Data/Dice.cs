namespace MlStrategyGuard.Studies.Data;

/// <summary>Random numbers that are the same on every machine: xoshiro256** (Blackman, Vigna 2018), seeded by SplitMix64.</summary>
internal sealed class Dice
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spare = double.NaN;

    /// <param name="seeds">What makes this stream different from all others: study, table, cell, draw.</param>
    public Dice(params ReadOnlySpan<ulong> seeds)
    {
        var state = 0UL;
        foreach (var seed in seeds)
            state = Mix(state ^ seed);
        _a = Next(ref state);
        _b = Next(ref state);
        _c = Next(ref state);
        _d = Next(ref state);

        static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15UL);
    }

    /// <summary>A number for a name, to seed with.</summary>
    public static ulong Seed(string name)
    {
        var seed = 0UL;
        foreach (var letter in name)
            seed = Mix(seed ^ letter);
        return seed;
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        while (true)
        {
            var (x, y) = ((2 * Uniform()) - 1, (2 * Uniform()) - 1);
            var square = (x * x) + (y * y);
            if (square is 0 or >= 1)
                continue;
            var factor = Math.Sqrt(-2 * Math.Log(square) / square);
            _spare = x * factor;
            return y * factor;
        }
    }

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Uniform());

    /// <summary>Poisson, by multiplication: for small means.</summary>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var product = Uniform();
        var count = 0;
        for (; product > limit; count++)
            product *= Uniform();
        return count;
    }

    /// <summary>Student's t with 2 degrees of freedom: its quantile function has a closed form.</summary>
    public double StudentTwo()
    {
        var u = 1 - Uniform();
        return ((2 * u) - 1) / Math.Sqrt(2 * u * (1 - u) + 1e-300);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return (value ^ (value >> 31)) + 0x9E3779B97F4A7C15UL;
    }
}
