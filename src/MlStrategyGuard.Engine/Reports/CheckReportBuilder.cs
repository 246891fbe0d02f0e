using System.Globalization;
using System.Text.Json;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>Evidence and judgement to the report.</summary>
internal static class CheckReportBuilder
{
    /// <summary>What needs rows, which a pinned profile hasn't got.</summary>
    private static readonly string[] NeedsRows =
        ["joint_shift", "words", "weekdays_and_hours", "equal_rows", "near_duplicates", "ids", "groups", "order_in_time", "classes", "sources"];

    /// <summary>Builds the report of one check.</summary>
    /// <param name="file">The strategy file, as the user named it.</param>
    /// <param name="evidence">What was gathered.</param>
    /// <param name="judgement">What the rules say.</param>
    public static CheckReport Build(string file, Evidence evidence, Judgement judgement) => new()
    {
        File = file,
        Summary = SummaryLine.Of(judgement),
        Findings = [.. judgement.Findings.Select(finding => Report(file, finding))],
        Comparisons = [.. evidence.Comparisons.Select(Report)],
        EqualRows = evidence.Leakage.Rows.Count == 0 ? null : [.. evidence.Leakage.Rows.Select(rows => new ReportedEqualRows
        {
            A = rows.A,
            B = rows.B,
            RowsA = rows.SharedA,
            RowsB = rows.SharedB,
            Patterns = rows.Patterns,
            Expected = Round(rows.Expected),
            Cause = Word(rows.Cause),
        })],
        Metrics = judgement.Strategy.Candidates.Count == 0 ? null : Figures(judgement.Strategy),
        Choice = judgement.Strategy.Candidates.Count == 0 ? null : new ReportedChoice
        {
            Declared = judgement.Strategy.Choice?.Value,
            Winner = Selection.Of(judgement.Strategy)?.Winner?.Name,
            Optimism = ReportOptimism(judgement.Strategy),
        },
        Ladder = judgement.Ladder is { } ladder ? Report(ladder, judgement.Strategy.Errors?.Metric?.Value ?? "error_rate") : null,
        ErrorAnalysis = judgement.Strategy.ErrorAnalysis is null ? null : [.. Ceiling.Of(judgement.Strategy).Select(Report)],
        ErrorSlices = evidence.ErrorSlices.Count == 0 ? null : [.. evidence.ErrorSlices.Select(slice => new ReportedErrorSlice
        {
            Column = slice.Column,
            Level = slice.Level,
            Rows = slice.Rows,
            Errors = slice.Errors,
            Share = Round(slice.Share),
            Groups = slice.Groups,
            Error = Round(slice.ErrorRate),
            OtherError = Round(slice.OtherRate),
            BestError = Round(slice.BestError),
            P = Significant(slice.P),
        })],
        LabelSuspects = evidence.LabelSuspects.Count == 0 ? null : [.. evidence.LabelSuspects.Select(found => new ReportedSuspects
        {
            Split = found.Split,
            Rows = found.Rows,
            Suspects = found.Count,
            ExpectedShare = Round(found.ExpectedShare),
            Pairs = [.. found.Pairs.Select(pair => new ReportedSuspectPair { Given = pair.Given, Likelier = pair.Likelier, Rows = pair.Count })],
        })],
        Accepted = [.. judgement.Accepted.Select(accepted => new ReportedWaiver
        {
            Id = accepted.Finding.Id,
            Because = accepted.Waiver.Because!.Value,
            Until = accepted.Waiver.Until?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Message = accepted.Finding.Message,
            Severity = accepted.Finding.Severity.ToString().ToLowerInvariant(),
            Line = accepted.Finding.Span.Line,
            Column = accepted.Finding.Span.Column,
            EndLine = accepted.Finding.Span.EndLine,
            EndColumn = accepted.Finding.Span.EndColumn,
            Split = accepted.Finding.Split,
            ColumnName = accepted.Finding.ColumnName,
        })],
    };

    private static ReportedFinding Report(string file, Finding finding) => new()
    {
        Id = finding.Id,
        Severity = finding.Severity.ToString().ToLowerInvariant(),
        Message = finding.Message,
        Help = finding.Help,
        File = file,
        Line = finding.Span.Line,
        Column = finding.Span.Column,
        EndLine = finding.Span.EndLine,
        EndColumn = finding.Span.EndColumn,
        Split = finding.Split,
        ColumnName = finding.ColumnName,
        Fix = finding.Fix is null ? null : new ReportedFix
        {
            Title = finding.Fix.Title,
            Edits = [.. finding.Fix.Edits.Select(edit => new ReportedEdit
            {
                Line = edit.Span.Line,
                Column = edit.Span.Column,
                EndLine = edit.Span.EndLine,
                EndColumn = edit.Span.EndColumn,
                Text = edit.Text,
            })],
        },
        Data = finding.Data.ToDictionary(pair => pair.Key, pair => pair.Value is double number ? Round(number) : pair.Value),
    };

    private static ReportedOptimism? ReportOptimism(Strategy strategy)
    {
        if (Optimism.Of(strategy) is not { } optimism || Selection.Of(strategy) is not { } selection
            || (selection.Choice ?? selection.Winner) is not { Figure: { } figure } best)
            return null;
        return new ReportedOptimism
        {
            Candidate = best.Name,
            Compared = optimism.Candidates,
            AtMost = Round(optimism.AtMost),
            Corrected = Round(figure.Value.Value - (selection.Direction == MetricDirection.Higher ? 1 : -1) * optimism.AtMost),
        };
    }

