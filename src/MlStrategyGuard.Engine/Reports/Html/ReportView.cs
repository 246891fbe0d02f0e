namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>What the parts of the page are made from.</summary>
/// <param name="File">The strategy file, as it was named.</param>
/// <param name="Lines">Its lines; empty if it isn't text.</param>
/// <param name="Evidence">What was gathered.</param>
/// <param name="Judgement">What the rules say.</param>
/// <param name="Findings">The findings for people, in the order of their places.</param>
internal sealed record ReportView(
    string File, IReadOnlyList<string> Lines, Evidence Evidence, Judgement Judgement, IReadOnlyList<ReportedFinding> Findings)
{
    /// <summary>Columns of a pair of splits that get a picture.</summary>
    public int MostPictures { get; init; } = 60;

    /// <summary>Columns of a pair of splits that get a line.</summary>
    public int MostColumns { get; init; } = 300;

    /// <summary>Places of findings that are written out.</summary>
    public int MostFindings { get; init; } = 200;

    /// <summary>Findings of one rule at one place, which are shown as one.</summary>
    public IReadOnlyList<IReadOnlyList<ReportedFinding>> Places { get; } =
        [.. Findings.GroupBy(finding => (finding.Id, finding.Severity, finding.Line, finding.Column)).Select(group => group.ToList())];

    /// <summary>What was declared, with computed figures in the place of declared ones.</summary>
    public Strategy Strategy => Judgement.Strategy;

    /// <summary>What the project is called.</summary>
    public string Name => Strategy.Name?.Value is { Length: > 0 } name
        ? Reading.Texts.Shorten(name)
        : Path.GetFileName(File);
}
