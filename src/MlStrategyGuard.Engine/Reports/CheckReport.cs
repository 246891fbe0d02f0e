using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>
/// The result of a check as all front ends show it: the JSON document of <c>mlguard check --format json</c>.
/// Shares are 0–1; the order of everything is stable.
/// </summary>
public sealed record CheckReport
{
    /// <summary>The version of this document's form.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary>The strategy file, as it was named.</summary>
    [JsonPropertyName("file")]
    public required string File { get; init; }

    /// <summary>Where the project stands, in one line; absent if nothing was measured.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; init; }

    /// <summary>What is wrong or worth knowing, by place, then rule.</summary>
    [JsonPropertyName("findings")]
    public IReadOnlyList<ReportedFinding> Findings { get; init; } = [];

    /// <summary>The compared pairs of splits.</summary>
    [JsonPropertyName("comparisons")]
    public IReadOnlyList<ReportedComparison> Comparisons { get; init; } = [];

    /// <summary>Rows that are equal in two splits, for each pair of splits that was read.</summary>
    [JsonPropertyName("equal_rows")]
    public IReadOnlyList<ReportedEqualRows>? EqualRows { get; init; }

    /// <summary>Figures by candidate, split and metric.</summary>
    [JsonPropertyName("metrics")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, ReportedFigure>>>? Metrics { get; init; }

    /// <summary>The declared choice and the winner.</summary>
    [JsonPropertyName("choice")]
    public ReportedChoice? Choice { get; init; }

    /// <summary>The error ladder.</summary>
    [JsonPropertyName("ladder")]
    public ReportedLadder? Ladder { get; init; }

    /// <summary>What fixing each tag can win, best first.</summary>
    [JsonPropertyName("error_analysis")]
    public IReadOnlyList<ReportedCeiling>? ErrorAnalysis { get; init; }

    /// <summary>Parts of dev that hold more of the choice's errors than chance puts there, by what they can win.</summary>
    [JsonPropertyName("error_slices")]
    public IReadOnlyList<ReportedErrorSlice>? ErrorSlices { get; init; }

    /// <summary>Labels that the choice's probabilities speak against: where a label audit looks first.</summary>
    [JsonPropertyName("label_suspects")]
    public IReadOnlyList<ReportedSuspects>? LabelSuspects { get; init; }

    /// <summary>Rows that findings are about; absent unless they were asked for.</summary>
    [JsonPropertyName("rows")]
    public IReadOnlyList<ReportedRows>? Rows { get; init; }

    /// <summary>Findings that waivers keep out.</summary>
    [JsonPropertyName("accepted")]
    public IReadOnlyList<ReportedWaiver> Accepted { get; init; } = [];
}

/// <summary>A finding in a report.</summary>
public sealed record ReportedFinding
{
    /// <summary>The rule's number.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    [JsonPropertyName("severity")]
    public required string Severity { get; init; }

    /// <summary>What is wrong and what to do, in one line.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The rule's page.</summary>
    [JsonPropertyName("help")]
    public required string Help { get; init; }

    /// <summary>The strategy file, as it was named.</summary>
    [JsonPropertyName("file")]
    public required string File { get; init; }

    /// <summary>First line, from 1.</summary>
    [JsonPropertyName("line")]
    public required int Line { get; init; }

    /// <summary>First column, from 1.</summary>
    [JsonPropertyName("column")]
    public required int Column { get; init; }

    /// <summary>Line of the end.</summary>
    [JsonPropertyName("endLine")]
    public required int EndLine { get; init; }

    /// <summary>Column just behind the end.</summary>
    [JsonPropertyName("endColumn")]
    public required int EndColumn { get; init; }

    /// <summary>The split that it is about.</summary>
    [JsonPropertyName("split")]
    public string? Split { get; init; }

    /// <summary>The data column that it is about.</summary>
    [JsonPropertyName("column_name")]
    public string? ColumnName { get; init; }

