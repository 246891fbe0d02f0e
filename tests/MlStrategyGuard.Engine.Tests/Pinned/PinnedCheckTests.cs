using MlStrategyGuard.Engine.Pinned;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Pinned;

public sealed class PinnedCheckTests : IDisposable
{
    private const string Text = """
        version: 1
        data: { label: word, missing: ["", NA] }
        splits:
          dev: { files: dev.csv, profile: profiles/dev.json }
          test: { files: ["test1.csv", "test2.csv"], profile: profiles/test.json }

        """;

    private readonly TemporaryFolder _folder = new();

    public PinnedCheckTests()
    {
        _folder.WriteTable("dev.csv", 400, seed: 1);
        _folder.WriteTable("test1.csv", 200, seed: 2);
        _folder.WriteTable("test2.csv", 200, seed: 3);
        Write(Text);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ProfilesInsteadOfFiles_GiveTheSameVerdicts()
    {
        var data = Check();
        Make();
        Hide("dev.csv", "test1.csv", "test2.csv");
        var pinned = Check();

        Assert.Equal(data.Findings.Select(finding => finding.Id), pinned.Findings.Select(finding => finding.Id));
        var (expected, actual) = (data.Comparisons[0], pinned.Comparisons[0]);
        Assert.Equal((expected.Verdict, 400L, 400L), (actual.Verdict, actual.RowsA, actual.RowsB));
        Assert.Equal(["dev", "test"], actual.Profiles);
        Assert.Contains("joint_shift", actual.NotJudged!);
        Assert.Null(expected.Profiles);
        Assert.Null(expected.NotJudged);
        Assert.Contains("dev, test: from a pinned profile", TextReport.Write(pinned, new HashSet<string>(), verbose: true), StringComparison.Ordinal);
        Assert.DoesNotContain("pinned profile", TextReport.Write(pinned, new HashSet<string>(), verbose: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev.csv")]
    [InlineData("test1.csv")]
    public void FilesOfOneSplitGone_ItsProfileStandsIn(string gone)
    {
        Make();
        Hide(gone);
        var report = Check();

        Assert.DoesNotContain(report.Findings, finding => finding.Id is "MLS0005" or "MLS0006" or "MLS0009");
        Assert.Equal([gone == "dev.csv" ? "dev" : "test"], report.Comparisons[0].Profiles!);
    }

    [Fact]
    public void FilesAtHand_AreUsedAndNotTheProfile()
    {
        Make();
        _folder.WriteTable("dev.csv", 400, seed: 1, shift: 0.5);

        Assert.Contains(Check().Findings, finding => finding.Id == "MLS1001");
        _folder.Write("profiles/dev.json", "broken");
        Assert.DoesNotContain(Check().Findings, finding => finding.Id == "MLS0006");
    }

    [Fact]
    public void ProfileWithoutFiles_IsEnough()
    {
        Make();
        Hide("dev.csv");
        Write(Text.Replace("files: dev.csv, ", "", StringComparison.Ordinal));

        Assert.Equal(["dev"], Check().Comparisons[0].Profiles!);
    }

    [Fact]
    public void ShiftedProfile_FailsTheCheck()
    {
        _folder.WriteTable("dev.csv", 400, seed: 1, shift: 0.5);
        Make();
        Hide("dev.csv");

        Assert.Contains(Check().Findings, finding => finding is { Id: "MLS1001", ColumnName: "x" });
    }

    [Theory]
    [InlineData("", "it is no profile")]
    [InlineData("[1]", "it names no version")]
    [InlineData("{\"version\":\"1\"}", "its version is no number")]
    [InlineData("{\"version\":2,\"more\":true}", "it is a profile of version 2, and this version of the guard reads version 1")]
    [InlineData("{\"version\":1,\"split\":\"dev\"}", "it is no profile, or only a part of one")]
    [InlineData("{\"version\":1}\n{", "it is no profile, or only a part of one")]
    public void NotAProfile_IsSaidAtItsPlace(string content, string why)
    {
        Make();
        Hide("dev.csv");
        _folder.Write("profiles/dev.json", content);

        var finding = Assert.Single(Check().Findings, finding => finding.Id == "MLS0006");
        Assert.Equal((4, 35), (finding.Line, finding.Column));
        Assert.Contains("profiles/dev.json", finding.Message, StringComparison.Ordinal);
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
        Assert.Contains("Make it again where the data is, with 'mlguard profile'.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"rows\":400", "\"rows\":401", "don't fit together")]
    [InlineData("\"missing\":0,\"present\":400", "\"missing\":1,\"present\":400", "don't fit together")]
    [InlineData("\"edges\":[", "\"edges\":[1e9,", "don't fit together")]
    [InlineData("\"levels\":{", "\"levels\":{\"d\":5,", "don't fit together")]
    [InlineData("\"levels\":{", "\"levels\":{\"d\":-5,", "don't fit together")]
    [InlineData("\"split\":\"dev\"", "\"split\":\"test\"", "another split")]
    [InlineData("\"hash\":\"", "\"hash\":\"0", "another version of the guard")]
    [InlineData("\"name\":\"word\"", "\"name\":\"x\"", "don't fit together")]
    [InlineData("\"kind\":\"numeric\"", "\"kind\":\"number\"", "no profile, or only a part")]
    public void ProfileThatSomebodyEdited_IsNotUsed(string old, string with, string why)
    {
        Make();
        Hide("dev.csv");
        var text = File.ReadAllText(_folder["profiles/dev.json"]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        _folder.Write("profiles/dev.json", text.Replace(old, with, StringComparison.Ordinal));

        Assert.Contains(why, Assert.Single(Check().Findings, finding => finding.Id == "MLS0006").Message, StringComparison.Ordinal);
        Assert.Empty(Check().Comparisons);
    }

    [Theory]
    [InlineData("missing: [\"\", NA]", "missing: [\"\"]", "data.missing")]
    [InlineData("dev: { ", "dev: { where: { word: a }, ", "where:")]
    [InlineData("label: word", "label: word, columns: { x: categorical }", "data.columns")]
    [InlineData("version: 1\ndata: { label: word", "version: 1\ntask: multiclass_classification\ndata: { label: x", "wasn't the label")]
    public void OtherSettingsThanWhenItWasMade_AskForANewOne(string old, string with, string why)
    {
        Make();
        Hide("dev.csv");
        Write(Text.Replace(old, with, StringComparison.Ordinal));

        Assert.Contains(why, Check().Findings.First(finding => finding is { Id: "MLS0006", Split: "dev" }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnThatTheProfileLeavesOut_CannotBeComparedLater()
    {
        Write(Text.Replace("label: word", "label: word, ignore: [x]", StringComparison.Ordinal));
        Make();
        Hide("dev.csv");
        Assert.DoesNotContain(Check().Findings, finding => finding.Id == "MLS0006");
        Write(Text);

        Assert.Contains("leaves this column out ('ignore')", Assert.Single(Check().Findings, finding => finding.Id == "MLS0006").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("weight")]
    public void GroupsAndWeights_CannotBeComparedFromAProfile(string role)
    {
        Write(Text.Replace("label: word", $"{role}: x, label: word", StringComparison.Ordinal));
        Make();
        Hide("dev.csv");
        var report = Check();

        Assert.Contains($"comparing by 'data.{role}' needs them", Assert.Single(report.Findings, finding => finding.Id == "MLS0009").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Findings, finding => finding.Id is "MLS1001" or "MLS1002" or "MLS1020");
    }

    [Fact]
    public void UndeclaredColumnThatMayNameGroups_IsAReasonNotToCompare()
    {
        foreach (var (name, first) in new[] { ("dev.csv", 0), ("test1.csv", 1_000), ("test2.csv", 2_000) })
            _folder.Write(name, "user_id,word\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{first + (i / 6)},{"abc"[i / 6 % 3]}\n")));
        Make();
        Hide("dev.csv");

        Assert.Contains("the column 'user_id' may name what rows belong to", Assert.Single(Check().Findings, finding => finding.Id == "MLS0009").Message, StringComparison.Ordinal);
        Assert.Empty(Check().Comparisons);
    }

    [Fact]
    public void NeitherFilesNorProfile_IsOneFinding()
    {
        Hide("dev.csv");

        var finding = Assert.Single(Check().Findings, finding => finding.Id is "MLS0005" or "MLS0006" or "MLS0009");
        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains("profiles/dev.json can't be read: the file does not exist", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedProfile_IsNoticedByTheCache()
    {
        Make();
        Hide("dev.csv");
        Check(_folder["cache"]);
        var text = File.ReadAllText(_folder["profiles/dev.json"]);
        _folder.Write("profiles/dev.json", text[..^20]);
        File.SetLastWriteTimeUtc(_folder["profiles/dev.json"], DateTime.UtcNow.AddDays(-1));

        Assert.Contains(Check(_folder["cache"]).Findings, finding => finding.Id == "MLS0006");
    }

    [Fact]
    public void MadeTwice_IsTheSameBytes()
    {
        Make();
        var first = File.ReadAllBytes(_folder["profiles/test.json"]);
        Make();

        Assert.Equal(first, File.ReadAllBytes(_folder["profiles/test.json"]));
        Assert.Equal(2, Directory.GetFiles(_folder["profiles"]).Length);
    }

    [Fact]
    public void Fingerprints_AreOfTheFilesContents()
    {
        Make();
        var text = File.ReadAllText(_folder["profiles/test.json"]);

        foreach (var name in new[] { "test1.csv", "test2.csv" })
            Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder[name]))), text, StringComparison.Ordinal);
    }

    [Fact]
    public void SplitWithoutData_IsSkippedUnlessAskedFor()
    {
        Hide("dev.csv");

        Assert.Equal(["test"], Make().Select(made => made.Split));
        Assert.Contains("leads to no file", Assert.Throws<CheckException>(() => Make("dev")).Message, StringComparison.Ordinal);
        Assert.Contains("no split 'train'", Assert.Throws<CheckException>(() => Make("train")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartOfASplit_IsNoSplit()
    {
        Hide("test2.csv");

        Assert.Contains("'test2.csv' of split 'test' leads to no file", Assert.Throws<CheckException>(() => Make()).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["profiles"]));
    }

    [Fact]
    public void BrokenData_WritesNothing()
    {
        _folder.Write("test2.csv", "x,word\n1,a\n2\n");

        Assert.Contains("test2.csv, line 3", Assert.Throws<CheckException>(() => Make()).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["profiles"]));
    }

    [Fact]
    public void Cancelled_WritesNothing()
    {
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ProfileMaker.Make(_folder["mlstrategy.yaml"], [], null, null, new CancellationToken(canceled: true)));
        Assert.False(Directory.Exists(_folder["profiles"]));
    }

    [Fact]
    public void Result_SaysWhatToDeclare()
    {
        Write(Text.Replace(", profile: profiles/dev.json", "", StringComparison.Ordinal));
        var made = Make();

        Assert.Equal([("dev", "profiles/dev.json", 400L, 2, false), ("test", "profiles/test.json", 400L, 2, true)],
            made.Select(one => (one.Split, one.Named, one.Rows, one.Columns, one.IsDeclared)));
    }

    private IReadOnlyList<MadeProfile> Make(params string[] splits) =>
        ProfileMaker.Make(_folder["mlstrategy.yaml"], splits, null, null, default);

    private CheckReport Check(string? cache = null) => StrategyCheck.Run(
        new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22)) { CacheFolder = cache }, null, default);

    private void Write(string text) => _folder.Write("mlstrategy.yaml", text);

    private void Hide(params string[] names)
    {
        foreach (var name in names)
            File.Delete(_folder[name]);
    }
}
