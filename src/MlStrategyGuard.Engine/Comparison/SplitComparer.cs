using MlStrategyGuard.Engine.NamedRows;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Do two splits come from one distribution? One unit, the share of rows that differ; per column a p-value and bounds
/// that hold for all columns at once; four verdicts, of which only one fails a build.
/// </summary>
internal static class SplitComparer
{
    /// <summary>The share of the error rate for the label; a quarter each is for features and for joint shifts.</summary>
    private const double LabelShare = 0.5;

    private const double FeatureShare = 0.25;

    private const double JointShare = 0.25;

    /// <summary>How many pairs of splits may each be wrong at the declared rate; more of them share what so many may.</summary>
    private const int PairsAtFullRate = 4;

    /// <summary>
    /// The confidence for each of several pairs: as declared up to four, and higher for more, so that all together don't
    /// raise a false alarm in more than four times 1 − confidence of all builds.
    /// </summary>
    /// <param name="declared">The declared confidence, 0.5 to 1.</param>
    /// <param name="pairs">How many pairs are compared, 1 at least.</param>
    public static double ConfidenceOf(double declared, int pairs) => 1 - ((1 - declared) * Math.Min(1, (double)PairsAtFullRate / pairs));

    /// <summary>Compares two splits.</summary>
    /// <param name="strategy">What was declared.</param>
    /// <param name="a">The first split.</param>
    /// <param name="b">The second split.</param>
    /// <param name="reason">Why they should be alike.</param>
    /// <param name="confidence">One less the probability that anything is said against two splits that are alike; null for the declared one.</param>
    /// <param name="named">Notes rows by their keys; null if nobody asks for rows.</param>
    public static MlStrategyGuard.Comparison Compare(
        Strategy strategy, ComparedSplit a, ComparedSplit b, ComparisonReason reason, double? confidence = null, RowCollector? named = null)
    {
        var assumed = AssumedGroup.Find(strategy, a, b);
        if (assumed is not null)
            strategy = strategy with { Data = strategy.Data with { Group = new Marked<string>(assumed, SourceSpan.FileStart) } };
        var plan = new ColumnTests(strategy, a, b);
        plan.Plan();

        var (sure, tolerance) = (confidence ?? strategy.Consistency.Confidence, strategy.Consistency.Tolerance);
        var alpha = 1 - sure;
        var rows = SampledRows.Of(strategy.Data, a.Sample, b.Sample);
        var sampled = rows is not null && (rows.Units is not null || rows.WeightsA is not null) ? new SampledTests(rows) : null;
        var tests = sampled?.Of(plan.Tests) ?? plan.Tests;
        if (sampled is null && (strategy.Data.Group ?? strategy.Data.Weight) is not null)
            tests = []; // A row-wise, unweighted answer would be to another question.

        var labels = tests.Where(test => test.IsLabel).ToList();
        var features = tests.Where(test => !test.IsLabel).ToList();
        var judged = new Dictionary<ColumnTest, ColumnComparison>();
        foreach (var (family, rate) in new[] { (labels, alpha * LabelShare), (features, alpha * FeatureShare) })
        {
            var adjusted = rows?.Units is null ? Holm([.. family.Select(test => test.P)]) : sampled!.Permute(family);
            for (var i = 0; i < family.Count; i++)
                judged.Add(family[i], Judge(family[i], adjusted[i], rate, family.Count, tests.Count, tolerance));
        }

        var columns = tests.Select(test => judged[test]).ToList();
        var groups = rows?.Units?.Count(alpha / 4);
        var few = groups is { AreTooFew: true };
        if (few)
            columns = [.. columns.Select(column => column with { Verdict = Verdict.NoShiftFound, IsSignificant = false, Upper = 1, Resolution = 1 })];
        var joint = tests.Count > 0 && !few && rows?.Unweighted() is { } unweighted
            ? JointShift.Compare(JointShift.Code(tests, unweighted), unweighted.Units, alpha * JointShare, tolerance,
                named is null ? null : told => named.NoteJoint(a.Name, b.Name, unweighted, told))
            : null;
        var ofColumns = columns.Count == 0 ? Verdict.NoShiftFound : columns.Max(column => column.Verdict);
        var saysMore = joint is { IsSignificant: true } && joint.Verdict > ofColumns;
        var verdict = saysMore ? joint!.Verdict : ofColumns;
        var comparison = new MlStrategyGuard.Comparison(a.Name, b.Name, reason)
        {
            RowsA = a.Rows,
            RowsB = b.Rows,
            Tolerance = tolerance,
            Confidence = sure,
            Verdict = verdict,
            Lower = columns.Select(column => column.Lower).DefaultIfEmpty().Append(saysMore ? joint!.Lower : 0).Max(),
            Upper = columns.Select(column => column.Upper).DefaultIfEmpty(1).Append(joint?.Upper ?? 0).Max(),
            Resolution = columns.Select(column => column.Resolution).DefaultIfEmpty(1).Max(),
            Groups = groups,
            AssumedGroup = assumed,
            RowsNeeded = few ? null : verdict is Verdict.NoShiftFound or Verdict.Shifted ? RowsNeeded(columns, joint, verdict) : null,
            Columns = columns,
            Joint = joint,
            Conflicts = plan.Conflicts,
            LeftOut = plan.LeftOut,
            Pinned = [.. new[] { a, b }.Where(split => split.IsPinned).Select(split => split.Name)],
        };
        return WithPictures(comparison, tests);
    }

