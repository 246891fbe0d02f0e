using System.Globalization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Leakage;

/// <summary>The whole way, from files to findings.</summary>
public sealed class LeakageCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TestRowsInTrain_AreFoundInSpiteOfOtherSpelling()
    {
        _folder.Write("train.csv", "x,word\n" + Rows(0, 900, "0.000") + Rows(900, 60, "0.00000"));
        _folder.Write("test.csv", "x,word\n" + Rows(900, 100, "0.000"));

        var report = Check("version: 1\nsplits:\n  train: { files: train.csv }\n  test: { files: test.csv }");

        Assert.Equal(("MLS1006", "error", 4, 3), Places(report, "MLS1006"));
        Assert.Equal(("train", "test", 60, "copies"), report.EqualRows!.Select(rows => (rows.A, rows.B, (int)rows.RowsB, rows.Cause)).Single());
    }

    [Fact]
    public void GroupAndTime_AreCheckedAtTheirKeys()
    {
        _folder.Write("train.csv", "x,user,day\n1,ann,2026-01-01\n2,bob,2026-01-04\n");
        _folder.Write("test.csv", "x,user,day\n3,ann,2026-01-03\n4,cat,2026-01-05\n");

        var report = Check("version: 1\ndata:\n  group: user\n  time: day\nconsistency: { policy: temporal }\nsplits:\n  train: { files: train.csv }\n  test: { files: test.csv }");

        Assert.Equal(("MLS1007", "error", 3, 10), Places(report, "MLS1007"));
        Assert.Equal(("MLS1008", "error", 4, 9), Places(report, "MLS1008"));
    }

    [Fact]
    public void TimeThatIsNoTime_IsSaidNotToBeChecked()
    {
        _folder.Write("train.csv", "x,day\n1,monday\n2,tuesday\n");
        _folder.Write("test.csv", "x,day\n3,friday\n4,sunday\n");

        var report = Check("version: 1\ndata: { time: day }\nconsistency: { policy: temporal }\nsplits:\n  train: { files: train.csv }\n  test: { files: test.csv }");

        Assert.Equal(("MLS0009", "warning", 2, 15), Places(report, "MLS0009"));
    }

    [Fact]
    public void CleanSplits_AreSilent()
    {
        _folder.Write("train.csv", "x,word,user,day\n" + Table(0, 300, "2026-01-01"));
        _folder.Write("dev.csv", "x,word,user,day\n" + Table(300, 100, "2026-02-01"));
        _folder.Write("test.csv", "x,word,user,day\n" + Table(400, 100, "2026-03-01"));

        var report = Check("version: 1\ndata: { time: day, group: user }\nconsistency: { policy: temporal }\nsplits:\n  train: { files: train.csv }\n  dev: { files: dev.csv }\n  test: { files: test.csv }");

        Assert.DoesNotContain(report.Findings, finding => finding.Id is "MLS1006" or "MLS1007" or "MLS1008" or "MLS1009" or "MLS1015" or "MLS1018");
        Assert.All(report.EqualRows!, rows => Assert.Equal("chance", rows.Cause));
    }

    private static (string Id, string Severity, int Line, int Column) Places(CheckReport report, string rule)
    {
        var finding = Assert.Single(report.Findings, finding => finding.Id == rule);
        return (finding.Id, finding.Severity, finding.Line, finding.Column);
    }

    /// <summary>Rows that depend on their number only; the numbers written in the given format.</summary>
    private static string Rows(int first, int count, string format) => string.Concat(Enumerable.Range(first, count).Select(i =>
        $"{(i * 7919 % 1009 / 8.0).ToString(format, CultureInfo.InvariantCulture)},{"abc"[i % 3]}\n"));

    private static string Table(int first, int count, string day) => string.Concat(Enumerable.Range(first, count).Select(i =>
        FormattableString.Invariant($"{i * 7919 % 1009 / 8.0},{"abc"[i % 3]},user{i},{day}\n")));

    private CheckReport Check(string text) =>
        StrategyCheck.Run(new CheckRequest(_folder.Write("mlstrategy.yaml", text), new DateOnly(2026, 11, 22)), null, default);
}
