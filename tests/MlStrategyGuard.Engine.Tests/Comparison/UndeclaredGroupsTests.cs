using System.Globalization;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

public sealed class UndeclaredGroupsTests
{
    private static readonly string[] Header = ["user_id", "age", "city", "plan", "clicks"];

    [Fact]
    public void IdThatRepeats_WithRowsThatAreAlike_IsNamed()
    {
        var found = Find("version: 1", Header, Visits(alike: true));

        Assert.Equal(("dev", "user_id", 200), (found!.Split, found.Column, (int)found.Groups));
        Assert.Equal(["age", "city", "plan"], found.Alike);
        Assert.Equal(4, found.Others);
    }

    [Fact]
    public void RowsThatAreNotAlike_AreSilent() => Assert.Null(Find("version: 1", Header, Visits(alike: false)));

    [Theory]
    [InlineData("version: 1\ndata: { group: user_id }")]
    [InlineData("version: 1\ndata: { id: user_id }")]
    [InlineData("version: 1\ndata: { ignore: [user_id] }")]
    public void ColumnThatWasSpokenOf_IsSilent(string strategy) => Assert.Null(Find(strategy, Header, Visits(alike: true)));

    [Fact]
    public void ColumnWithAnotherName_IsSilent() =>
        Assert.Null(Find("version: 1", ["postcode", "age", "city", "plan", "clicks"], Visits(alike: true)));

    [Fact]
    public void IdsThatDoNotRepeat_AreSilent() =>
        Assert.Null(Find("version: 1", Header, Visits(alike: true).Select((row, i) => (string[])["u" + i, .. row[1..]])));

    [Fact]
    public void FewValues_AreClassesAndNotGroups() =>
        Assert.Null(Find("version: 1", Header, Visits(alike: true).Select((row, i) => (string[])["u" + (i % 5), .. row[1..]])));

    [Theory]
    [InlineData("user_id", true)]
    [InlineData("userId", true)]
    [InlineData("PatientID", true)]
    [InlineData("Session", true)]
    [InlineData("household", true)]
    [InlineData("id", true)]
    [InlineData("valid", false)]
    [InlineData("paid", false)]
    [InlineData("user_age", false)]
    [InlineData("", false)]
    public void Names_TellIds(string name, bool isId) => Assert.Equal(isId, UndeclaredGroups.IsCalledLikeAnId(name));

    private static UndeclaredGroup? Find(string strategy, string[] header, IEnumerable<string[]> rows)
    {
        var declared = Profiles.Strategy(strategy);
        return new UndeclaredGroups(declared).Find(Profiles.Of(declared, ("dev", header, rows))[0]);
    }

    private static IEnumerable<string[]> Visits(bool alike)
    {
        var random = new Random(1);
        string[] Traits() => [Number(random.Next(18, 80)), "city" + random.Next(12), "abc"[random.Next(3)].ToString()];
        for (var user = 0; user < 200; user++)
        {
            var traits = Traits();
            for (var visit = 0; visit < 5; visit++)
                yield return ["u" + user, .. alike ? traits : Traits(), Number(random.Next(30))];
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
