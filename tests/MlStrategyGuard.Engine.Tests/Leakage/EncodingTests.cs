using static MlStrategyGuard.Engine.Tests.Leakage.Table;

namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class EncodingTests
{
    [Theory]
    [InlineData(1000, 0, "times 1,000")]
    [InlineData(0.01, 0, "divided by 100")]
    [InlineData(2.20462262, 0, "times 2.2046")]
    [InlineData(1.8, 32, "from °C to °F")]
    public void OtherUnits_AreNamed(double factor, double offset, string expected)
    {
        var random = new Random(1);

        var change = Assert.Single(Find(random, _ => Number(20 + (3 * Normal(random))), _ => Number((factor * (20 + (3 * Normal(random)))) + offset)));

        Assert.Equal(("x", "dev", "test", expected), (change.Column, change.A, change.B, change.Change));
        Assert.True(change.Before > 0.9 && change.After < 0.1);
    }

    [Fact]
    public void AThousand_IsNotCalled1024()
    {
        for (var draw = 0; draw < 20; draw++)
        {
            var random = new Random(draw);

            Assert.Equal("times 1,000", Assert.Single(Find(random,
                _ => Number(Math.Exp(1 + (0.7 * Normal(random)))), _ => Number(1000 * Math.Exp(1 + (0.7 * Normal(random)))), rows: 1_000)).Change);
        }
    }

    [Fact]
    public void OtherUnitsOfALongTail_AreNamed()
    {
        var random = new Random(2);

        Assert.Equal("times 100", Assert.Single(Find(random,
            _ => Number(Math.Exp(Normal(random))), _ => Number(100 * Math.Exp(Normal(random))))).Change);
    }

    [Fact]
    public void CountedFromOne_IsNamed()
    {
        var random = new Random(3);

        Assert.Equal("plus 1", Assert.Single(Find(random, _ => $"{random.Next(12)}", _ => $"{random.Next(12) + 1}", rows: 2_000)).Change);
    }

    [Theory]
    [InlineData("usa|france|spain", "USA|France|Spain", "usa USA")]
    [InlineData("yes|no", "Y|N", "yes Y")]
    [InlineData("0|1", "false|true", "0 false")]
    [InlineData("male|female", "M|F", "male M")]
    [InlineData("new york|rome", "New-York|rome", "new york New-York")]
    public void OtherSpellings_AreNamed(string a, string b, string expected)
    {
        var random = new Random(4);

        var change = Assert.Single(Find(random, _ => Pick(random, a), _ => Pick(random, b)));

        Assert.Contains(expected, change.Spellings.Select(pair => $"{pair.Key} {pair.Value}"));
    }

    [Fact]
    public void SameDistribution_IsSilent()
    {
        var random = new Random(5);
        for (var draw = 0; draw < 30; draw++)
            Assert.Empty(Find(random, _ => Number(Math.Exp(2 * Normal(random))), _ => Number(Math.Exp(2 * Normal(random))), rows: 300));
    }

    [Theory]
    [InlineData(1.3)]
    [InlineData(2)]
    [InlineData(4)]
    public void ShiftByAnyOtherFactor_IsNoUnit(double factor)
    {
        var random = new Random(6);

        Assert.Empty(Find(random, _ => Number(50 + (10 * Normal(random))), _ => Number(factor * (50 + (10 * Normal(random))))));
    }

    [Fact]
    public void OneYearOlder_IsNoUnit()
    {
        var random = new Random(7);

        Assert.Empty(Find(random, _ => $"{random.Next(20, 65)}", _ => $"{random.Next(21, 66)}"));
    }

    [Fact]
    public void NewLevels_AreNoSpellings()
    {
        var random = new Random(8);

        Assert.Empty(Find(random, _ => Pick(random, "red|green|blue"), _ => Pick(random, "red|green|black")));
    }

    [Fact]
    public void SpellingsThatBothSplitsMix_AreSilent()
    {
        var random = new Random(9);

        Assert.Empty(Find(random, _ => Pick(random, "usa|USA|A+|A-"), _ => Pick(random, "usa|USA|A+|A-")));
    }

    [Fact]
    public void RareOddSpelling_IsSilent()
    {
        var random = new Random(10);

        Assert.Empty(Find(random, i => i < 3 ? "usa" : Pick(random, "fr|es"), i => i < 4 ? "USA" : Pick(random, "fr|es")));
    }

    [Fact]
    public void AFewRows_AreSilent()
    {
        var random = new Random(11);

        Assert.Empty(Find(random, _ => Number(Normal(random)), _ => Number(1000 * Normal(random)), rows: 20));
    }

    private static string Pick(Random random, string levels)
    {
        var names = levels.Split('|');
        return names[random.Next(names.Length)];
    }

    [Fact]
    public void FewGroupsOfManyRows_AreSilent()
    {
        // A hundred rows of six machines, each with its own level: by the rows it would be another unit.
        var random = new Random(20);
        string[][] Rows(double scale, int machine) =>
            [.. Enumerable.Range(0, 600).Select(i => new[] { Number(scale * (5 + (0.1 * Normal(random)))), $"{machine + (i % 6)}" })];

        Assert.NotEmpty(new Table("version: 1", "x", "machine").With("dev", Rows(1, 0)).With("test", Rows(100, 6)).Find().Encodings);
        Assert.Empty(new Table("version: 1\ndata: { group: machine }", "x", "machine").With("dev", Rows(1, 0)).With("test", Rows(100, 6)).Find().Encodings);
    }

    private static IReadOnlyList<EncodingChange> Find(Random random, Func<int, string> a, Func<int, string> b, int rows = 400)
    {
        string[][] Rows(Func<int, string> x) => [.. Enumerable.Range(0, rows).Select(i => (string[])[x(i), Number(random.NextDouble())])];
        return new Table("version: 1", "x", "z").With("dev", Rows(a)).With("test", Rows(b)).Find().Encodings;
    }
}
