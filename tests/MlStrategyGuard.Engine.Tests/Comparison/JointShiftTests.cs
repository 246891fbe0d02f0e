using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class JointShiftTests
{
    private const double Rate = 0.0025;

    [Fact]
    public void CorrelationThatTurned_IsFoundAtFiveHundredRows_AndThePairNamed()
    {
        var named = 0;
        for (var draw = 0; draw < 40; draw++)
        {
            var random = new Random(draw);
            var joint = Compare(Correlated(random, 0.3), Correlated(random, -0.3));
            named += joint is { IsSignificant: true, Pairs: [{ First: "x2", Second: "x5" }, ..] } ? 1 : 0;
        }

        Assert.InRange(named, 38, 40);

        double[][] Correlated(Random random, double correlation)
        {
            var table = Normal(random, 500, 20);
            for (var row = 0; row < 500; row++)
                table[5][row] = (correlation * table[2][row]) + (Math.Sqrt(1 - (correlation * correlation)) * table[5][row]);
            return table;
        }
    }

    [Fact]
    public void ThePairThatIsDescribed_IsTheFirst()
    {
        // Several pairs turn at once, all with a p of 0.
        for (var draw = 0; draw < 6; draw++)
        {
            var random = new Random(draw);
            var joint = Compare(Turned(1), Turned(-1))!;

            Assert.All(joint.Movers, mover => Assert.Contains($"{joint.Pairs[0].First} ", mover.Name, StringComparison.Ordinal));
            Assert.All(joint.Movers, mover => Assert.Contains($"{joint.Pairs[0].Second} ", mover.Name, StringComparison.Ordinal));
            Assert.Equal(joint.Pairs.Count, joint.Pairs.Distinct().Count());

            double[][] Turned(int sign)
            {
                var table = Normal(random, 2_000, 4);
                for (var row = 0; row < 2_000; row++)
                {
                    for (var i = 1; i < 4; i++)
                        table[i][row] = (sign * table[0][row]) + (0.1 * table[i][row]);
                }

                return table;
            }
        }
    }

    [Fact]
    public void ThreeColumnsThatOnlyTogetherTell_AreFoundByTheClassifier()
    {
        var random = new Random(4);
        var dev = Normal(random, 10_000, 12);
        var test = Normal(random, 10_000, 12);
        for (var row = 0; row < 10_000; row++)
        {
            if (random.NextDouble() < 0.4 && ((test[3][row] > 0) ^ (test[7][row] > 0) ^ (test[11][row] > 0)))
                test[3][row] = -test[3][row];
        }

        var joint = Compare(dev, test);

        Assert.Equal(Verdict.Different, joint!.Verdict);
        Assert.Empty(joint.Pairs);
        Assert.Equal(["x11", "x3", "x7"], joint.Features.Take(3).Select(feature => feature.Key).Order(StringComparer.Ordinal));
        Assert.InRange(joint.Lower, 0.05, 0.2); // A fifth of the rows changed: the true distance.
    }

    [Fact]
    public void NoShift_AlarmsAtMostAsOftenAsPromised()
    {
        var alarms = 0;
        for (var draw = 0; draw < 300; draw++)
        {
            var random = new Random(draw);
            alarms += Compare(Mixed(random, 300), Mixed(random, 400))!.IsSignificant ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 4); // .75 are expected; five would be a chance of one in a thousand.
    }

    [Fact]
    public void EqualRowsThatStandTogether_DontLetChanceConfirmItself()
    {
        var sure = 0;
        for (var draw = 0; draw < 100; draw++)
        {
            var random = new Random(draw);
            var (dev, test) = (Patterns(random), Patterns(random));
            CodedColumn[] columns = [.. dev.Select((values, i) => CodedColumn.OfNumbers("x" + i, ColumnKind.Numeric, values, test[i]))];
            sure += DomainClassifier.Run(columns, null)!.P <= 0.01 ? 1 : 0;
        }

        Assert.InRange(sure, 0, 4); // One in a hundred is right; five or more would be a chance of 0.3 %.

        static double[][] Patterns(Random random)
        {
            var patterns = Enumerable.Range(0, 600).Select(_ => random.Next(64)).Order().ToArray();
            return [.. Enumerable.Range(0, 6).Select(bit => patterns.Select(pattern => (double)((pattern >> bit) & 1)).ToArray())];
        }
    }

    [Fact]
    public void TableAgainstItself_ShowsNothing()
    {
        var table = Mixed(new Random(5), 2_000);

        Assert.False(Compare(table, table)!.IsSignificant);
    }

    [Fact]
    public void FewOfTheSameRows_ShowNothing()
    {
        var random = new Random(6);
        var table = Mixed(random, 30);

        Assert.False(Compare(table, Mixed(random, 12))!.IsSignificant);
        Assert.False(Compare(table, table)!.IsSignificant);
    }

    [Fact]
    public void OneColumn_IsNoPair() => Assert.Null(Compare([[1, 2, 3]], [[1, 2, 3]]));

    [Fact]
    public void LevelsThatOnlyTogetherTell_AreAPair()
    {
        var random = new Random(8);
        string[] levels = ["a", "b", "c", "d", "e", "f"];
        int[] Draw() => [.. Enumerable.Range(0, 3_000).Select(_ => random.Next(6))];
        var (x, y, z) = (Draw(), Draw(), Draw());

        var joint = JointShift.Compare(
            [
                CodedColumn.OfLevels("city", levels, x, levels, y),
                CodedColumn.OfLevels("shop", levels, Draw(), levels, [.. y.Select(city => random.Next(2) == 0 ? city : random.Next(6))]),
                CodedColumn.OfLevels("other", levels, z, levels, Draw()),
            ],
            null, Rate, 0.05);

        Assert.Equal(Verdict.Different, joint!.Verdict);
        Assert.Equal(("city", "shop"), (joint.Pairs[0].First, joint.Pairs[0].Second));
        Assert.Contains("city=", joint.Movers[0].Name, StringComparison.Ordinal);
        Assert.InRange(joint.Lower, 0.05, 5.0 / 12);
    }

    [Fact]
    public void LevelsThatAreNamedAsInMessages_AreNotNamedTwice()
    {
        string[] levels = ["city=a", "city=b"];
        var column = CodedColumn.OfLevels("city", levels, [.. Enumerable.Repeat(0, 20)], levels, [.. Enumerable.Repeat(1, 20)]);

        Assert.Equal("city=a", column.NameOf(column.Quarter[column.Coarse[column.A[0]]]));
    }

    [Fact]
    public void MissingTogetherInOneSplit_IsAPair()
    {
        var random = new Random(9);
        var (dev, test) = (Normal(random, 4_000, 3), Normal(random, 4_000, 3));
        for (var row = 0; row < 4_000; row++)
        {
            dev[random.Next(2)][row] = double.NaN;
            if (row % 2 == 0)
                (test[0][row], test[1][row]) = (double.NaN, double.NaN);
        }

        var joint = Compare(dev, test);

        Assert.Equal(Verdict.Different, joint!.Verdict);
        Assert.Contains(joint.Movers, mover => mover.Name == "x0 missing and x1 missing");
    }

    private static JointComparison? Compare(double[][] dev, double[][] test) =>
        JointShift.Compare(
            [.. dev.Select((values, i) => CodedColumn.OfNumbers("x" + i, ColumnKind.Numeric, values, test[i]))], null, Rate, 0.05);

    private static double[][] Normal(Random random, int rows, int columns)
    {
        var table = new double[columns][];
        for (var column = 0; column < columns; column++)
            table[column] = [.. Enumerable.Range(0, rows).Select(_ => Draws.Normal(random))];
        return table;
    }

    /// <summary>Correlated columns: normal, heavy tails, a rare binary one, whole numbers with gaps.</summary>
    private static double[][] Mixed(Random random, int rows)
    {
        var table = Normal(random, rows, 8);
        for (var row = 0; row < rows; row++)
        {
            var common = Draws.Normal(random);
            for (var column = 0; column < 8; column++)
            {
                var value = table[column][row] + (0.5 * common);
                table[column][row] = (column % 4) switch
                {
                    0 => value,
                    1 => Math.Exp(2 * value),
                    2 => value > 2 ? 1 : 0,
                    _ => random.Next(10) < 3 ? double.NaN : Math.Floor(value),
                };
            }
        }

        return table;
    }
}