    private static ReportedComparison Report(MlStrategyGuard.Comparison comparison) => new()
    {
        A = comparison.A,
        B = comparison.B,
        Verdict = Word(comparison.Verdict),
        Lower = Round(comparison.Lower),
        Upper = Round(comparison.Upper),
        Resolution = Round(comparison.Resolution),
        RowsNeeded = comparison.RowsNeeded,
        RowsA = comparison.RowsA,
        RowsB = comparison.RowsB,
        Tolerance = comparison.Tolerance,
        Columns = [.. comparison.Columns.Select(Report)],
        Groups = comparison.Groups is { } groups ? new ReportedGroups { A = groups.A, B = groups.B, AreTooFew = groups.AreTooFew } : null,
        Joint = comparison.Joint is { } joint ? Report(joint) : null,
        LeftOut = comparison.LeftOut.ToDictionary(),
        Profiles = comparison.Pinned.Count == 0 ? null : comparison.Pinned,
        NotJudged = comparison.Pinned.Count == 0 ? null : NeedsRows,
    };

    private static ReportedJoint Report(JointComparison joint) => new()
    {
        Verdict = Word(joint.Verdict),
        IsSignificant = joint.IsSignificant,
        Lower = Round(joint.Lower),
        Upper = Round(joint.Upper),
        P = Significant(joint.P),
        RowsA = joint.RowsA,
        RowsB = joint.RowsB,
        PairsTested = joint.PairsTested,
        Pairs = [.. joint.Pairs.Select(pair => new ReportedPair { First = pair.First, Second = pair.Second, P = Significant(pair.P) })],
        Features = joint.Features.ToDictionary(feature => feature.Key, feature => Math.Round(feature.Value, 4)),
        Moved = [.. joint.Movers.Select(Report)],
    };

    private static ReportedMove Report(MovedShare mover) =>
        new() { Name = mover.Name, A = Round(mover.ShareA), B = Round(mover.ShareB) };

    private static ReportedColumn Report(ColumnComparison column) => new()
    {
        Name = column.Column,
        Aspect = Snake(column.Aspect.ToString()),
        Role = column.IsLabel ? "label" : "feature",
        Kind = Snake(column.Kind.ToString()),
        Verdict = Word(column.Verdict),
        Estimate = Round(column.Estimate),
        Lower = Round(column.Lower),
        Upper = Round(column.Upper),
        P = Significant(column.P),
        Resolution = Round(column.Resolution),
        RowsA = column.RowsA,
        RowsB = column.RowsB,
        Moved = [.. column.Movers.Select(Report)],
    };

    private static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, ReportedFigure>>> Figures(
        Strategy strategy) => strategy.Candidates.ToDictionary(
            candidate => candidate.Name.Value,
            candidate => (IReadOnlyDictionary<string, IReadOnlyDictionary<string, ReportedFigure>>)candidate.Measured
                .GroupBy(figure => figure.On)
                .ToDictionary(
                    split => split.Key,
                    split => (IReadOnlyDictionary<string, ReportedFigure>)split
                        .DistinctBy(figure => figure.Metric.Value)
                        .ToDictionary(figure => figure.Metric.Value, Report)));

    private static ReportedFigure Report(MeasuredFigure figure)
    {
        if (figure.Computed is { } computed)
            return new ReportedFigure
            {
                Value = Round(figure.Value.Value),
                Lower = computed.Lower is { } least ? Round(least) : null,
                Upper = computed.Upper is { } most ? Round(most) : null,
                Rows = computed.Rows,
                Slices = computed.Slices.Count == 0 ? null : computed.Slices.ToDictionary(slice => slice.Key, slice => Round(slice.Value)),
            };
        var isShare = MetricCatalogue.Find(figure.Metric.Value) is { Lowest: 0, Highest: 1 };
        if (!isShare || figure.Rows is not { } rows || rows == 0 || figure.Value.Value is < 0 or > 1)
            return new ReportedFigure { Value = figure.Value.Value, Rows = figure.Rows };
        var (lower, upper) = Wilson.Interval((long)Math.Round(figure.Value.Value * rows), rows, 0.95);
        return new ReportedFigure { Value = figure.Value.Value, Lower = Round(lower), Upper = Round(upper), Rows = rows };
    }

    private static ReportedLadder Report(Ladder ladder, string metric) => new()
    {
        Metric = MetricCatalogue.Canonical(metric),
        Rungs = [.. ladder.Rungs.Select(rung => new ReportedRung { Name = rung.Name, Error = Round(rung.Error), Rows = rung.Rows })],
        Gaps = [.. ladder.Gaps.Select(gap => new ReportedGap
        {
            Name = Snake(gap.Cause.ToString()),
            Value = Round(gap.Value),
            Lower = Round(gap.Lower),
            Upper = Round(gap.Upper),
            ProbabilityLargest = Math.Round(gap.ProbabilityLargest, 3),
        })],
        Dominant = ladder.Dominant is { } dominant && dominant.Cause != GapCause.VarianceOrMismatch
            ? Snake(dominant.Cause.ToString())
            : "undetermined",
    };

    private static ReportedCeiling Report(Ceiling ceiling) => new()
    {
        Tag = ceiling.Tag.Name.Value,
        Share = Round(ceiling.Share),
        Lower = Round(ceiling.Lower),
        Upper = Round(ceiling.Upper),
        BestError = ceiling.BestError is { } best ? Round(best) : null,
    };

    private static string Word<T>(T value) where T : struct, Enum => Snake(value.ToString());

    private static string Snake(string pascal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(pascal);

    /// <summary>Eight decimals: what lies beyond may differ between processors, and means nothing.</summary>
    private static double Round(double share) => Math.Round(share, 8) + 0.0;

    private static double Significant(double p) =>
        double.Parse(p.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
