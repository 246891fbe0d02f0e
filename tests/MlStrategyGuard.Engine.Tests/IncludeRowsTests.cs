using System.Globalization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>Rows are named when somebody asks for them, and never else.</summary>
public sealed class IncludeRowsTests : IDisposable
{
    private const string Strategy = """
        version: 1
        task: binary_classification
        data: { id: id, group: who, label: y, positive: "1" }
        splits:
          train: { files: "train*.csv", distribution: a }
          dev:   { files: all.jsonl, where: { part: dev }, distribution: b }
        metrics: { optimize: f1 }
        candidates: [{ name: a, predictions: { dev: a.csv } }]
        choice: a
        """;

    private readonly TemporaryFolder _folder = new();

    public IncludeRowsTests()
    {
        var train = Enumerable.Range(0, 60).Select(i => $"t{i},w{i},{i}.25,train,{i % 2}").ToList();
        _folder.Write("train-1.csv", "id,who,x,part,y\n" + string.Join('\n', train.Take(30)));
        _folder.Write("train-2.csv", "id,who,x,part,y\n" + string.Join('\n', train.Skip(30)));

        // Of dev, row 5 is train's 35 in content, row 7 has the id of train's 3, row 9 the group of train's 59.
        _folder.Write("all.jsonl", string.Concat(Enumerable.Range(0, 80).Select(i =>
            $$"""{"part":"{{(i % 2 == 0 ? "other" : "dev")}}","id":"{{(i == 13 ? "t3" : $"d{i}")}}","who":"{{(i == 17 ? "w59" : $"v{i}")}}","x":{{(i == 9 ? "35.250" : $"{i}.75")}},"y":{{i / 2 % 2}}}""" + "\n")));
        _folder.Write("a.csv", "id,prediction,score\n" + string.Concat(Enumerable.Range(0, 80).Where(i => i % 2 == 1).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{(i == 13 ? "t3" : $"d{i}")},{(i == 21 ? 1 - (i / 2 % 2) : i / 2 % 2)},{(i / 2 % 2 == 1 == (i != 21) ? 0.9 : 0.1)}\n"))));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SharedRowsIdsAndGroups_AreNamedByFileAndNumber()
    {
        var rows = Check(includeRows: true).Rows!;

        Assert.Equal(["equal_row train/dev", "shared_id train/dev", "shared_group train/dev", "label_suspect dev"], rows.Select(one => $"{one.About} {one.Splits}"));
        Assert.Equal([("train-2.csv", 6L, 7L, "t35"), ("all.jsonl", 10L, 10L, "d9")], Show(rows[0]));
        Assert.Equal([("train-1.csv", 4L, 5L, "t3"), ("all.jsonl", 14L, 14L, "t3")], Show(rows[1]));
        Assert.Equal([("train-2.csv", 30L, 31L, "w59"), ("all.jsonl", 18L, 18L, "w59")], Show(rows[2]));
        Assert.Equal([("a.csv", 11L, 12L, "d21")], Show(rows[3]));
    }

    [Fact]
    public void WithoutTheSwitch_NoRowIsNamed()
    {
        var report = Check(includeRows: false);

        Assert.Null(report.Rows);
        Assert.Equal((40L, 1L), (report.LabelSuspects![0].Rows, report.LabelSuspects[0].Suspects));
        var text = JsonReport.Write(report) + TextReport.Write(report, new HashSet<string>(), verbose: true);
        Assert.All(["d9", "t35", "w59", "d21", "all.jsonl\",", "train-2"], value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
    }

    [Fact]
    public void NamedRows_AreKeptInNoCache()
    {
        var cache = _folder["cache"];
        var plain = JsonReport.Write(Check(includeRows: false, cache));
        var kept = Directory.GetFiles(cache).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(Check(includeRows: true, cache).Rows!);
        Assert.Equal(kept, Directory.GetFiles(cache).Select(File.ReadAllText));
        Assert.Equal(plain, JsonReport.Write(Check(includeRows: false, cache)));
    }

    [Fact]
    public void ManySharedRows_AreTheSameFirstOnesInAnyOrder()
    {
        var lines = Enumerable.Range(0, 300).Select(i => $"s{i},g{i},{i}.5,p,{i % 2}").ToList();
        _folder.Write("train-1.csv", "id,who,x,part,y\n" + string.Join('\n', lines));
        var first = Shared();
        _folder.Write("train-1.csv", "id,who,x,part,y\n" + string.Join('\n', lines.AsEnumerable().Reverse()));

        Assert.Equal(20, first.Count);
        Assert.Equal(first, Shared());

        List<string> Shared()
        {
            _folder.Write("dev.csv", "id,who,x,part,y\n" + string.Join('\n', lines));
            _folder.Write("mlstrategy.yaml", "version: 1\ndata: { id: id }\nsplits:\n  train: { files: train-1.csv, distribution: a }\n  dev: { files: dev.csv, distribution: b }");
            return [.. Run(true, null).Rows!.Single(one => one.About == "shared_id").Rows.Select(row => $"{row.File} {row.Key}")];
        }
    }

    [Fact]
    public void RowsThatSetSplitsApart_AreNamedIfNoColumnShowsThem()
    {
        // Every column has the same distribution in both splits. In a fifth of test, x and y go together.
        var random = new Random(3);
        string Row(string id, double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{id},{x:F6},{y:F6},{random.Next(2)}");
        var (dev, test) = (new List<string>(), new List<string>());
        for (var i = 0; i < 3_000; i++)
        {
            dev.Add(Row($"d{i}", random.NextDouble(), random.NextDouble()));
            var x = random.NextDouble();
            test.Add(Row(i % 5 == 0 ? $"odd{i}" : $"e{i}", x, i % 5 == 0 ? x : random.NextDouble()));
        }

        _folder.Write("dev.csv", "id,x,y,label\n" + string.Join('\n', dev));
        _folder.Write("test.csv", "id,x,y,label\n" + string.Join('\n', test));
        _folder.Write("mlstrategy.yaml", "version: 1\ndata: { id: id, label: label }\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");

        var rows = Assert.Single(Run(true, null).Rows!);
        Assert.Equal(("joint_shift", "dev/test"), (rows.About, rows.Splits));
        Assert.Equal((10, 10), (rows.Rows.Count(row => row.File == "dev.csv"), rows.Rows.Count(row => row.File == "test.csv")));
        Assert.InRange(rows.Rows.Count(row => row.Key!.StartsWith("odd", StringComparison.Ordinal)), 8, 10);
        Assert.All(rows.Rows, row => Assert.StartsWith(row.Key + ",", (row.File == "dev.csv" ? dev : test)[(int)row.Row - 1], StringComparison.Ordinal));
        Assert.Contains("rows least like the other split's", TextReport.Write(Run(true, null), new HashSet<string>(), verbose: true), StringComparison.Ordinal);
    }

    [Fact]
    public void SplitsThatAreAlike_NameNoRows()
    {
        var random = new Random(4);
        foreach (var name in new[] { "dev", "test" })
            _folder.Write($"{name}.csv", "id,x,y\n" + string.Join('\n', Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}{i},{random.NextDouble():F6},{random.NextDouble():F6}"))));
        _folder.Write("mlstrategy.yaml", "version: 1\ndata: { id: id }\nsplits:\n  dev: { files: dev.csv }\n  test: { files: test.csv }");
        Assert.Empty(Run(true, null).Rows ?? []);
    }

    private static IEnumerable<(string, long, long, string?)> Show(ReportedRows rows) => rows.Rows.Select(row => (row.File, row.Row, row.Line, row.Key));

    private CheckReport Check(bool includeRows, string? cache = null)
    {
        _folder.Write("mlstrategy.yaml", Strategy);
        return Run(includeRows, cache);
    }

    private CheckReport Run(bool includeRows, string? cache) => StrategyCheck.Run(
        new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 11, 22)) { IncludeRows = includeRows, CacheFolder = cache, ShownAs = "mlstrategy.yaml" },
        null, TestContext.Current.CancellationToken);
}
