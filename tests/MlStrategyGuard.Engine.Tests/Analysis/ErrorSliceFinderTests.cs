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

    private static KeyValuePair<string, WordColumn> Words(int rows, Func<int, string> word)
    {
        var column = new CodedColumn();
        for (var i = 0; i < rows; i++)
            column.Add(System.Text.Encoding.UTF8.GetBytes(word(i)));
        return new("x", new WordColumn(column.Words, column.Codes()));
    }
}
