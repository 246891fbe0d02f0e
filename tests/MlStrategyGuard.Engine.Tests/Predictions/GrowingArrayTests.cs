using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Tests.Predictions;

public sealed class GrowingArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_024)]
    [InlineData(100_000)]
    [InlineData(3_000_001)]
    public void ItemsOneByOneAndManyAtATime_StayInOrder(int count)
    {
        var array = new GrowingArray<int>();
        while (array.Count < count)
        {
            var part = array.Extend(Math.Min(1 + (array.Count % 5_000), count - array.Count));
            for (var i = 0; i < part.Length; i++)
                part[i] = array.Count - part.Length + i;
            if (array.Count < count)
                array.Add(array.Count);
        }

        Assert.Equal(count, array.Count);
        var all = array.ToArray();
        Assert.Equal(count, all.Length);
        Assert.Equal(-1, Array.FindIndex(all, item => all[item] != item));
        Assert.Equal(count, array.Count);
    }
}
