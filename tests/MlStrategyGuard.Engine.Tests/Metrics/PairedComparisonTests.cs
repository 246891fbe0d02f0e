using System.Text.Json;
using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Tests.Metrics;

public sealed class PairedComparisonTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Metrics", "reference", "pairs.json"))).RootElement;

    [Fact]
    public void AreasUnderTheCurve_AreComparedAsByDeLong()
    {
        foreach (var pair in Reference.GetProperty("areas").EnumerateArray())
        {
            var first = Area(pair, "first");
            var second = Area(pair, "second");

            var found = PairedComparison.Of(first, second, null, null)!;

            // Few rows that make the error cost degrees of freedom; the error itself is DeLong's.
            var freedom = Spread.Of([.. first.Influence!.Zip(second.Influence!, (a, b) => a - b)], null).Freedom;
            var half = StudentT.TwoSided(0.05, freedom) * pair.GetProperty("deviation").GetDouble();
            var difference = pair.GetProperty("difference").GetDouble();
            Assert.Equal(difference, found.Difference, 1e-9);
            Assert.Equal(difference - half, found.Lower, 1e-9);
            Assert.Equal(difference + half, found.Upper, 1e-9);
        }
    }

    [Fact]
    public void MidP_IsScipys()
    {
        foreach (var one in Reference.GetProperty("hits").EnumerateArray())
            Assert.Equal(one.GetProperty("p").GetDouble(), PairedComparison.MidP(one.GetProperty("first").GetInt64(), one.GetProperty("second").GetInt64()), 1e-9);
    }

    [Fact]
    public void PartnersInAnotherOrder_ChangeNothing()
    {
        double[] a = [.. Enumerable.Range(0, 50).Select(i => i % 7 * 0.1)];
        double[] b = [.. Enumerable.Range(0, 50).Select(i => i % 5 * 0.1)];
        int[] partners = [.. Enumerable.Range(0, 50).Select(i => 49 - i)];
        double[] turned = [.. partners.Select(i => b[i])];

        var straight = PairedComparison.Of(RowMeans.Of(a, null), RowMeans.Of(b, null), null, null)!;
        var shuffled = PairedComparison.Of(RowMeans.Of(a, null), RowMeans.Of(turned, null), partners, null)!;

        Assert.Equal(straight.Lower, shuffled.Lower, 1e-12);
        Assert.Equal(straight.P, shuffled.P, 1e-12);
    }

    [Fact]
    public void SameCandidateTwice_DiffersByNothing()
    {
        double[] a = [.. Enumerable.Range(0, 50).Select(i => i % 7 * 0.1)];

        var found = PairedComparison.Of(RowMeans.Of(a, null), RowMeans.Of(a, null), null, null)!;

        Assert.Equal((0, 0, 0, 1), (found.Difference, found.Lower, found.Upper, found.P));
    }

    [Fact]
    public void FewRows_AreNotCompared()
    {
        double[] a = [.. Enumerable.Range(0, 29).Select(i => (double)i)];

        Assert.Null(PairedComparison.Of(RowMeans.Of(a, null), RowMeans.Of(a, null), null, null));
    }

    [Fact]
    public void FewGroups_AreNotCompared()
    {
        double[] a = [.. Enumerable.Range(0, 290).Select(i => (double)i)];
        int[] groups = [.. Enumerable.Range(0, 290).Select(i => i / 10)];

        Assert.Null(PairedComparison.Of(RowMeans.Of(a, null), RowMeans.Of([.. a.Reverse()], null), null, groups));
    }

    [Fact]
    public void Hits_IntervalHoldsTheDifference()
    {
        var found = PairedComparison.OfHits(60, 20, 1_000);

        Assert.Equal(0.04, found.Difference, 1e-12);
        Assert.InRange(found.Lower, 0.02, 0.03);
        Assert.InRange(found.Upper, 0.05, 0.06);
        Assert.True(found.P < 0.001);
    }

    private static MetricEstimate Area(JsonElement pair, string which)
    {
        double[] scores = [.. pair.GetProperty(which).EnumerateArray().Select(one => one.GetDouble())];
        int[] labels = [.. pair.GetProperty("labels").EnumerateArray().Select(one => one.GetInt32())];
        return RankMetrics.RocAuc(RankedScores.Of(scores), labels, 1, null);
    }
}
