using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine.Tests.Analysis;

/// <summary>Whole checks with the files of an error analysis or of a label audit.</summary>
public sealed class AnalysisFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TagsInOneColumn_AreCountedOnceAnExample()
    {
        _folder.Write("errors.csv", "id,tags\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{(i < 8 ? "dog" : i < 51 ? "great cat;blurry;blurry" : i < 69 ? "blurry" : "")}\n")));

        var report = Check("errors: { dev: 10% }\nerror_analysis: { file: errors.csv }");

        Assert.Equal(
            [("blurry", 0.61), ("great cat", 0.43), ("dog", 0.08)],
            report.ErrorAnalysis!.Select(ceiling => (ceiling.Tag, ceiling.Share)));
        Assert.Equal(0.092, report.ErrorAnalysis![2].BestError!.Value, 8);
    }

    [Fact]
    public void TrueFalseColumns_AreTags_AndOtherColumnsAreNot()
    {
        _folder.Write("errors.csv", "id,blurry,dog,note\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 2},{(i < 61 ? "TRUE" : "FALSE")},{(i < 8 ? "x" : "")},words {i}\n")));

        var report = Check("error_analysis: { file: errors.csv }");

        Assert.Equal([("blurry", 0.61), ("dog", 0.08)], report.ErrorAnalysis!.Select(ceiling => (ceiling.Tag, ceiling.Share)));
    }

    [Fact]
    public void FocusAwayFromTheCeiling_IsReportedFromTheFileToo()
    {
        _folder.Write("errors.csv", "tags\n" + string.Concat(Enumerable.Range(0, 200).Select(i => i < 16 ? "dog\n" : i < 120 ? "blurry\n" : "other\n")));

        Assert.Contains("MLS3101", Check("error_analysis: { file: errors.csv, focus: dog }").Findings.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("id,note\n1,abc\n2,def\n", "neither a column 'tags'")]
    [InlineData("id,tags\n", "no row")]
    public void FileWithoutTags_CantBeRead(string text, string why)
    {
        _folder.Write("errors.csv", text);

        var finding = Assert.Single(Check("error_analysis: { file: errors.csv }").Findings);

        Assert.Equal("MLS0006", finding.Id);
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsReported()
    {
        var finding = Assert.Single(Check("labels: { audit: { file: nowhere.csv } }").Findings);

        Assert.Equal("MLS0005", finding.Id);
        Assert.Contains("of the label audit doesn't exist", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("errors: { dev: 10% }", "MLS3202")]
    [InlineData("errors: { dev: { error: 2%, rows: 50000 } }\nmetrics: { optimize: accuracy, min_difference: 0.2% }", "MLS3201")]
    public void AuditOfAFile_DecidesAsDeclaredCountsDo(string text, string expected)
    {
        // 6 or 60 of 100 or 200 wrong predictions are mislabeled, and 1 of 100 right ones.
        var share = expected == "MLS3201" ? 30 : 6;
        WriteAudit(200, i => i % 100 < share, right: 100, i => i == 0);

        var report = Check(text + "\nlabels: { audit: { file: audit.csv, given: label, checked: truth, correct: was_correct } }");

        Assert.Contains(expected, report.Findings.Select(finding => finding.Id));
        Assert.DoesNotContain("MLS3204", report.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void LabelErrorsOfOneClass_AreSystematic()
    {
        _folder.Write("audit.csv", "given,checked,correct\n" + string.Concat(Enumerable.Range(0, 300).Select(i =>
            $"{(i % 3 == 0 ? "cat" : "dog")},{(i % 3 == 0 && i % 2 == 0 ? "dog" : i % 3 == 0 ? "cat" : "dog")},{(i % 4 == 0 ? "no" : "yes")}\n")));

        var finding = Assert.Single(Check("labels: { audit: { file: audit.csv } }").Findings, finding => finding.Id == "MLS3204");

        Assert.Contains("of the 100 audited rows with 'given' = cat 50.0 % are mislabeled, of the 200 others 0.0 %", finding.Message, StringComparison.Ordinal);
        Assert.Equal("given", finding.ColumnName);
    }

    [Fact]
    public void LabelErrorsOfOneAnnotator_AreSystematic()
    {
        _folder.Write("audit.csv", "id,annotator,given,checked,correct\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            $"{i},{"abcd"[i % 4]},{i / 4 % 2},{(i % 4 == 2 && i % 8 < 4 ? 1 - (i / 4 % 2) : i / 4 % 2)},{(i % 10 == 0 ? 0 : 1)}\n")));

        var finding = Assert.Single(Check("labels: { audit: { file: audit.csv } }").Findings, finding => finding.Id == "MLS3204");

        Assert.Contains("'annotator' = c", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreErrorsAmongWrongPredictions_ArentSystematic()
    {
        // Wrong predictions are of class 1 more often and have more wrong labels, whatever their class.
        var random = new Random(3);
        _folder.Write("audit.csv", "given,checked,correct\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        {
            var correct = i % 2 == 0;
            var given = random.NextDouble() < (correct ? 0.2 : 0.8) ? 1 : 0;
            return $"{given},{(random.NextDouble() < (correct ? 0.02 : 0.4) ? 1 - given : given)},{correct}\n";
        })));

        Assert.DoesNotContain("MLS3204", Check("labels: { audit: { file: audit.csv } }").Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void RandomErrors_AreHardlyEverCalledSystematic()
    {
        var alarms = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            _folder.Write("audit.csv", "breed,given,checked,correct\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
            {
                var given = random.Next(3);
                return $"{random.Next(12)},{given},{(random.NextDouble() < 0.15 ? (given + 1) % 3 : given)},{random.Next(2)}\n";
            })));
            alarms += Check("labels: { audit: { file: audit.csv } }").Findings.Any(finding => finding.Id == "MLS3204") ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 3);
    }

    [Fact]
    public void OrderOfRows_DoesntMatter()
    {
        WriteAudit(100, i => i % 3 == 0, right: 100, i => i % 5 == 0);
        const string Text = "labels: { audit: { file: audit.csv, given: label, checked: truth, correct: was_correct } }";
        var before = JsonReport.Write(Check(Text));
        var lines = File.ReadAllLines(_folder["audit.csv"]);
        _folder.Write("audit.csv", lines[0] + "\n" + string.Join('\n', lines.Skip(1).Reverse()) + "\n");

        Assert.Equal(before, JsonReport.Write(Check(Text)));
    }

    [Fact]
    public void ColumnThatTheFileDoesntHave_IsReportedAtItsName()
    {
        WriteAudit(10, i => i == 0, right: 10, _ => false);

        var finding = Assert.Single(Check("labels: { audit: { file: audit.csv, given: label, checked: trut, correct: was_correct } }").Findings);

        Assert.Equal("MLS0010", finding.Id);
        Assert.Contains("did you mean 'truth'?", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AuditThatDoesntSayWhichPredictionsWereRight_IsSaid() =>
        Assert.Equal(["MLS0009"], CheckAudit("given,checked\n1,1\n0,0\n1,0\n").Findings.Select(finding => finding.Id));

    [Fact]
    public void OtherSpellingsOfOneClass_AreNoErrors() =>
        Assert.DoesNotContain("MLS3204", CheckAudit("given,checked,correct\n" + string.Concat(Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? "1,1.0,true\n" : "0,0,true\n"))).Findings.Select(finding => finding.Id));

    private CheckReport CheckAudit(string text)
    {
        _folder.Write("audit.csv", text);
        return Check("labels: { audit: { file: audit.csv } }");
    }

    private void WriteAudit(int wrong, Func<int, bool> wrongMislabeled, int right, Func<int, bool> rightMislabeled) =>
        _folder.Write("audit.csv", "label,truth,was_correct\n"
            + string.Concat(Enumerable.Range(0, wrong).Select(i => $"{i % 2},{(wrongMislabeled(i) ? 1 - (i % 2) : i % 2)},false\n"))
            + string.Concat(Enumerable.Range(0, right).Select(i => $"{i % 2},{(rightMislabeled(i) ? 1 - (i % 2) : i % 2)},true\n")));

    private CheckReport Check(string text)
    {
        var path = _folder.Write("mlstrategy.yaml", $"version: 1\n{text}\n");
        return StrategyCheck.Run(new CheckRequest(path, new DateOnly(2026, 6, 1)) { ShownAs = "mlstrategy.yaml" }, null, CancellationToken.None);
    }
}
