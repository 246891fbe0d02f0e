using System.Globalization;
using System.IO.Compression;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class GroupTests
{
    private static readonly Strategy ByPerson = Profiles.Strategy("version: 1\ndata: { group: person }");

    [Fact]
    public void PeopleOfRealDataDealtAtRandom_RaiseNoAlarm()
    {
        var (header, rows) = RandhiePeople();
        var people = rows.GroupBy(row => row[^1]).Select(person => person.ToArray()).ToArray();
        for (var draw = 0; draw < 6; draw++)
        {
            new Random(draw).Shuffle(people);
            var half = people.Length / 2;

            var comparison = Compare(ByPerson, header, people[..half].SelectMany(rows => rows), people[half..].SelectMany(rows => rows));

            Assert.InRange(comparison.Verdict, Verdict.Same, Verdict.NoShiftFound);
            Assert.Equal((half, people.Length - half, false), ((int)comparison.Groups!.A, (int)comparison.Groups.B, comparison.Groups.AreTooFew));
        }
    }

    [Fact]
    public void GroupsKeptWholeThatNobodyDeclared_AlarmAtMostAsOftenAsPromised()
    {
        var undeclared = Profiles.Strategy("version: 1");
        var alarms = 0;
        for (var draw = 0; draw < 60; draw++)
        {
            var random = new Random(draw);
            var comparison = Compare(undeclared, ["x", "y", "code", "patient_id"], Groups(random, 60, 0), Groups(random, 40, 0));
            Assert.Equal("patient_id", comparison.AssumedGroup);
            alarms += comparison.Verdict >= Verdict.Shifted ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 3);
    }

    [Fact]
    public void GroupsKeptWholeThatNobodyDeclared_StillShift()
    {
        var random = new Random(1);

        var comparison = Compare(Profiles.Strategy("version: 1"), ["x", "y", "code", "patient_id"], Groups(random, 300, 0), Groups(random, 300, 2));

        Assert.Equal((Verdict.Different, "patient_id"), (comparison.Verdict, comparison.AssumedGroup));
    }

    [Fact]
    public void ValuesInBothSplits_AreNoGroup()
    {
        var random = new Random(2);
        var rows = Groups(random, 100, 0).ToArray();
        random.Shuffle(rows);

        Assert.Null(Compare(Profiles.Strategy("version: 1"), ["x", "y", "code", "patient_id"], rows[..200], rows[200..]).AssumedGroup);
    }

    [Fact]
    public void ColumnNotCalledLikeAnId_IsNoGroup()
    {
        var random = new Random(3);

        Assert.Null(Compare(Profiles.Strategy("version: 1"), ["x", "y", "code", "city"], Groups(random, 60, 0), Groups(random, 40, 0)).AssumedGroup);
    }

    [Fact]
    public void RowsOfAGroupThatAreAlike_AlarmAtMostAsOftenAsPromised()
    {
        var alarms = 0;
        for (var draw = 0; draw < 100; draw++)
        {
            var random = new Random(draw);
            alarms += Compare(ByPerson, ["x", "y", "code", "person"], Groups(random, 60, 0), Groups(random, 40, 0)).Verdict >= Verdict.Shifted ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 4); // At most one is expected; five would be a chance of one in three hundred.
    }

    [Fact]
    public void GroupsThatMoved_AreFound_AndByFewerPointsThanRowsWouldClaim()
    {
        var random = new Random(3);
        var (dev, test) = (Groups(random, 300, 0).ToArray(), Groups(random, 300, 1.5).ToArray());

        var byGroup = Compare(ByPerson, ["x", "y", "code", "person"], dev, test);
        var byRow = Compare(Profiles.Strategy("version: 1\ndata: { ignore: [person] }"), ["x", "y", "code", "person"], dev, test);

        Assert.Equal(Verdict.Different, byGroup.Columns[0].Verdict);
        Assert.InRange(byGroup.Columns[0].Lower, 0.1, byRow.Columns[0].Lower - 0.05);
        Assert.InRange(byGroup.Columns[0].Resolution, 1.5 * byRow.Columns[0].Resolution, 1);
        Assert.Contains(byGroup.LeftOut, pair => pair is { Key: "person", Value: "group" });
    }

    [Fact]
    public void GroupsWhoseCorrelationTurned_AreFound()
    {
        var random = new Random(5);

        var joint = Compare(ByPerson, ["x", "y", "z", "person"], Turned(1), Turned(-1)).Joint!;

        Assert.True(joint.IsSignificant);
        Assert.Equal(("x", "y"), (joint.Pairs[0].First, joint.Pairs[0].Second));

        IEnumerable<string[]> Turned(int sign)
        {
            for (var group = 0; group < 300; group++)
            {
                var own = Draws.Normal(random);
                for (var row = 0; row < 5; row++)
                {
                    var x = own + Draws.Normal(random);
                    yield return [Number(x), Number((sign * x) + Draws.Normal(random)), Number(own), "p" + sign + group];
                }
            }
        }
    }

    [Fact]
    public void AFewGroups_AreTooFew_AndNeverTheSame()
    {
        var random = new Random(1);

        var comparison = Compare(ByPerson, ["x", "y", "code", "person"], Groups(random, 4, 0), Groups(random, 5, 9));

        Assert.Equal(new GroupCounts(4, 5, 6), comparison.Groups);
        Assert.Equal(Verdict.NoShiftFound, comparison.Verdict);
        Assert.Null(comparison.RowsNeeded);
    }

    [Fact]
    public void RowsWithoutAGroup_StandForThemselves()
    {
        var random = new Random(2);
        string[][] Draw() => [.. Enumerable.Range(0, 400).Select(_ => new[] { Number(Draws.Normal(random)), "" })];

        Assert.Equal(new GroupCounts(400, 400, null), Compare(ByPerson, ["x", "person"], Draw(), Draw()).Groups);
    }

    [Fact]
    public void OrderOfRows_ChangesNothing()
    {
        var random = new Random(7);
        var (dev, test) = (Groups(random, 30, 0).ToArray(), Groups(random, 30, 0.5).ToArray());
        var shuffled = test.ToArray();
        random.Shuffle(shuffled);
        string[] header = ["x", "y", "code", "person"];

        Assert.Equivalent(Compare(ByPerson, header, dev, test), Compare(ByPerson, header, dev, shuffled), strict: true);
    }

    /// <summary>Groups of 1 to 15 rows; half of the variance is between them.</summary>
    private static IEnumerable<string[]> Groups(Random random, int count, double shift)
    {
        for (var group = 0; group < count; group++)
        {
            double x = Draws.Normal(random) + shift, y = Draws.Normal(random);
            var (code, name) = (random.Next(6), "p" + random.NextInt64());
            var rows = random.Next(1, 16);
            for (var row = 0; row < rows; row++)
                yield return [Number(x + Draws.Normal(random)), Number(y + Draws.Normal(random)), Number(random.Next(2) == 0 ? code : random.Next(6)), name];
        }
    }

    private static MlStrategyGuard.Comparison Compare(
        Strategy strategy, string[] header, IEnumerable<string[]> dev, IEnumerable<string[]> test)
    {
        var profiles = Profiles.Of(strategy, ("dev", header, dev), ("test", header, test));
        return SplitComparer.Compare(strategy, ComparedSplit.Of(profiles[0]), ComparedSplit.Of(profiles[1]), ComparisonReason.DevAndTest);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The file has a person's years in a row, with the same incentive and chronic diseases.</summary>
    private static (string[] Header, string[][] Rows) RandhiePeople()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "randhie.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (person, before) = (0, "");
        var rows = new List<string[]>();
        foreach (var line in lines.Skip(1))
        {
            var row = line.Split(',');
            var traits = row[3] + ',' + row[6];
            person += traits == before ? 0 : 1;
            before = traits;
            rows.Add([.. row, "p" + person]);
        }

        return ([.. lines[0].Split(','), "person"], [.. rows]);
    }
}