    /// <summary>The change that surely solves it.</summary>
    [JsonPropertyName("fix")]
    public ReportedFix? Fix { get; init; }

    /// <summary>Figures for machines: numbers and words by name.</summary>
    [JsonPropertyName("data")]
    public required IReadOnlyDictionary<string, object> Data { get; init; }
}

/// <summary>A fix in a report.</summary>
public sealed record ReportedFix
{
    /// <summary>What it does.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The changes of the strategy file.</summary>
    [JsonPropertyName("edits")]
    public required IReadOnlyList<ReportedEdit> Edits { get; init; }
}

/// <summary>A change of text in a report.</summary>
public sealed record ReportedEdit
{
    /// <summary>First line of what is replaced, from 1.</summary>
    [JsonPropertyName("line")]
    public required int Line { get; init; }

    /// <summary>First column, from 1, in UTF-16 units.</summary>
    [JsonPropertyName("column")]
    public required int Column { get; init; }

    /// <summary>Line of the end.</summary>
    [JsonPropertyName("endLine")]
    public required int EndLine { get; init; }

    /// <summary>Column just behind the end.</summary>
    [JsonPropertyName("endColumn")]
    public required int EndColumn { get; init; }

    /// <summary>What takes its place, with line feeds.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}

/// <summary>A compared pair of splits in a report.</summary>
public sealed record ReportedComparison
{
    /// <summary>The first split.</summary>
    [JsonPropertyName("a")]
    public required string A { get; init; }

    /// <summary>The second split.</summary>
    [JsonPropertyName("b")]
    public required string B { get; init; }

    /// <summary><c>different</c>, <c>shifted</c>, <c>same</c> or <c>no_shift_found</c>.</summary>
    [JsonPropertyName("verdict")]
    public required string Verdict { get; init; }

    /// <summary>At least this share of rows differs.</summary>
    [JsonPropertyName("lower")]
    public required double Lower { get; init; }

    /// <summary>No tested event differs by more.</summary>
    [JsonPropertyName("upper")]
    public required double Upper { get; init; }

    /// <summary>The smallest shift that would have been found in 80 % of draws.</summary>
    [JsonPropertyName("resolution")]
    public required double Resolution { get; init; }

    /// <summary>Rows a split that would settle the tolerance.</summary>
    [JsonPropertyName("rows_needed")]
    public long? RowsNeeded { get; init; }

    /// <summary>Rows of the first split.</summary>
    [JsonPropertyName("rows_a")]
    public required long RowsA { get; init; }

    /// <summary>Rows of the second split.</summary>
    [JsonPropertyName("rows_b")]
    public required long RowsB { get; init; }

    /// <summary>The largest share that may differ.</summary>
    [JsonPropertyName("tolerance")]
    public required double Tolerance { get; init; }

    /// <summary>The compared columns.</summary>
    [JsonPropertyName("columns")]
    public required IReadOnlyList<ReportedColumn> Columns { get; init; }

    /// <summary>The groups that rows come in, if they are declared.</summary>
    [JsonPropertyName("groups")]
    public ReportedGroups? Groups { get; init; }

    /// <summary>Several columns together.</summary>
    [JsonPropertyName("joint")]
    public ReportedJoint? Joint { get; init; }

    /// <summary>Columns that were left out, with the reason.</summary>
    [JsonPropertyName("left_out")]
    public required IReadOnlyDictionary<string, string> LeftOut { get; init; }

    /// <summary>The splits that a pinned profile stands in for; absent if there is none.</summary>
    [JsonPropertyName("profiles")]
    public IReadOnlyList<string>? Profiles { get; init; }

    /// <summary>What can't be judged from a profile; absent if none was used.</summary>
    [JsonPropertyName("not_judged")]
    public IReadOnlyList<string>? NotJudged { get; init; }
}

/// <summary>Groups of two splits in a report.</summary>
public sealed record ReportedGroups
{
    /// <summary>The first split's number of groups.</summary>
    [JsonPropertyName("a")]
    public required long A { get; init; }

