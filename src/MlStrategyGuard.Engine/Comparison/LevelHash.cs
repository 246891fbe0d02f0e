using System.Security.Cryptography;
using System.Text;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// What stands for a level that a profile doesn't name: 32 bits of a hash, another one for the same value in another
/// column. It is part of a file format, so it never changes.
/// </summary>
internal static class LevelHash
{
    /// <summary>The hash as eight hexadecimal digits.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="level">The level as the data spells it; of a number, its canonical spelling.</param>
    public static string Of(string column, string level) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{column}\0{level}")).AsSpan(0, 4));
}
