using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>The same rows as delimited text and as JSON Lines make the same report.</summary>
public sealed class JsonLinesTwinTests : IDisposable
{
    private const int Rows = 700;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".jsonl", 1)]
    [InlineData(".ndjson.gz", 1)]
    [InlineData(".json.zst", 3)]
    public void DataAndPredictions_MakeTheSameReportAsTheirTwins(string ending, int shards)
    {
        var delimited = Check(".csv", shards);
        var json = Check(ending, shards);

        Assert.Contains("\"different\"", delimited, StringComparison.Ordinal);
        Assert.Contains("\"roc_auc\"", delimited, StringComparison.Ordinal);
        Assert.Contains("MLS1006", delimited, StringComparison.Ordinal);
        Assert.Equal(delimited, json);
    }

    [Fact]
    public void MultilabelLists_MakeTheSameReportAsTheirTwins()
    {
        string[] lists = ["a", "a;b", "b", "c;a", ""];
        IEnumerable<string[]> Table(int seed)
        {
            yield return ["id", "label", "prediction"];
            for (var i = 0; i < 200; i++)
                yield return [$"r{i}", lists[i * 7 % 5], lists[i * 7 % 5 * (i % seed == 0 ? 0 : 1)]];
        }

        var texts = new List<string>();
        foreach (var ending in new[] { ".csv", ".jsonl" })
        {
            Write("dev" + ending, Table(3).Select(row => row[..2]), lists: true);
            Write("runs/a" + ending, Table(3), lists: true);
            texts.Add(Report($$"""
                version: 1
                task: multilabel_classification
                data: { id: id, label: label }
                splits: { dev: { files: dev{{ending}} } }
                metrics: { optimize: micro_f1 }
                candidates: [{ name: a, predictions: { dev: runs/a{{ending}} } }]
                """));
        }

        Assert.Contains("f1_micro", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
    }

    private string Check(string ending, int shards)
    {
        foreach (var split in new[] { "dev", "test" })
        {
            var rows = Table(split == "dev" ? 1 : 2).ToList();
            for (var shard = 0; shard < shards; shard++)
                Write($"{split}-{shard}{ending}", rows.Where((_, i) => i == 0 || i % shards == shard), lists: false);
        }

        Write("a" + ending, Predictions(), lists: false);
        return Report($$"""
            version: 1
            task: binary_classification
            data: { id: id, label: y, positive: "1", group: who.name }
            splits:
              dev:  { files: "dev-*{{ending}}" }
              test: { files: "test-*{{ending}}" }
            metrics: { optimize: f1, watch: [roc_auc, log_loss] }
            candidates: [{ name: a, predictions: { dev: a{{ending}} } }]
            """);
    }

    private static IEnumerable<string[]> Table(int seed)
    {
        var random = new Random(seed);
        yield return ["id", "size", "who.name", "who.city", "note", "kind", "sometimes", "y"];
        for (var i = 0; i < Rows; i++)
        {
            yield return i < 40
                ? [$"{seed}-{i}", $"{i}.5", $"n{i}", "Ulm", $"the note of row {i}", "k1", "", "1"]
                :
                [
                    $"{seed}-{i}", (random.NextDouble() + (seed * 0.5)).ToString("R", CultureInfo.InvariantCulture), $"n{seed}{random.Next(90)}",
                    random.Next(2) == 0 ? "Köln, am \"Rhein\"" : "New\nYork", random.Next(3) == 0 ? "" : $"word{random.Next(20)} word{random.Next(20)}",
                    $"k{random.Next(4)}", random.Next(5) == 0 ? "7" : "", random.Next(2).ToString(CultureInfo.InvariantCulture),
                ];
        }
    }

    private static IEnumerable<string[]> Predictions()
    {
        var random = new Random(5);
        yield return ["id", "y", "prediction", "score"];
        foreach (var row in Table(1).Skip(1))
        {
            var score = Math.Clamp((row[^1] == "1" ? 0.6 : 0.4) + ((random.NextDouble() - 0.5) * 0.7), 0, 1);
            yield return [row[0], row[^1], score >= 0.5 ? "1" : "0", score.ToString("R", CultureInfo.InvariantCulture)];
        }
    }

    private void Write(string name, IEnumerable<string[]> table, bool lists)
    {
        var rows = table.ToList();
        var text = name.EndsWith(".csv", StringComparison.Ordinal)
            ? string.Concat(rows.Select(row => string.Join(',', row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"))
            : string.Concat(rows.Skip(1).Select((row, i) => Object(rows[0], row, i, lists)));
        var bytes = Encoding.UTF8.GetBytes(text);
        _folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? Tests.Data.Csv.Gzip(bytes) : name.EndsWith(".zst", StringComparison.Ordinal) ? Tests.Data.Csv.Zstd(bytes) : bytes);
    }

    /// <summary>A row: names with dots as inner objects, what is empty as null or absent, numbers as numbers.</summary>
    private static string Object(string[] header, string[] row, int number, bool lists)
    {
        var root = new JsonObject();
        for (var i = 0; i < row.Length; i++)
        {
            var target = root;
            var name = header[i];
            if (name.Split('.') is [var outer, var inner])
            {
                target = (root[outer] ??= new JsonObject()).AsObject();
                name = inner;
            }

            if (row[i].Length == 0 && (number + i) % 2 == 0 && number > 0)
                continue;
            target[name] = row[i].Length == 0 ? null
                : lists && name != "id" ? new JsonArray([.. row[i].Split(';').Select(item => JsonValue.Create(item))])
                : ValueParser.TryNumber(Encoding.UTF8.GetBytes(row[i]), out _) ? JsonNode.Parse(row[i])
                : row[i];
        }

        return root.ToJsonString() + (number % 50 == 0 ? "\r\n\n" : "\n");
    }

    /// <summary>The report without the files' names.</summary>
    private string Report(string strategy)
    {
        _folder.Write("mlstrategy.yaml", strategy);
        var report = StrategyCheck.Run(new CheckRequest(_folder["mlstrategy.yaml"], new DateOnly(2026, 1, 1)) { ShownAs = "mlstrategy.yaml" }, null, TestContext.Current.CancellationToken);
        var json = JsonReport.Write(report);
        foreach (var ending in new[] { ".csv", ".jsonl", ".ndjson.gz", ".json.zst" })
            json = json.Replace(ending, "", StringComparison.Ordinal);
        return json;
    }
}
