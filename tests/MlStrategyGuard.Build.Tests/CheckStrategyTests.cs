using System.Collections;
using Microsoft.Build.Framework;

namespace MlStrategyGuard.Build.Tests;

public sealed class CheckStrategyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlguard ").FullName;
    private readonly Engine _engine = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Error_IsLoggedAtItsPlaceWithTheRulesPage_AndFailsTheTask()
    {
        Assert.False(Run("version: 1\nmetrics:\n  optimize: [f1, recall]\n"));

        var error = Assert.Single(_engine.Errors);
        Assert.Equal(("MLS2002", 3, 13, 0, 0), (error.Code, error.LineNumber, error.ColumnNumber, error.EndLineNumber, error.EndColumnNumber));
        Assert.Equal(Path.Combine(_folder, "mlstrategy.yaml"), error.File);
        Assert.True(string.IsNullOrEmpty(error.Subcategory));
        Assert.EndsWith("/docs/rules/MLS2002.md)", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("/docs/rules/MLS2002.md", error.HelpLink, StringComparison.Ordinal);
    }

    [Fact]
    public void Warning_IsLoggedAndPasses()
    {
        Assert.True(Run("version: 1\nmetrics: { optimize: [f1, recall] }\nrules: { MLS2002: warning }\n"));

        Assert.Equal("MLS2002", Assert.Single(_engine.Warnings).Code);
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void Information_IsALowMessage()
    {
        Assert.True(Run("version: 1\nmetrics: { optimize: [f1, recall] }\nrules: { MLS2002: info }\n"));

        var message = Assert.Single(_engine.Messages, one => one.Code == "MLS2002");
        Assert.Equal(MessageImportance.Low, message.Importance);
        Assert.Equal(2, message.LineNumber);
    }

    [Fact]
    public void GoodFile_LogsNothing()
    {
        Assert.True(Run("version: 1\nmetrics: { optimize: f1 }\n"));

        Assert.Empty(_engine.Errors);
        Assert.Empty(_engine.Warnings);
        Assert.Empty(_engine.Messages);
    }

    [Theory]
    [InlineData("MLS2002")]
    [InlineData("1701;1702,MLS2002\r\n ;CS1591")]
    public void ErrorInNoWarn_IsDropped(string noWarn)
    {
        Assert.True(Run("version: 1\nmetrics: { optimize: [f1, recall] }\n", noWarn: noWarn));

        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void BracesInAMessage_AreNoFormat()
    {
        Assert.False(Run("version: 1\n'{0}{': 1\n"));

        Assert.Contains("unknown key '{0}{'", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_IsWrittenBesideTheLog()
    {
        var path = Path.Combine(_folder, "out", "guard.sarif");
        Assert.False(Run("version: 1\nmetrics: { optimize: [f1, recall] }\n", sarif: path));

        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
        var run = document.RootElement.GetProperty("runs")[0];
        Assert.Equal("MLS2002", run.GetProperty("results")[0].GetProperty("ruleId").GetString());
        Assert.Equal("mlstrategy.yaml", run.GetProperty("artifacts")[0].GetProperty("location").GetProperty("uri").GetString());
        Assert.Single(_engine.Errors);
    }

    [Fact]
    public void SarifThatCannotBeWritten_IsAWarning()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Assert.True(Run("version: 1\n", sarif: Path.Combine(_folder, "file", "guard.sarif")));

        Assert.Equal("MLS0009", Assert.Single(_engine.Warnings).Code);
    }

    [Fact]
    public void SecondRun_LogsTheSame()
    {
        const string Text = "version: 1\nmetrics: { optimize: [f1, recall] }\n";
        Run(Text);
        Run(Text);

        Assert.Equal(2, _engine.Errors.Count);
        Assert.Equal(_engine.Errors[0].Message, _engine.Errors[1].Message);
    }

    [Fact]
    public void DataIsLeftAlone_WhenAsked()
    {
        const string Text = "version: 1\nsplits: { dev: { files: nowhere.csv } }\n";

        Assert.True(Run(Text, readData: false));
        Assert.False(Run(Text));
        Assert.Equal("MLS0005", Assert.Single(_engine.Errors).Code);
    }

    [Fact]
    public void MissingStrategyFile_IsAnError()
    {
        var task = Task("none.yaml");

        Assert.False(task.Execute());
        Assert.Contains("there is no strategy file", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_IsWrittenWhereItIsAskedFor()
    {
        File.WriteAllText(Path.Combine(_folder, "mlstrategy.yaml"), "version: 1\nname: cats\nmetrics: { optimize: [f1, recall] }\n");
        var task = Task("mlstrategy.yaml");
        task.Report = Path.Combine(_folder, "out", "report.html");

        Assert.False(task.Execute());
        Assert.Contains("cats fails with 1 error", File.ReadAllText(task.Report), StringComparison.Ordinal);
    }

    [Fact]
    public void ReportThatCannotBeWritten_IsAWarning()
    {
        File.WriteAllText(Path.Combine(_folder, "mlstrategy.yaml"), "version: 1\n");
        var task = Task("mlstrategy.yaml");
        task.Report = _folder;

        Assert.True(task.Execute());
        Assert.Equal("MLS0009", Assert.Single(_engine.Warnings).Code);
    }

    [Fact]
    public void CancelledTask_FailsWithoutAWord()
    {
        File.WriteAllText(Path.Combine(_folder, "dev.csv"), "x\n1\n");
        File.WriteAllText(Path.Combine(_folder, "mlstrategy.yaml"), "version: 1\nsplits: { dev: { files: dev.csv } }\n");
        var task = Task("mlstrategy.yaml");
        task.Cancel();

        Assert.False(task.Execute());
        Assert.Empty(_engine.Errors);
    }

    private bool Run(string text, string noWarn = "", bool readData = true, string sarif = "")
    {
        File.WriteAllText(Path.Combine(_folder, "mlstrategy.yaml"), text);
        var task = Task("mlstrategy.yaml");
        task.NoWarn = noWarn;
        task.ReadData = readData;
        task.Sarif = sarif;
        return task.Execute();
    }

    private CheckStrategy Task(string file) => new()
    {
        BuildEngine = _engine,
        StrategyFile = Path.Combine(_folder, file),
        CacheFolder = Path.Combine(_folder, "obj"),
    };

    private sealed class Engine : IBuildEngine
    {
        public List<BuildErrorEventArgs> Errors { get; } = [];

        public List<BuildWarningEventArgs> Warnings { get; } = [];

        public List<BuildMessageEventArgs> Messages { get; } = [];

        public bool ContinueOnError => true;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "test.proj";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
            throw new NotSupportedException();

        public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

        public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);
    }
}