    /// <summary>Pictures are for people, and nobody looks at hundreds.</summary>
    private static MlStrategyGuard.Comparison WithPictures(MlStrategyGuard.Comparison comparison, IReadOnlyList<ColumnTest> tests)
    {
        const int Most = 60;
        var drawn = comparison.ByDifference().Take(Most).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return comparison with
        {
            Columns = [.. comparison.Columns.Select((column, i) => drawn.Contains(column) ? column with { Picture = tests[i].Picture } : column)],
        };
    }

    /// <summary>The most that a column asks for; null if there is one that no number of rows would settle.</summary>
    private static long? RowsNeeded(List<ColumnComparison> columns, JointComparison? joint, Verdict verdict)
    {
        var undecided = columns.Where(column => column.Verdict == verdict).ToList();
        if (undecided.Exists(column => column.Aspect == ColumnAspect.Length))
            return null;
        var rows = undecided.Select(column => column.RowsNeeded).ToList();
        if (joint is { IsSignificant: true } && joint.Verdict == verdict)
            rows.Add(joint.RowsNeeded);
        return rows.Count == 0 ? null : rows.Max();
    }

    private static ColumnComparison Judge(
        ColumnTest test, double adjusted, double rate, int family, int compared, double tolerance)
    {
        var alpha = rate / family;
        var (lower, upper) = (test.Lower(alpha), test.Upper(ColumnTest.SameTail));
        var significant = adjusted <= rate;
        var relative = significant ? test.RelativeLimitExceeded(alpha, tolerance) : null;
        var verdict =
            significant && (lower > tolerance || relative is not null) ? Verdict.Different
            : significant && upper > test.Limit(tolerance) ? Verdict.Shifted
            : upper <= tolerance ? Verdict.Same
            : Verdict.NoShiftFound;
        return new ColumnComparison(test.Column, test.Aspect, test.IsLabel, test.Kind)
        {
            RowsA = test.RowsA,
            RowsB = test.RowsB,
            Verdict = verdict,
            Estimate = test.Estimate,
            Lower = lower,
            IntervalUpper = test.IntervalUpper(alpha),
            Upper = upper,
            P = adjusted,
            IsSignificant = significant,
            Resolution = test.Resolution(alpha),
            RowsNeeded = RowsNeeded(test, verdict, alpha, compared, tolerance),
            RelativeLimit = relative,
            Movers = test.Movers,
        };
    }

    /// <summary>
    /// Rows a split that would settle the question: for SAME by the table of c; where a shift was found, as many as
    /// its distance from the limit asks for.
    /// </summary>
    internal static long RowsNeeded(ColumnTest test, Verdict verdict, double alpha, int compared, double tolerance)
    {
        var rows = Math.Max(
            test.RowsPerIndependent * (verdict == Verdict.Shifted ? RowsToDecide(test, alpha, compared, tolerance) : RowsForSame(test, compared, tolerance)),
            test.RowsForRareLevels);
        return rows < long.MaxValue / 2 ? (long)RoundUp(rows) : long.MaxValue;
    }

    /// <summary>The least number of rows that is enough for the levels that it would tell apart.</summary>
    private static double RowsForSame(ColumnTest test, int compared, double gap)
    {
        var rows = 1.0;
        while (true)
        {
            var c = test.RowsConstant(compared, rows) / gap;
            if (2 * c * c <= rows)
                return rows;
            rows = Math.Max(2 * c * c, rows + 1);
        }
    }

    /// <summary>
    /// The distance from the limit is only estimated: a part of its standard error is taken off, or the promise of
    /// 80 % would be kept in half of the cases (simulated).
    /// </summary>
    private static double RowsToDecide(ColumnTest test, double alpha, int compared, double tolerance)
    {
        var limit = test.Limit(tolerance);
        var distance = test.Estimate > limit ? Math.Max(0, test.Findable - limit) : test.Estimate - limit;
        var gap = Math.Max(Math.Abs(distance) - (0.5 * test.StandardError), 0.3 * test.StandardError);
        var c = test.DecisionConstant(alpha) / gap;
        return Math.Max(2 * c * c, test.Estimate > limit ? 0 : RowsForSame(test, compared, gap));
    }

    /// <summary>Two significant digits: more would pretend to know.</summary>
    private static double RoundUp(double rows)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(rows)) - 1));
        return Math.Ceiling(rows / unit) * unit;
    }

    /// <summary>Holm's (1979) step-down adjustment, in the order given.</summary>
    internal static double[] Holm(double[] p)
    {
        var adjusted = new double[p.Length];
        var running = 0.0;
        var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToArray();
        for (var rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, (p.Length - rank) * p[order[rank]]));
            adjusted[order[rank]] = running;
        }

        return adjusted;
    }
}
