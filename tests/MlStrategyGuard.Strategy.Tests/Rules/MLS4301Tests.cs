namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4301Tests : MarkedTest
{
    protected override string Rule => "MLS4301 Warning";

    [Fact]
    public void OneHourUnderTenThousand_IsTooLittle() =>
        Fires("version: 1\nsynthesis: [{ name: car noise, unique: ‸1 h, generated: 10000 h }]", "'car noise' makes 10,000 h out of 1 h");

    [Fact]
    public void TwentyCarsForTenThousandImages_AreTooFew() =>
        Fires("version: 1\nsynthesis: [{ unique: ‸20, generated: 10000 }]", "the synthesis makes 10,000 out of 20");

    [Fact]
    public void Seconds_AreShownAsSuch() =>
        Fires("version: 1\nsynthesis: [{ name: car noise, unique: ‸10 s, generated: 5 h }]", "5 h out of 10 s");

    [Fact]
    public void AsMuchAsIsMade_IsQuiet() =>
        IsQuiet("version: 1\nsynthesis: [{ name: car noise, unique: 10000 h, generated: 10000 h }]");

    [Fact]
    public void FiftyTimes_IsQuiet() =>
        IsQuiet("version: 1\nsynthesis: [{ name: car noise, unique: 200 h, generated: 10000 h }]");

    [Fact]
    public void SameDurationInOtherUnits_IsQuiet() =>
        IsQuiet("version: 1\nsynthesis: [{ name: car noise, unique: 90 min, generated: 3 h }]");

    [Fact]
    public void HundredTimes_IsTheMostThatIsQuiet()
    {
        IsQuiet("version: 1\nsynthesis: [{ unique: 100, generated: 10000 }]");
        Fires("version: 1\nsynthesis: [{ unique: ‸100, generated: 10001 }]", "10,001 out of 100");
    }
}
