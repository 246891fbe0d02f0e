namespace MlStrategyGuard.Engine.Comparison;

/// <summary>What no single column need show: pairs of columns, and a classifier that tells the splits apart.</summary>
internal static class JointShift
{
    private const int MostPairs = 3;

    /// <summary>Below this share of what a classifier found a column isn't named.</summary>
    private const double LeastImportance = 0.05;

    /// <summary>Compares the samples of two splits.</summary>
    /// <param name="columns">Columns of both samples, coded.</param>
    /// <param name="units">What is independent of each other, if rows aren't.</param>
    /// <param name="rate">The share of the error rate for both tests together.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <param name="note">Is told the classifier, if it tells the samples apart; null if nobody asks.</param>
    /// <returns>Null if there aren't two columns.</returns>
    public static JointComparison? Compare(
        IReadOnlyList<CodedColumn> columns, Units? units, double rate, double tolerance, Action<DomainClassifier>? note = null)
    {
        if (columns.Count < 2)
            return null;

        var half = rate / 2;
        var pairs = (units is null ? new PairScan(columns).Run() : GroupedPairs.Run(columns, units))
            .OrderBy(pair => pair.P).ToList();
        var classifier = DomainClassifier.Run(columns, units);
        var found = pairs.TakeWhile(pair => pair.P <= half).Take(MostPairs).ToList();
        var told = classifier is { } one && one.P <= half;

        var shown = found.Select(pair => Judge(pair.ToLevelTest(units), half / pairs.Count, tolerance, 1)).ToList();
        if (told)
            note?.Invoke(classifier!);
        if (told)
            shown.Add(Judge(classifier!.Scores, half, tolerance, 2));
        var joint = new JointComparison
        {
            RowsA = columns[0].A.Length,
            RowsB = columns[0].B.Length,
            P = Math.Min(1, 2 * Math.Min(pairs[0].P, classifier?.P ?? 1)),
            PairsTested = pairs.Count,
            Pairs = [.. found.Select(pair => new ColumnPair(pair.First.Name, pair.Second.Name, pair.P))],
            Features = told ? [.. classifier!.Importance.Where(feature => feature.Value >= LeastImportance)] : [],
        };
        if (shown.Count == 0)
            return joint;

        // A pair says where to look, so it goes before a classifier that is no surer.
        var best = shown.OrderByDescending(test => test.Verdict).ThenBy(test => test.RowsPerRow).ThenByDescending(test => test.Lower).First();
        var place = shown.IndexOf(best);
        return joint with
        {
            // What is said of a pair is said of the first.
            Pairs = place < found.Count ? [joint.Pairs[place], .. joint.Pairs.Where((_, i) => i != place)] : joint.Pairs,
            IsSignificant = true,
            RowsA = best.Test.RowsA,
            RowsB = best.Test.RowsB,
            Verdict = best.Verdict,
            Estimate = best.Test.Estimate,
            Lower = best.Lower,
            IntervalUpper = best.Test.IntervalUpper(best.Alpha),
            Upper = best.Upper,
            RowsNeeded = best.Verdict == Verdict.Shifted ? RowsNeeded(best.Test, best.Alpha, tolerance, best.RowsPerRow) : 0,
            Movers = best.RowsPerRow == 1 ? best.Test.Movers : [],
        };
    }

    /// <param name="test">A pair, or the classifier's scores.</param>
    /// <param name="alpha">Its share of the error rate.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <param name="rowsPerRow">Rows of a split for each row that the test sees: a classifier learns from the other half.</param>
    private static (ColumnTest Test, double Alpha, Verdict Verdict, double Lower, double Upper, int RowsPerRow) Judge(
        ColumnTest test, double alpha, double tolerance, int rowsPerRow)
    {
        var (lower, upper) = (test.Lower(alpha), test.Upper(ColumnTest.SameTail));
        var verdict = lower > tolerance ? Verdict.Different : upper > tolerance ? Verdict.Shifted : Verdict.Same;
        return (test, alpha, verdict, lower, upper, rowsPerRow);
    }

    private static long RowsNeeded(ColumnTest test, double alpha, double tolerance, int rowsPerRow)
    {
        var rows = SplitComparer.RowsNeeded(test, Verdict.Shifted, alpha, 1, tolerance);
        return rows > long.MaxValue / rowsPerRow ? rows : rows * rowsPerRow;
    }

    /// <summary>The compared columns in bins, those that say something about rows; in the order of the data.</summary>
    /// <param name="tests">The columns that are compared one by one.</param>
    /// <param name="rows">The rows of both splits.</param>
    public static IReadOnlyList<CodedColumn> Code(IReadOnlyList<ColumnTest> tests, SampledRows rows)
    {
        var chosen = tests.Where(test => test.Aspect == ColumnAspect.Values && test.Kind != ColumnKind.Text).DistinctBy(test => test.Column).ToList();
        var coded = new CodedColumn?[chosen.Count];
        Parallel.For(0, chosen.Count, i =>
            coded[i] = RowValues.Of(chosen[i], rows.A.Column(chosen[i].Column), rows.B.Column(chosen[i].Column))?.ToCoded());
        return [.. coded.OfType<CodedColumn>()];
    }
}