    /// <summary>The second split's number of groups.</summary>
    [JsonPropertyName("b")]
    public required long B { get; init; }

    /// <summary>Whether they are too few for anything to be beyond chance.</summary>
    [JsonPropertyName("too_few")]
    public required bool AreTooFew { get; init; }
}

/// <summary>Several columns of two splits together, in a report.</summary>
public sealed record ReportedJoint
{
    /// <summary><c>different</c>, <c>shifted</c> or <c>same</c>; the last also when nothing is beyond chance.</summary>
    [JsonPropertyName("verdict")]
    public required string Verdict { get; init; }

    /// <summary>Whether something is beyond chance.</summary>
    [JsonPropertyName("significant")]
    public required bool IsSignificant { get; init; }

    /// <summary>At least this share of rows differs.</summary>
    [JsonPropertyName("lower")]
    public required double Lower { get; init; }

    /// <summary>What was tested differs by no more, if it is beyond chance.</summary>
    [JsonPropertyName("upper")]
    public required double Upper { get; init; }

    /// <summary>The adjusted p-value.</summary>
    [JsonPropertyName("p")]
    public required double P { get; init; }

    /// <summary>Rows of the first split that took part.</summary>
    [JsonPropertyName("rows_a")]
    public required long RowsA { get; init; }

    /// <summary>Rows of the second split that took part.</summary>
    [JsonPropertyName("rows_b")]
    public required long RowsB { get; init; }

    /// <summary>How many pairs of columns were tested.</summary>
    [JsonPropertyName("pairs_tested")]
    public required int PairsTested { get; init; }

    /// <summary>The pairs that moved beyond chance.</summary>
    [JsonPropertyName("pairs")]
    public required IReadOnlyList<ReportedPair> Pairs { get; init; }

    /// <summary>Columns that a classifier tells the splits apart by, and their share of what it found.</summary>
    [JsonPropertyName("features")]
    public required IReadOnlyDictionary<string, double> Features { get; init; }

    /// <summary>The combinations that moved most.</summary>
    [JsonPropertyName("moved")]
    public required IReadOnlyList<ReportedMove> Moved { get; init; }
}

/// <summary>A pair of columns in a report.</summary>
public sealed record ReportedPair
{
    /// <summary>The column that comes first in the data.</summary>
    [JsonPropertyName("first")]
    public required string First { get; init; }

    /// <summary>The other one.</summary>
    [JsonPropertyName("second")]
    public required string Second { get; init; }

    /// <summary>The p-value, adjusted for the number of pairs.</summary>
    [JsonPropertyName("p")]
    public required double P { get; init; }
}

/// <summary>A compared column in a report.</summary>
public sealed record ReportedColumn
{
    /// <summary>The column.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What of the column: <c>values</c>, <c>missing</c>, <c>length</c>, <c>stray</c>, <c>words</c> and so on.</summary>
    [JsonPropertyName("aspect")]
    public required string Aspect { get; init; }

    /// <summary><c>label</c> or <c>feature</c>.</summary>
    [JsonPropertyName("role")]
    public required string Role { get; init; }

    /// <summary>How the values were compared: <c>numeric</c>, <c>categorical</c>, <c>date</c> or <c>text</c>.</summary>
    [JsonPropertyName("kind")]
    public required string Kind { get; init; }

    /// <summary>Its own verdict.</summary>
    [JsonPropertyName("verdict")]
    public required string Verdict { get; init; }

    /// <summary>The observed difference.</summary>
    [JsonPropertyName("estimate")]
    public required double Estimate { get; init; }

    /// <summary>At least this share differs.</summary>
    [JsonPropertyName("lower")]
    public required double Lower { get; init; }

    /// <summary>No tested event differs by more.</summary>
    [JsonPropertyName("upper")]
    public required double Upper { get; init; }

    /// <summary>The p-value, adjusted within its family.</summary>
    [JsonPropertyName("p")]
    public required double P { get; init; }

