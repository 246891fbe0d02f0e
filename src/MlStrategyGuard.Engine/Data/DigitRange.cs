using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlStrategyGuard.Engine.Data;

/// <summary>The smallest and the largest of numbers that are given as their digits, and the hash of each.</summary>
internal struct DigitRange
{
    /// <summary>The range of no number.</summary>
    public static DigitRange None => new() { Smallest = double.PositiveInfinity, Largest = double.NegativeInfinity };

    /// <summary>The smallest number so far; infinity if there is none.</summary>
    public double Smallest { get; private set; }

    /// <summary>The largest number so far; minus infinity if there is none.</summary>
    public double Largest { get; private set; }

    /// <summary>Takes a number.</summary>
    /// <param name="digits">Its digits.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    /// <param name="hash">Receives the <see cref="FieldValue.Hash"/> of the number.</param>
    public void Take(int digits, int scale, out ulong hash)
    {
        var number = digits / ValueParser.Powers[scale];
        hash = BitConverter.DoubleToUInt64Bits(number);
        Smallest = number < Smallest ? number : Smallest;
        Largest = number > Largest ? number : Largest;
    }

    /// <summary>Takes numbers of one scale, four at once.</summary>
    /// <param name="digits">Their digits.</param>
    /// <param name="scale">How many of them stand behind the point.</param>
    /// <param name="hashes">Receives as many <see cref="FieldValue.Hash"/>es.</param>
    public void Take(ReadOnlySpan<int> digits, int scale, Span<ulong> hashes)
    {
        var done = 0;
        if (Avx.IsSupported && digits.Length >= Vector256<double>.Count)
        {
            var power = Vector256.Create(ValueParser.Powers[scale]);
            var (smallest, largest) = (Vector256.Create(Smallest), Vector256.Create(Largest));
            ref var from = ref MemoryMarshal.GetReference(digits);
            ref var to = ref MemoryMarshal.GetReference(hashes[..digits.Length]);
            for (; done <= digits.Length - Vector256<double>.Count; done += Vector256<double>.Count)
            {
                var numbers = Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, (nuint)done)) / power;
                numbers.AsUInt64().StoreUnsafe(ref to, (nuint)done);
                smallest = Avx.Min(smallest, numbers);
                largest = Avx.Max(largest, numbers);
            }

            for (var i = 0; i < Vector256<double>.Count; i++)
            {
                Smallest = Math.Min(Smallest, smallest[i]);
                Largest = Math.Max(Largest, largest[i]);
            }
        }

        for (; done < digits.Length; done++)
            Take(digits[done], scale, out hashes[done]);
    }
}
