using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlStrategyGuard.Engine;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Build;

/// <summary>
/// The MSBuild task: checks one strategy file and logs its findings as the compiler logs its own, at their line and
/// column. An unchanged project gets the same lines again without its data being read.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckStrategy : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private readonly CancellationTokenSource _cancel = new();

    /// <summary>The full path of the strategy file.</summary>
    [Required]
    public string StrategyFile { get; set; } = "";

    /// <summary>The full path of the folder that keeps the last result.</summary>
    [Required]
    public string CacheFolder { get; set; } = "";

    /// <summary>False: only what the file declares is checked.</summary>
    public bool ReadData { get; set; } = true;

    /// <summary>The memory to use for data, in MB; 0 for the default.</summary>
    public int Memory { get; set; }

    /// <summary>
    /// Rules that the project doesn't want to hear of, separated by semicolons or commas. MSBuild itself honours
    /// NoWarn for warnings; errors are dropped here.
    /// </summary>
    public string NoWarn { get; set; } = "";

    /// <summary>The full path of the baseline to compare the choice with; empty for none.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>The full path of the SARIF file to write; empty for none.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>The folder that SARIF names the strategy file from if it stands in no repository.</summary>
    public string ProjectFolder { get; set; } = "";

    /// <summary>The full path of the page to write the result to; empty for none.</summary>
    public string Report { get; set; } = "";

    /// <summary>Ends the check.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <summary>Runs the check.</summary>
    /// <returns>False if an error was logged or the check was cancelled.</returns>
    public override bool Execute()
    {
        try
        {
            var request = new CheckRequest(StrategyFile, DateOnly.FromDateTime(DateTime.Now))
            {
                ReadData = ReadData,
                Memory = Memory > 0 ? (long)Memory << 20 : CheckRequest.DefaultMemory,
                CacheFolder = CacheFolder,
                ShownAs = StrategyFile,
                Baseline = Baseline.Length == 0 ? null : Baseline,
                Page = Report.Length == 0 ? null : Report,
            };
            var report = StrategyCheck.Run(request, progress: null, _cancel.Token);
            var silenced = SilencedRules();
            foreach (var finding in CondensedFindings.Of(report, silenced))
                LogFinding(finding);
            if (report.Summary is { } summary)
                Log.LogMessage(MessageImportance.Normal, "{0}: {1}", StrategyFile, summary);
            if (Sarif.Length > 0)
                WriteSarif(report, silenced);
            return !Log.HasLoggedErrors;
        }
        catch (CheckException problem)
        {
            Log.LogError(null, "MLS0005", null, StrategyFile, 0, 0, 0, 0, "{0}", problem.Message);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception bug) when (!_cancel.IsCancellationRequested)
        {
            // A fault of the guard isn't one of the project, so it doesn't fail the build; the stack is in the log.
            Log.LogWarning(null, "MLS0009", null, StrategyFile, 1, 1, 0, 0,
                "the guard itself failed, so the strategy was not checked ({0}: {1}). Please report this with the strategy file.",
                bug.GetType().Name, bug.Message);
            Log.LogMessage(MessageImportance.Low, "{0}", bug.ToString());
            return true;
        }
    }

    private void WriteSarif(CheckReport report, IReadOnlySet<string> silenced)
    {
        try
        {
            AtomicFile.Write(Sarif, Encoding.UTF8.GetBytes(SarifReport.Write(
                report, SourcePath.Of(StrategyFile, ProjectFolder.Length == 0 ? null : ProjectFolder), StrategyText.Of(StrategyFile), silenced, SarifReport.ToolVersion)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Log.LogWarning(null, "MLS0009", null, StrategyFile, 1, 1, 0, 0, "the result can't be written to '{0}': {1}", Sarif, trouble.Message);
        }
    }

    private void LogFinding(ReportedFinding finding)
    {
        // The console doesn't show help links, so the address is part of the message; an end position would change
        // the canonical "file(line,column)" that editors look for.
        var message = $"{finding.Message} ({finding.Help})";
        switch (finding.Severity)
        {
            case "error":
                Log.LogError(null, finding.Id, null, finding.Help, finding.File, finding.Line, finding.Column, 0, 0, "{0}", message);
                break;
            case "warning":
                Log.LogWarning(null, finding.Id, null, finding.Help, finding.File, finding.Line, finding.Column, 0, 0, "{0}", message);
                break;
            default:
                Log.LogMessage(null, finding.Id, null, finding.File, finding.Line, finding.Column, 0, 0, MessageImportance.Low, "{0}", message);
                break;
        }
    }

    private HashSet<string> SilencedRules() =>
        [.. NoWarn.Split([';', ',', ' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)];
}