    /// <summary>The smallest shift that would have been found in 80 % of draws.</summary>
    [JsonPropertyName("resolution")]
    public required double Resolution { get; init; }

    /// <summary>Rows of the first split with a value.</summary>
    [JsonPropertyName("rows_a")]
    public required long RowsA { get; init; }

    /// <summary>Rows of the second split with a value.</summary>
    [JsonPropertyName("rows_b")]
    public required long RowsB { get; init; }

    /// <summary>What moved most.</summary>
    [JsonPropertyName("moved")]
    public required IReadOnlyList<ReportedMove> Moved { get; init; }
}

/// <summary>A value or range that moved, in a report.</summary>
public sealed record ReportedMove
{
    /// <summary>The value or range.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its share of the first split.</summary>
    [JsonPropertyName("a")]
    public required double A { get; init; }

    /// <summary>Its share of the second split.</summary>
    [JsonPropertyName("b")]
    public required double B { get; init; }
}

/// <summary>Equal rows of two splits in a report.</summary>
public sealed record ReportedEqualRows
{
    /// <summary>The first split.</summary>
    [JsonPropertyName("a")]
    public required string A { get; init; }

    /// <summary>The second split.</summary>
    [JsonPropertyName("b")]
    public required string B { get; init; }

    /// <summary>Rows of the first split that have an equal in the second.</summary>
    [JsonPropertyName("rows_a")]
    public required long RowsA { get; init; }

    /// <summary>Rows of the second split that have an equal in the first.</summary>
    [JsonPropertyName("rows_b")]
    public required long RowsB { get; init; }

    /// <summary>Different rows that stand in both.</summary>
    [JsonPropertyName("patterns")]
    public required long Patterns { get; init; }

    /// <summary>How many of those that occur more than once a random split would put into both.</summary>
    [JsonPropertyName("expected")]
    public required double Expected { get; init; }

    /// <summary><c>chance</c>, <c>entities</c> or <c>copies</c>.</summary>
    [JsonPropertyName("cause")]
    public required string Cause { get; init; }
}

/// <summary>An accepted finding in a report.</summary>
public sealed record ReportedWaiver
{
    /// <summary>The rule's number.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The reason.</summary>
    [JsonPropertyName("because")]
    public required string Because { get; init; }

    /// <summary>The last day, as 2027-03-31; absent if it holds for good.</summary>
    [JsonPropertyName("until")]
    public string? Until { get; init; }

    /// <summary>What was found and accepted.</summary>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>What it would weigh: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    [JsonPropertyName("severity")]
    public required string Severity { get; init; }

    /// <summary>First line of what was found, from 1.</summary>
    [JsonPropertyName("line")]
    public required int Line { get; init; }

    /// <summary>First column, from 1.</summary>
    [JsonPropertyName("column")]
    public required int Column { get; init; }

    /// <summary>Line of the end.</summary>
    [JsonPropertyName("endLine")]
    public required int EndLine { get; init; }

    /// <summary>Column just behind the end.</summary>
    [JsonPropertyName("endColumn")]
    public required int EndColumn { get; init; }

    /// <summary>The split that it is about.</summary>
    [JsonPropertyName("split")]
    public string? Split { get; init; }

    /// <summary>The data column that it is about.</summary>
    [JsonPropertyName("column_name")]
    public string? ColumnName { get; init; }
}

/// <summary>A metric's value in a report; without limits it is taken as exact.</summary>
public sealed record ReportedFigure
{
    /// <summary>The value.</summary>
    [JsonPropertyName("value")]
    public required double Value { get; init; }

    /// <summary>Lower limit at 95 %.</summary>
    [JsonPropertyName("lower")]
    public double? Lower { get; init; }

    /// <summary>Upper limit at 95 %.</summary>
    [JsonPropertyName("upper")]
    public double? Upper { get; init; }

    /// <summary>The rows that it was measured on.</summary>
    [JsonPropertyName("rows")]
    public long? Rows { get; init; }

