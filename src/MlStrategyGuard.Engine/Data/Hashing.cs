namespace MlStrategyGuard.Engine.Data;

/// <summary>Hashes and a generator that give the same numbers on every machine and in every version.</summary>
internal static class Hashing
{
    /// <summary>FNV-1a over bytes, finished by <see cref="Mix"/> so that every bit can be used.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014): a bijection whose output bits look random.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
