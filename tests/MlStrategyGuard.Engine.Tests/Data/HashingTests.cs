using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

public class HashingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(103)]
    public void MixingMany_AddsWhatMixingEachAdds(int count)
    {
        var random = new Random(count);
        ulong[] hashes = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        ulong[] sums = [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
        ulong[] expected = [.. sums.Zip(hashes, (sum, hash) => unchecked(sum + Hashing.Mix(hash ^ 0x123456789ABCDEFUL)))];
        Hashing.AddMixed(sums, hashes, 0x123456789ABCDEFUL);
        Assert.Equal(expected, sums);
    }
}
