namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class ClassGapTests
{
    private const string Task = "version: 1\ntask: multiclass_classification\ndata: { label: y }";

    [Fact]
    public void ClassThatTrainHasNot_IsUnseen()
    {
        var gap = Assert.Single(Find(Task, ("train", "a 100 b 100"), ("test", "a 20 b 20 c 6")));

        Assert.Equal((ClassGapKind.Unseen, "test", "train", 1, 6), (gap.Kind, gap.Split, gap.Other, gap.Classes, gap.Rows));
        Assert.Equal(["c"], gap.Names);
    }

    [Fact]
    public void RareUnseenClass_IsntNamed() =>
        Assert.Empty(Assert.Single(Find(Task, ("train", "a 100 b 100"), ("test", "a 20 b 20 c 4"))).Names);

    [Fact]
    public void ClassOfTestOnly_IsOneSided() =>
        Assert.Equal(["OneSided dev"], Kinds(Task, ("dev", "a 100 b 100"), ("test", "a 100 b 100 c 30")));

    [Fact]
    public void ClassOfTrainThatDevLacks_IsMissing() =>
        Assert.Equal(["Missing dev"], Kinds(Task, ("train", "a 500 b 500 c 500"), ("dev", "a 50 b 50")));

    [Fact]
    public void ClassWithHardlyARow_IsNearlyMissing()
    {
        var gap = Assert.Single(Find(Task, ("train", "a 500 b 500 c 500"), ("dev", "a 80 b 80 c 2")));

        Assert.Equal((ClassGapKind.NearlyMissing, "dev", 500, 2), (gap.Kind, gap.Split, gap.Rows, gap.Left));
    }

    [Fact]
    public void OneOfTwoClasses_IsMissingWhateverTheReason() =>
        Assert.Equal(["Missing dev"], Kinds("version: 1\ntask: binary_classification\ndata: { label: y }", ("train", "0 900 1 3"), ("dev", "0 90")));

    [Fact]
    public void RareClassThatChanceLeavesOut_IsSilent() =>
        Assert.Empty(Find(Task, ("train", "a 500 b 500 c 5"), ("dev", "a 50 b 50"), ("test", "a 50 b 50 c 1")));

    [Fact]
    public void RandomSplitsOfALongTail_LackNothingThatTrainHas()
    {
        var random = new Random(1);
        for (var draw = 0; draw < 40; draw++)
        {
            string[][] rows = [.. Enumerable.Range(0, 1_000).Select(_ => (string[])["x", "c" + (int)Math.Exp(4 * random.NextDouble())])];
            Assert.Empty(new Table(Task, "x", "y").With("dev", rows[..400]).With("test", rows[400..]).Find().Classes);
        }
    }

    [Fact]
    public void ClassesOfAnotherDistribution_ArentDue() =>
        Assert.Empty(Find(
            Task + "\nsplits: { train: { files: a.csv, distribution: web }, dev: { files: b.csv, distribution: app } }",
            ("train", "a 500 b 500 c 500"), ("dev", "a 50 b 50")));

    [Fact]
    public void NumbersToPredict_AreNoClasses() =>
        Assert.Empty(Find("version: 1\ntask: regression\ndata: { label: y }", ("train", "1 100 2 100"), ("test", "1 20 3 20")));

    [Fact]
    public void CountsWithoutATask_AreNoClasses() =>
        Assert.Empty(Find("version: 1\ndata: { label: y }", ("train", "0 40 1 40 2 40 3 40 4 40 5 40 6 40 7 40 8 40 9 40"), ("test", "0 20 12 1")));

    [Fact]
    public void SameClasses_AreSilent() =>
        Assert.Empty(Find(Task, ("train", "a 100 b 50"), ("dev", "a 20 b 9"), ("test", "a 21 b 12")));

    [Theory]
    [InlineData("data: { label: y, group: patient_id }")]
    [InlineData("data: { label: y }")]
    public void ClassOfAFewGroups_MayBeOnOneSideByChance(string data)
    {
        string[][] Rows(int first, int patients, params int[] rare) => [.. Enumerable.Range(first, patients)
            .SelectMany(patient => Enumerable.Range(0, 20).Select(_ => new[] { $"p{patient}", rare.Contains(patient) ? "c" : patient % 2 == 0 ? "a" : "b" }))];
        IReadOnlyList<ClassGap> Gaps(params int[] rareOfDev) => new Table("version: 1\ntask: multiclass_classification\n" + data, "patient_id", "y")
            .With("train", Rows(0, 60, 3, 9)).With("dev", Rows(60, 20, rareOfDev)).With("test", Rows(80, 20)).Find().Classes;

        Assert.Empty(Gaps(61));
        Assert.Empty(Gaps(61, 62));
        Assert.Equal("test", Assert.Single(Gaps([.. Enumerable.Range(60, 14)]), gap => gap.Kind == ClassGapKind.OneSided).Split);
    }

    [Fact]
    public void RandomSplitsOfPatients_LackNothing()
    {
        for (var draw = 0; draw < 40; draw++)
        {
            var random = new Random(draw);
            var patients = Enumerable.Range(0, 100).Select(patient => (Name: $"p{patient}", Class: random.NextDouble() < 0.04 ? "c" : patient % 2 == 0 ? "a" : "b")).OrderBy(_ => random.Next()).ToList();
            IEnumerable<string[]> Rows(int skip, int take) => patients.Skip(skip).Take(take).SelectMany(patient => Enumerable.Range(0, 20).Select(_ => new[] { patient.Name, patient.Class }));
            var gaps = new Table("version: 1\ntask: multiclass_classification\ndata: { label: y, group: patient_id }", "patient_id", "y")
                .With("train", Rows(0, 60)).With("dev", Rows(60, 20)).With("test", Rows(80, 20)).Find().Classes;

            Assert.DoesNotContain(gaps, gap => gap.Kind != ClassGapKind.Unseen);
        }
    }

    [Fact]
    public void Sources_AreCountedByFrequency()
    {
        var sources = new Table("version: 1\ndata: { source: y }", "x", "y")
            .With("dev", [["1", "web"], ["2", "app"], ["3", "app"], ["4", ""]]).Find().SourcesOf("dev")!;

        Assert.Equal(3, sources.Rows);
        Assert.Equal([new("app", 2), new("web", 1)], sources.Counts);
    }

    private static IEnumerable<string> Kinds(string strategy, params (string Split, string Counts)[] splits) =>
        Find(strategy, splits).Select(gap => $"{gap.Kind} {gap.Split}");

    private static IReadOnlyList<ClassGap> Find(string strategy, params (string Split, string Counts)[] splits)
    {
        var table = new Table(strategy, "x", "y");
        foreach (var (split, counts) in splits)
        {
            var words = counts.Split(' ');
            table.With(split, Enumerable.Range(0, words.Length / 2).SelectMany(i =>
                Enumerable.Range(0, int.Parse(words[(2 * i) + 1], System.Globalization.CultureInfo.InvariantCulture)).Select(row => (string[])[$"{row}", words[2 * i]])));
        }

        return table.Find().Classes;
    }
}