    /// <summary>The values by slice, of an aggregate over slices.</summary>
    [JsonPropertyName("slices")]
    public IReadOnlyDictionary<string, double>? Slices { get; init; }
}

/// <summary>The choice in a report.</summary>
public sealed record ReportedChoice
{
    /// <summary>What the team chose.</summary>
    [JsonPropertyName("declared")]
    public string? Declared { get; init; }

    /// <summary>What the figures choose; absent if none passes or none has a figure.</summary>
    [JsonPropertyName("winner")]
    public string? Winner { get; init; }

    /// <summary>By how much its dev figure may look too good because it is the best of several; absent if unknown.</summary>
    [JsonPropertyName("optimism")]
    public ReportedOptimism? Optimism { get; init; }
}

/// <summary>What choosing the best of several on the same rows makes of a figure, in a report.</summary>
public sealed record ReportedOptimism
{
    /// <summary>Whose figure it is: the choice, else the winner.</summary>
    [JsonPropertyName("candidate")]
    public required string Candidate { get; init; }

    /// <summary>How many noise can't tell apart, this one included; the runs of the history if they are more.</summary>
    [JsonPropertyName("compared")]
    public required int Compared { get; init; }

    /// <summary>By how much the figure may be too good, in the metric's unit.</summary>
    [JsonPropertyName("at_most")]
    public required double AtMost { get; init; }

    /// <summary>The figure with all of that taken off.</summary>
    [JsonPropertyName("corrected")]
    public required double Corrected { get; init; }
}

/// <summary>The error ladder in a report.</summary>
public sealed record ReportedLadder
{
    /// <summary>The metric of all rungs; where higher is better, rungs are one minus it.</summary>
    [JsonPropertyName("metric")]
    public required string Metric { get; init; }

    /// <summary>The rungs from the Bayes proxy up, as errors.</summary>
    [JsonPropertyName("rungs")]
    public required IReadOnlyList<ReportedRung> Rungs { get; init; }

    /// <summary>The gaps between them.</summary>
    [JsonPropertyName("gaps")]
    public required IReadOnlyList<ReportedGap> Gaps { get; init; }

    /// <summary><c>bias</c>, <c>variance</c>, <c>mismatch</c>, <c>dev_overfit</c>, <c>real_world</c> or <c>undetermined</c>.</summary>
    [JsonPropertyName("dominant")]
    public required string Dominant { get; init; }
}

/// <summary>A rung in a report.</summary>
public sealed record ReportedRung
{
    /// <summary>Its name; <c>bayes</c> or <c>human</c> for the proxy.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The error.</summary>
    [JsonPropertyName("error")]
    public required double Error { get; init; }

    /// <summary>The rows that it was measured on.</summary>
    [JsonPropertyName("rows")]
    public long? Rows { get; init; }
}

/// <summary>A gap in a report.</summary>
public sealed record ReportedGap
{
    /// <summary>What it is due to.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The difference.</summary>
    [JsonPropertyName("value")]
    public required double Value { get; init; }

    /// <summary>Lower limit at 95 %.</summary>
    [JsonPropertyName("lower")]
    public required double Lower { get; init; }

    /// <summary>Upper limit at 95 %.</summary>
    [JsonPropertyName("upper")]
    public required double Upper { get; init; }

    /// <summary>The probability that no other gap is larger.</summary>
    [JsonPropertyName("probability_largest")]
    public required double ProbabilityLargest { get; init; }
}

/// <summary>A part of dev that holds errors, in a report.</summary>
public sealed record ReportedErrorSlice
{
    /// <summary>The column.</summary>
    [JsonPropertyName("column_name")]
    public required string Column { get; init; }

    /// <summary>Its level or range.</summary>
    [JsonPropertyName("level")]
    public required string Level { get; init; }

    /// <summary>Its rows.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    /// <summary>Those of them that are wrong.</summary>
    [JsonPropertyName("errors")]
    public required long Errors { get; init; }

    /// <summary>The share of all errors; of their weight, where rows have weights, and so are the following.</summary>
    [JsonPropertyName("share")]
    public required double Share { get; init; }

