using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Predictions;

/// <summary>Whole checks with prediction files.</summary>
public sealed class PredictionFileTests : IDisposable
{
    private const int Rows = 600;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void JoinedPredictions_MakeTheFigures()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);

        var report = Check("metrics: { optimize: f1, watch: [roc_auc, log_loss] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]");

        Assert.Empty(report.Findings);
        var figures = report.Metrics!["a"]["dev"];
        Assert.Equal(["f1", "roc_auc", "log_loss"], figures.Keys);
        Assert.All(figures.Values, figure => Assert.True(figure.Rows == Rows && figure.Lower < figure.Value && figure.Value < figure.Upper));
        Assert.Equal("a", report.Choice!.Winner);
    }

    [Fact]
    public void ShuffledRows_MakeTheSameReport()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        WritePredictions("b.csv", skill: 1.9, seed: 9);
        const string Text = "metrics: { optimize: pr_auc, watch: [f1, log_loss, ece] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }]\nchoice: a";
        var before = JsonReport.Write(Check(Text));
        Shuffle("a.csv");
        Shuffle("b.csv");
        Shuffle("dev.csv");

        Assert.Equal(before, JsonReport.Write(Check(Text)));
    }

    [Fact]
    public void RowsMissingExtraDoubledOrWithOtherLabels_AreReportedOnce()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        var lines = File.ReadAllLines(_folder["a.csv"]).ToList();
        lines.RemoveRange(1, 3);
        lines.Add("elsewhere,1,1,0.9");
        lines.Add(lines[5]);
        lines[7] = Flip(lines[7]);
        _folder.Write("a.csv", string.Join('\n', lines));

        var finding = Assert.Single(Check("metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]").Findings);

        Assert.Equal("MLS2012", finding.Id);
        Assert.Contains("3 rows have no prediction, 1 prediction is of rows", finding.Message, StringComparison.Ordinal);
        Assert.Contains("1 prediction is of a row that has one already, 1 row has another label", finding.Message, StringComparison.Ordinal);

        static string Flip(string line)
        {
            var fields = line.Split(',');
            fields[1] = fields[1] == "1" ? "0" : "1";
            return string.Join(',', fields);
        }
    }

    [Fact]
    public void OtherSpellingsOfOneClass_AreTheSame()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        WritePredictions("b.csv", skill: 2, spell: (label, guess) => (label == 1 ? "1.0" : "0.0", guess == 1 ? "True" : "False"));

        var report = Check("metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }]");

        Assert.Empty(report.Findings);
        Assert.Equal(report.Metrics!["a"]["dev"]["f1"], report.Metrics["b"]["dev"]["f1"]);
    }

    [Fact]
    public void WithoutAnId_TheFilesOwnLabelsCount()
    {
        _folder.Write("a.csv", "label,prediction\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{(i % 10 == 0 ? 1 - (i % 2) : i % 2)}\n")));

        var report = Check("metrics: { optimize: accuracy }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: "");

        Assert.Empty(report.Findings);
        Assert.Equal(0.9, report.Metrics!["a"]["dev"]["accuracy"].Value);
    }

    [Fact]
    public void BetterCandidate_IsFoundRowByRow_WhereFiguresAloneCantTell()
    {
        // Both are wrong on nearly the same rows, so 2.5 points of 600 rows are sure.
        WriteData();
        var data = File.ReadAllLines(_folder["dev.csv"]).Skip(1).Select(line => line.Split(',')).ToList();
        void Write(string name, Func<int, bool> wrong) => _folder.Write(name, "id,prediction\n" + string.Concat(
            data.Select((row, i) => $"{row[0]},{(wrong(i) ? (row[1] == "1" ? "0" : "1") : row[1])}\n")));
        Write("a.csv", i => i % 10 == 0 || i % 40 == 1);
        Write("b.csv", i => i % 10 == 0);

        var finding = Assert.Single(Check("metrics: { optimize: accuracy }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }]\nchoice: a").Findings);

        Assert.Equal("MLS2005", finding.Id);
    }

    [Fact]
    public void CandidatesAlike_CantBeToldApart()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        WritePredictions("b.csv", skill: 2, seed: 9);

        var finding = Assert.Single(Check("metrics: { optimize: roc_auc }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }]\nchoice: b").Findings);

        Assert.Equal("MLS2007", finding.Id);
        Assert.Contains("on the 600 rows that both predict", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClaimedFigure_IsComparedWithTheRecomputedOne()
    {
        WriteData();
        WritePredictions("a.csv", skill: 1);

        var finding = Assert.Single(Check("metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: a.csv }, measured: { F1Score: 0.99 } }]").Findings);

        Assert.Equal("MLS2009", finding.Id);
    }

    [Theory]
    [InlineData("id,label,prediction\nr0,1,\nr1,0,1\n", "accuracy", "1 row has no prediction")]
    [InlineData("id,label,prediction,score\nr0,1,1,NaN\nr1,0,1,0.5\n", "roc_auc", "1 row has no score")]
    [InlineData("id,label,prediction\nr0,1,1\nr1,0,1\n", "roc_auc", "no column 'score'")]
    [InlineData("id,label,prediction,score\nr0,1,1,2.5\nr1,0,1,0.5\n", "log_loss", "some lie outside 0–1")]
    [InlineData("id,label,prediction\nr0,0,1\nr1,0,1\n", "recall", "class '1' has no row")]
    [InlineData("id,label,score\nr0,0,-3\nr1,1,7\n", "accuracy", "no threshold that everybody knows")]
    public void WhatCantBeComputed_IsUndefinedAndNeverZero(string file, string metric, string why)
    {
        _folder.Write("a.csv", file);

        var finding = Assert.Single(Check($"metrics: {{ optimize: {metric} }}\ncandidates: [{{ name: a, predictions: {{ dev: a.csv }} }}]", data: "data: { positive: \"1\" }").Findings);

        Assert.Equal("MLS2008", finding.Id);
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsReportedAtItsName()
    {
        var finding = Assert.Single(Check("metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: nowhere.csv } }]", data: "").Findings);

        Assert.Equal("MLS0005", finding.Id);
        Assert.Contains("'nowhere.csv' of the predictions of 'a' doesn't exist", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,label\nr0,1\n", "neither a column 'prediction'")]
    [InlineData("id,label,prediction,score\nr0,1,1,high\n", "isn't a number")]
    [InlineData("id,label,prediction\n", "no row")]
    [InlineData("label,prediction,weight\n1,1,-2\n", "a weight is")]
    public void UnusableFile_IsReportedAtItsName(string file, string why)
    {
        _folder.Write("a.csv", file);

        var finding = Assert.Single(Check("metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: "").Findings);

        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("high", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ladder_ComesFromTheChoice_AndDeclaredRungsFillTheHoles()
    {
        string Wrong(int rows, int each) => "label,prediction\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 2},{(i % each == 0 ? 1 - (i % 2) : i % 2)}\n"));
        _folder.Write("train.csv", Wrong(20_000, 100));
        _folder.Write("dev.csv", Wrong(5_000, 10));

        var report = Check("candidates: [{ name: a, predictions: { train: train.csv, dev: dev.csv } }]\nchoice: a\nerrors: { bayes: 0.5%, test: { error: 10.5%, rows: 5000 } }\nmetrics: { optimize: accuracy }", data: "");

        Assert.Equal([0.005, 0.01, 0.1, 0.105], report.Ladder!.Rungs.Select(rung => rung.Error));
        Assert.Equal("variance", report.Ladder.Dominant);
        Assert.Equal(["MLS3002"], report.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void SlicesOfTheData_ThatHoldTheErrors_AreFoundThroughTheJoin()
    {
        _folder.Write("dev.csv", "id,y,country,x\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{i},{i % 2},{(i / 2 % 10 == 3 ? "DE" : "FR")},{i}.5\n")));
        _folder.Write("a.csv", "id,prediction\n" + string.Concat(Enumerable.Range(0, 1_000).Reverse().Select(i =>
            $"{i},{((i / 2 % 10 == 3 ? i / 2 % 20 == 3 : i / 2 % 25 == 0) ? 1 - (i % 2) : i % 2)}\n")));

        var report = Check("metrics: { optimize: accuracy }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a");

        var slice = Assert.Single(report.ErrorSlices!);
        Assert.Equal(("country", "DE", 100, 50), (slice.Column, slice.Level, slice.Rows, slice.Errors));
        Assert.Equal(["MLS3102"], report.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void SlicesOfDeclaredGroupsAndWeights_AreFoundThroughTheJoinInAnyOrder()
    {
        // 250 groups of 4 rows; those of DE are wrong in half of the rows.
        _folder.Write("dev.csv", "id,y,country,user,w\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{i},{i % 2},{(i / 4 % 10 == 3 ? "DE" : "FR")},u{i / 4},{1 + (i % 3)}\n")));
        _folder.Write("a.csv", "id,prediction\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i =>
            $"{i},{((i / 4 % 10 == 3 ? i % 4 < 2 : i % 25 == 0) ? 1 - (i % 2) : i % 2)}\n")));
        const string Data = "data: { label: y, positive: \"1\", id: id, group: user, weight: w }\nsplits: { dev: { files: dev.csv } }";
        const string Text = "metrics: { optimize: accuracy }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a";

        var report = Check(Text, Data);
        Shuffle("a.csv");
        Shuffle("dev.csv");

        var slice = Assert.Single(report.ErrorSlices!);
        Assert.Equal(("country", "DE", 100, 50, 25), (slice.Column, slice.Level, slice.Rows, slice.Errors, slice.Groups));
        Assert.InRange(slice.Error, 0.45, 0.55);
        Assert.Contains("of the weight", report.Findings.Single(finding => finding.Id == "MLS3102").Message, StringComparison.Ordinal);
        Assert.Equal(JsonReport.Write(report), JsonReport.Write(Check(Text, Data)));
    }

    [Theory]
    [InlineData("quotes")]
    [InlineData("CRLF")]
    [InlineData("one quoted line end")]
    [InlineData("byte order mark")]
    [InlineData("blanks")]
    [InlineData("ids as numbers")]
    public void OtherWaysToWriteTheSamePredictions_MakeTheSameReport(string way)
    {
        _folder.Write("dev.csv", "id,y,x\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{i},{i * 7 % 5 % 2},{i}.5\n")));
        var plain = "id,prediction,score,note\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{i},{i * 7 % 11 % 2},0.{i % 89:00},n\n"));
        _folder.Write("a.csv", plain);
        const string Text = "metrics: { optimize: f1, watch: [roc_auc, log_loss] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a";
        var expected = JsonReport.Write(Check(Text));

        _folder.Write("a.csv", way switch
        {
            "quotes" => string.Join('\n', plain.TrimEnd().Split('\n').Select(line => $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\"")),
            "CRLF" => plain.Replace("\n", "\r\n", StringComparison.Ordinal),
            "one quoted line end" => plain.Replace("\n300,", "\n300,", StringComparison.Ordinal).Replace("0.50,n\n", "0.50,\"n\n n\"\n", StringComparison.Ordinal),
            "byte order mark" => "\uFEFF" + plain,
            "blanks" => plain.Replace(",", " ,\t", StringComparison.Ordinal).Replace(" ,\tprediction ,\tscore ,\tnote", ",prediction,score,note", StringComparison.Ordinal),
            _ => string.Join('\n', plain.TrimEnd().Split('\n').Select((line, n) => n == 0 ? line : line.Insert(line.IndexOf(',', StringComparison.Ordinal), ".0"))),
        });

        Assert.Equal(expected, JsonReport.Write(Check(Text)));
    }

    [Fact]
    public void FaultBehindManyRows_IsNamedAtItsLine()
    {
        _folder.Write("a.csv", "label,score\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i % 2},{(i == 50_000 ? "?" : "0.25")}\n")));

        var finding = Assert.Single(Check("metrics: { optimize: roc_auc }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: "").Findings);

        Assert.Contains("line 50002 (row 50001), column 'score'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BestOfEqualCandidates_SaysHowOptimisticItsFigureIs()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        WritePredictions("b.csv", skill: 2, seed: 9);
        WritePredictions("c.csv", skill: 0.5, seed: 10);

        var report = Check("metrics: { optimize: roc_auc }\ncandidates: [{ name: a, predictions: { dev: a.csv } }, { name: b, predictions: { dev: b.csv } }, { name: c, predictions: { dev: c.csv } }]");

        var (optimism, figure) = (report.Choice!.Optimism!, report.Metrics![report.Choice.Winner!]["dev"]["roc_auc"]);
        Assert.Equal((report.Choice.Winner, 2), (optimism.Candidate, optimism.Compared));
        Assert.Equal(figure.Value - optimism.AtMost, optimism.Corrected, 1e-7);
        Assert.InRange(optimism.AtMost, 1e-6, (figure.Upper!.Value - figure.Lower!.Value) / 2);
    }

    [Fact]
    public void Slices_BecomeOneNumberByTheDeclaredAggregate()
    {
        _folder.Write("a.csv", "label,prediction,country\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"{i % 2},{(i % (i < 300 ? 10 : 4) == 0 ? 1 - (i % 2) : i % 2)},{(i < 300 ? "DE" : "FR")}\n")));
        string Text(string aggregate) => $"metrics: {{ optimize: {{ metric: accuracy, over: country, aggregate: {aggregate} }} }}\ncandidates: [{{ name: a, predictions: {{ dev: a.csv }} }}]";

        Assert.Equal(0.825, Check(Text("mean"), data: "").Metrics!["a"]["dev"]["accuracy"].Value);
        Assert.Equal(0.8625, Check(Text("weighted_mean"), data: "").Metrics!["a"]["dev"]["accuracy"].Value);
        var worst = Check(Text("worst"), data: "").Metrics!["a"]["dev"]["accuracy"];
        Assert.Equal(0.75, worst.Value);
        Assert.Equal(0.9, worst.Slices!["DE"]);
        Assert.True(worst.Lower < 0.7 && worst.Upper > 0.8);
    }

    [Fact]
    public void Regression_ReadsNumbersAndJoinsLabels()
    {
        _folder.Write("dev.csv", "id,price\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i},{i * 1.5}\n")));
        _folder.Write("a.csv", "id,label,prediction\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i}.0,{(float)(i * 1.5)},{(i * 1.5) + (i % 3)}\n")));

        var report = Check("task: regression\nmetrics: { optimize: mae, watch: [rmse, r2] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]",
            data: "data: { label: price, id: id }\nsplits: { dev: { files: dev.csv } }");

        Assert.Empty(report.Findings);
        Assert.Equal(Enumerable.Range(0, 200).Average(i => i % 3), report.Metrics!["a"]["dev"]["mae"].Value, 1e-8);
    }

    [Fact]
    public void Rankings_HaveOneValueAQuery()
    {
        _folder.Write("a.csv", "query,label,score\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"q{i / 4},{(i % 4 == 0 ? 1 : 0)},{(i / 4 % 5 == 0 ? 9 - (i % 4) : i % 4)}\n")));

        var report = Check("task: ranking\nmetrics: { optimize: mrr, watch: [\"ndcg@3\"] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: "");

        Assert.Equal((0.4, 100), (report.Metrics!["a"]["dev"]["mrr"].Value, report.Metrics["a"]["dev"]["mrr"].Rows!.Value));
        Assert.True(report.Metrics["a"]["dev"]["ndcg@3"].Lower > 0);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("topic")]
    public void RankingsWhoseQueriesAreDeclaredAsGroups_HaveOneValueAQuery(string column)
    {
        _folder.Write("a.csv", column + ",label,score\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"q{i / 4},{(i % 4 == 0 ? 1 : 0)},{(i / 4 % 5 == 0 ? 9 - (i % 4) : i % 4)}\n")));

        var report = Check("task: ranking\nmetrics: { optimize: mrr }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: $"data: {{ group: {column} }}");

        Assert.Equal((0.4, 100), (report.Metrics!["a"]["dev"]["mrr"].Value, report.Metrics["a"]["dev"]["mrr"].Rows!.Value));
    }

    [Fact]
    public void SeveralLabels_AreLists()
    {
        _folder.Write("a.csv", "label,prediction\n" + string.Concat(Enumerable.Range(0, 90).Select(i => i % 3 == 0 ? "cat;dog,dog;cat\n" : i % 3 == 1 ? "cat,cat;dog\n" : ",\n")));

        var report = Check("task: multilabel_classification\nmetrics: { optimize: accuracy, watch: [hamming_loss, f1_micro] }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]", data: "");

        Assert.Empty(report.Findings);
        Assert.Equal(Math.Round(2.0 / 3, 8), report.Metrics!["a"]["dev"]["accuracy"].Value);
        Assert.Equal(Math.Round(1.0 / 6, 8), report.Metrics["a"]["dev"]["hamming_loss"].Value);
    }

    [Fact]
    public void MeasuredColumn_IsASatisficingMetricWithAnInterval()
    {
        _folder.Write("a.csv", "label,prediction,latency_ms\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i % 2},{i % 2},{80 + (i % 40)}\n")));

        var report = Check("metrics: { optimize: accuracy, satisfy: { metric: latency_p95_ms, at_most: 100 } }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a", data: "");

        Assert.Equal(["MLS2006"], report.Findings.Select(finding => finding.Id));
        Assert.InRange(report.Metrics!["a"]["dev"]["latency_p95_ms"].Value, 116, 118);
    }

    [Fact]
    public void ChangedPredictionFile_IsNoticedByTheCache()
    {
        WriteData();
        WritePredictions("a.csv", skill: 2);
        const string Text = "metrics: { optimize: f1 }\ncandidates: [{ name: a, predictions: { dev: a.csv } }]";
        var first = Check(Text, cache: true).Metrics!["a"]["dev"]["f1"].Value;
        var again = Check(Text, cache: true).Metrics!["a"]["dev"]["f1"].Value;
        WritePredictions("a.csv", skill: 0.5, seed: 4);

        Assert.Equal(first, again);
        Assert.NotEqual(first, Check(Text, cache: true).Metrics!["a"]["dev"]["f1"].Value);
    }

    private CheckReport Check(string text, string data = "data: { label: y, positive: \"1\", id: id }\nsplits: { dev: { files: dev.csv } }", bool cache = false)
    {
        var path = _folder.Write("mlstrategy.yaml", $"version: 1\n{data}\n{text}\n");
        return StrategyCheck.Run(
            new CheckRequest(path, new DateOnly(2026, 6, 1)) { CacheFolder = cache ? _folder["cache"] : null, ShownAs = "mlstrategy.yaml" },
            null, CancellationToken.None);
    }

    private void WriteData()
    {
        var random = new Random(1);
        _folder.Write("dev.csv", "id,y,x\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"r{i},{(random.NextDouble() < 0.4 ? 1 : 0)},{i}.5\n")));
    }

    private void WritePredictions(string name, double skill, int seed = 2, Func<int, int, (string Label, string Guess)>? spell = null)
    {
        var random = new Random(seed);
        var text = new StringBuilder("id,label,prediction,score\n");
        foreach (var line in File.ReadAllLines(_folder["dev.csv"]).Skip(1))
        {
            var (id, label) = (line.Split(',')[0], int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
            var noise = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 3;
            var score = 1 / (1 + Math.Exp(-((skill * ((2 * label) - 1)) + noise)));
            var guess = score >= 0.5 ? 1 : 0;
            var (written, guessed) = spell?.Invoke(label, guess) ?? ($"{label}", $"{guess}");
            text.Append(CultureInfo.InvariantCulture, $"{id},{written},{guessed},{score:0.######}\n");
        }

        _folder.Write(name, text.ToString());
    }

    private void Shuffle(string name)
    {
        var lines = File.ReadAllLines(_folder[name]);
        _folder.Write(name, lines[0] + "\n" + string.Join('\n', lines.Skip(1).Reverse()) + "\n");
    }
}
