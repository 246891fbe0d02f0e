namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS1012Tests : MarkedTest
{
    protected override string Rule => "MLS1012 Info";

    [Fact]
    public void TinyDevOfLittleData_IsOdd() =>
        Fires("version: 1\nsplits: { train: { rows: 900 }, ‸dev: { rows: 20 }, test: { rows: 110 } }", "1.94 %", "1,030 rows", "60/20/20");

    [Fact]
    public void HugeDevOfLittleData_IsOdd() =>
        Fires("version: 1\nsplits: { train: { rows: 400 }, ‸dev: { rows: 500 }, test: { rows: 100 } }", "50.0 %", "leaves more to train on");

    [Fact]
    public void FifthOfMillions_IsOdd() =>
        Fires("version: 1\nsplits: { train: { rows: 7900000 }, dev: { rows: 100000 }, ‸test: { rows: 2000000 } }", "20.0 %", "98/1/1");

    [Fact]
    public void SixtyTwentyTwenty_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 600 }, dev: { rows: 200 }, test: { rows: 200 } }");

    [Fact]
    public void SeventyTwentyTen_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 7000 }, dev: { rows: 2000 }, test: { rows: 1000 } }");

    [Fact]
    public void NinetyEightOneOne_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 980000 }, dev: { rows: 10000 }, test: { rows: 10000 } }");

    [Fact]
    public void InBetween_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 90000 }, dev: { rows: 5000 }, test: { rows: 5000 } }");

    [Fact]
    public void EightyTenTenOfAMillion_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 800000 }, dev: { rows: 100000 }, test: { rows: 100000 } }");

    [Theory]
    [InlineData("train: { rows: 7500 }, ‸dev: { rows: 500 }, test: { rows: 2000 }", "5.0 % of 10,000 rows")]
    [InlineData("train: { rows: 3000 }, ‸dev: { rows: 5000 }, test: { rows: 2000 }", "50.0 % of 10,000 rows")]
    public void TenThousandRows_AreFew(string splits, string says) => Fires($"version: 1\nsplits: {{ {splits} }}", says);

    [Theory]
    [InlineData("train: { rows: 7501 }, dev: { rows: 500 }, test: { rows: 2000 }")]
    [InlineData("train: { rows: 3001 }, dev: { rows: 5000 }, test: { rows: 2000 }")]
    [InlineData("train: { rows: 400 }, dev: { rows: 400 }, test: { rows: 200 }")]
    public void MoreRowsOrFourTenths_AreQuiet(string splits) => IsQuiet($"version: 1\nsplits: {{ {splits} }}");

    [Theory]
    [InlineData("dev: { rows: 20 }, test: { rows: 900 }")]
    [InlineData("train: { rows: 900 }, test: { rows: 20 }")]
    [InlineData("train: { files: a.csv }, dev: { rows: 20 }, test: { rows: 900 }")]
    [InlineData("train: { rows: 900 }, dev: { files: a.csv }, test: { rows: 20 }")]
    [InlineData("train: { rows: 900 }, dev: { rows: 20 }, test: { files: a.csv }")]
    public void SplitWithoutKnownRows_IsQuiet(string splits) => IsQuiet($"version: 1\nsplits: {{ {splits} }}");

    [Fact]
    public void NoTestSet_IsQuiet() =>
        IsQuiet("version: 1\nsplits: { train: { rows: 990 }, dev: { rows: 10 } }");

    [Fact]
    public void RowsThatWereRead_Count() =>
        Assert.Single(Places("MLS1012", FourSplits, Read(900, 20, 110)));

    [Fact]
    public void RowsThatWereReadInGoodProportions_AreQuiet() => IsQuiet(FourSplits, Read(700, 200, 100));

    private static Evidence Read(long train, long dev, long test) => new()
    {
        DataWasRead = true,
        Splits = [new SplitData("train", train, []), new SplitData("dev", dev, []), new SplitData("test", test, [])],
    };
}
