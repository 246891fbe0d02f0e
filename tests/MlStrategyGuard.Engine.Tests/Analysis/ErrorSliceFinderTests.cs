using MlStrategyGuard.Engine.Analysis;
using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Tests.Analysis;

public sealed class ErrorSliceFinderTests
{
    [Fact]
    public void LevelThatHoldsTheErrors_IsFoundWithItsCeiling()
    {
        // 100 of 1,000 rows are of b, and half of them wrong; of the others one in twenty.
        var column = Words(1_000, i => i % 10 == 0 ? "b" : "a");
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? i % 20 == 0 : i % 20 == 1)];

        var found = Assert.Single(ErrorSliceFinder.Find([column], wrong));

        Assert.Equal(("x", "b", 100, 50, 50), (found.Column, found.Level, found.Rows, found.Errors, found.AllErrors - found.Errors));
        Assert.Equal(50.0 / 900, found.OtherRate, 1e-12);
        Assert.Equal(50.0 / 900, found.BestError, 1e-12);
    }

    [Fact]
    public void PartOfANumber_IsFound()
    {
        var column = Words(1_000, i => $"{i}.5");
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i >= 750 ? i % 3 == 0 : i % 20 == 0)];

        Assert.Equal("750.5 and above", Assert.Single(ErrorSliceFinder.Find([column], wrong)).Level);
    }

    [Fact]
    public void ErrorsEverywhere_AreHardlyEverGathered()
    {
        var alarms = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var columns = Enumerable.Range(0, 10).Select(c => Words(500, _ => c % 2 == 0 ? $"{random.Next(6)}" : $"{random.NextDouble()}"));
            bool[] wrong = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble() < 0.1)];
            alarms += ErrorSliceFinder.Find([.. columns], wrong).Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AllRightOrAllWrong_HasNoSlice(bool all) =>
        Assert.Empty(ErrorSliceFinder.Find([Words(100, i => $"{i % 2}")], [.. Enumerable.Repeat(all, 100)]));

    [Fact]
    public void TextAndTinyLevels_AreNoSlices()
    {
        bool[] wrong = [.. Enumerable.Range(0, 400).Select(i => i < 19)];

        Assert.Empty(ErrorSliceFinder.Find([Words(400, i => $"words {i}")], wrong));
        Assert.DoesNotContain("tiny", ErrorSliceFinder.Find([Words(400, i => i < 19 ? "tiny" : $"{i % 2}")], wrong).Select(slice => slice.Level));
    }

    [Fact]
    public void LevelOfGroupedRows_IsFoundWithItsGroups()
    {
        var (columns, wrong, groups, keys) = Grouped(200, slice => slice ? 0.5 : 0.1);

        var found = Assert.Single(ErrorSliceFinder.Find(columns, wrong, null, keys, groups));

        Assert.Equal(("x", "b", 600, 200), (found.Column, found.Level, found.Rows, found.Groups));
        Assert.Null(found.Weights);
        Assert.Equal((double)found.Errors / 600, found.ErrorRate, 1e-12);
    }

    [Fact]
    public void WholeGroupsThatAreWrong_AreNoSliceOfTheirColumn()
    {
        // Every row of one group in five is wrong, and each country has only eight groups.
        var (alarms, byRows) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var fates = Enumerable.Range(0, 40).Select(_ => random.NextDouble() < 0.2).ToArray();
            var places = Enumerable.Range(0, 40).Select(_ => random.Next(5)).ToArray();
            int[] groups = [.. Enumerable.Range(0, 1_000).Select(i => i / 25)];
            bool[] wrong = [.. groups.Select(group => fates[group])];
            var column = Words(1_000, i => $"{places[groups[i]]}");
            alarms += ErrorSliceFinder.Find([column], wrong, null, Keys(1_000), groups).Count;
            byRows += ErrorSliceFinder.Find([column], wrong).Count > 0 ? 1 : 0;
        }

        Assert.True(byRows > 30);

        Assert.InRange(alarms, 0, 4);
    }

    [Fact]
    public void FewGroups_AreNoSlice()
    {
        int[] groups = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? i % 40 / 10 : 4 + (i / 50))];
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 || i % 20 == 1)];

        Assert.DoesNotContain("b", ErrorSliceFinder.Find([Words(1_000, i => i % 10 == 0 ? "b" : "a")], wrong, null, Keys(1_000), groups).Select(slice => slice.Level));
    }

    [Fact]
    public void Weights_MakeTheRates()
    {
        // A wrong row of b counts three times as much.
        var column = Words(1_000, i => i % 10 == 0 ? "b" : "a");
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? i % 20 == 0 : i % 20 == 1)];
        double[] weights = [.. Enumerable.Range(0, 1_000).Select(i => i % 20 == 0 ? 3.0 : 1.0)];

        var found = Assert.Single(ErrorSliceFinder.Find([column], wrong, weights, Keys(1_000), null));

        Assert.Equal((100, 50), (found.Rows, found.Errors));
        Assert.Equal(150.0 / 200, found.ErrorRate, 1e-12);
        Assert.Equal(50.0 / 900, found.OtherRate, 1e-12);
        Assert.Equal(150.0 / 200, found.Share, 1e-12);
        Assert.Equal(200.0 / 1_100, found.RowShare, 1e-12);
    }

    [Fact]
    public void RowsWithoutAnyWeight_AreNoRows()
    {
        var column = Words(1_000, i => i % 10 == 0 ? "b" : "a");
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 || i % 20 == 1)];
        double[] weights = [.. Enumerable.Range(0, 1_000).Select(i => i % 10 == 0 ? 0.0 : 1.0)];

        Assert.Empty(ErrorSliceFinder.Find([column], wrong, weights, Keys(1_000), null));
        Assert.Empty(ErrorSliceFinder.Find([column], wrong, new double[1_000], Keys(1_000), null));
    }

    [Fact]
    public void OneHeavyRow_IsNoSlice()
    {
        var column = Words(1_000, i => i % 10 == 0 ? "b" : "a");
        bool[] wrong = [.. Enumerable.Range(0, 1_000).Select(i => i is 0 or 500)];
        double[] weights = [.. Enumerable.Range(0, 1_000).Select(i => i == 0 ? 500.0 : 1.0)];

        Assert.Empty(ErrorSliceFinder.Find([column], wrong, weights, Keys(1_000), null));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_500)]
    public void OrderOfRows_ChangesNoSlice(int groupCount)
    {
        var (columns, wrong, groups, keys) = Grouped(groupCount, slice => slice ? 0.5 : 0.1);
        int[] turned = [.. Enumerable.Range(0, wrong.Length).Reverse()];
        var last = groups.Max();

        var straight = ErrorSliceFinder.Find(columns, wrong, null, keys, groups);
        var shuffled = ErrorSliceFinder.Find(
            [.. columns.Select(column => new KeyValuePair<string, WordColumn>(column.Key, column.Value with { Codes = [.. turned.Select(i => column.Value.Codes[i])] }))],
            [.. turned.Select(i => wrong[i])], null, [.. turned.Select(i => keys[i])], [.. turned.Select(i => last - groups[i])]);

        Assert.NotEmpty(straight);
        Assert.Equal(straight, shuffled);
    }

    /// <summary>Groups of six rows, three of them of b.</summary>
    private static (KeyValuePair<string, WordColumn>[] Columns, bool[] Wrong, int[] Groups, ulong[] Keys) Grouped(int count, Func<bool, double> rate)
    {
        var random = new Random(3);
        int[] groups = [.. Enumerable.Range(0, count * 6).Select(i => i / 6)];
        return (
            [Words(groups.Length, i => i % 2 == 0 ? "a" : "b")],
            [.. groups.Select((_, i) => random.NextDouble() < rate(i % 2 == 1))],
            groups, Keys(groups.Length));
    }

    private static ulong[] Keys(int rows) => [.. Enumerable.Range(0, rows).Select(i => (ulong)i * 0x9E3779B97F4A7C15UL)];

    private static KeyValuePair<string, WordColumn> Words(int rows, Func<int, string> word)
    {
        var column = new CodedColumn();
        for (var i = 0; i < rows; i++)
            column.Add(System.Text.Encoding.UTF8.GetBytes(word(i)));
        return new("x", new WordColumn(column.Words, column.Codes()));
    }
}
