using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

public sealed class KolmogorovTests
{
    [Fact]
    public void Survival_FallsFromOneToZeroWithoutAJump()
    {
        var previous = 1.0;
        for (var x = 0.0; x <= 30; x += 0.001)
        {
            var next = Kolmogorov.Survival(x);
            Assert.InRange(next, Math.Max(0, previous - 0.0018), previous);
            previous = next;
        }

        Assert.Equal(0, previous);
    }

    [Fact]
    public void Corners_AreNumbers()
    {
        Assert.Equal(1, Kolmogorov.Survival(-3));
        Assert.Equal(1, Kolmogorov.Survival(0));
        Assert.Equal(1, Kolmogorov.Survival(1e-300));
        Assert.Equal(0, Kolmogorov.Survival(1e300));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kolmogorov.Survival(double.NaN));
    }
}