    /// <summary>How many groups have rows of it; absent without groups.</summary>
    [JsonPropertyName("groups")]
    public long? Groups { get; init; }

    /// <summary>The error in it.</summary>
    [JsonPropertyName("error")]
    public required double Error { get; init; }

    /// <summary>The error elsewhere.</summary>
    [JsonPropertyName("other_error")]
    public required double OtherError { get; init; }

    /// <summary>The dev error if it erred here as elsewhere.</summary>
    [JsonPropertyName("best_error")]
    public required double BestError { get; init; }

    /// <summary>The probability by chance, before it was chosen among many; with groups or weights after.</summary>
    [JsonPropertyName("p")]
    public required double P { get; init; }
}

/// <summary>Suspect labels of a split, in a report.</summary>
public sealed record ReportedSuspects
{
    /// <summary>The split.</summary>
    [JsonPropertyName("split")]
    public required string Split { get; init; }

    /// <summary>The rows with a label and probabilities.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }

    /// <summary>The suspect ones.</summary>
    [JsonPropertyName("suspects")]
    public required long Suspects { get; init; }

    /// <summary>The share of wrong labels that the probabilities let expect.</summary>
    [JsonPropertyName("expected_share")]
    public required double ExpectedShare { get; init; }

    /// <summary>The suspects by given and likelier class, the most frequent first, twenty at most.</summary>
    [JsonPropertyName("pairs")]
    public required IReadOnlyList<ReportedSuspectPair> Pairs { get; init; }
}

/// <summary>Suspect labels of one kind, in a report.</summary>
public sealed record ReportedSuspectPair
{
    /// <summary>The class that was given.</summary>
    [JsonPropertyName("given")]
    public required string Given { get; init; }

    /// <summary>The class that the probabilities speak for.</summary>
    [JsonPropertyName("likelier")]
    public required string Likelier { get; init; }

    /// <summary>The number of rows.</summary>
    [JsonPropertyName("rows")]
    public required long Rows { get; init; }
}

/// <summary>The first rows of one kind, in a report.</summary>
public sealed record ReportedRows
{
    /// <summary><c>equal_row</c>, <c>shared_id</c>, <c>shared_group</c>, <c>joint_shift</c> or <c>label_suspect</c>.</summary>
    [JsonPropertyName("about")]
    public required string About { get; init; }

    /// <summary>The splits, joined by a slash.</summary>
    [JsonPropertyName("splits")]
    public required string Splits { get; init; }

    /// <summary>The rows, those that belong together one after the other.</summary>
    [JsonPropertyName("rows")]
    public required IReadOnlyList<ReportedRow> Rows { get; init; }
}

/// <summary>A row of a file, in a report.</summary>
public sealed record ReportedRow
{
    /// <summary>The file.</summary>
    [JsonPropertyName("file")]
    public required string File { get; init; }

    /// <summary>The number of the row from 1; the header isn't counted.</summary>
    [JsonPropertyName("row")]
    public required long Row { get; init; }

    /// <summary>The line on which it starts.</summary>
    [JsonPropertyName("line")]
    public required long Line { get; init; }

    /// <summary>Its id, or its group where that is what is shared; absent if there is none.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; init; }
}

/// <summary>A tag of the error analysis in a report.</summary>
public sealed record ReportedCeiling
{
    /// <summary>The tag.</summary>
    [JsonPropertyName("tag")]
    public required string Tag { get; init; }

    /// <summary>Its share of the examined errors.</summary>
    [JsonPropertyName("share")]
    public required double Share { get; init; }

    /// <summary>Lower limit at 95 %.</summary>
    [JsonPropertyName("lower")]
    public required double Lower { get; init; }

    /// <summary>Upper limit at 95 %.</summary>
    [JsonPropertyName("upper")]
    public required double Upper { get; init; }

    /// <summary>The dev error if all that is fixable were fixed.</summary>
    [JsonPropertyName("best_error")]
    public double? BestError { get; init; }
}
