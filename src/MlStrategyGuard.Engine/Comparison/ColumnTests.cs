using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Decides how a column of two splits is compared, by looking at both as one.</summary>
/// <param name="strategy">Tells what the columns are for.</param>
/// <param name="a">The first split.</param>
/// <param name="b">The second split.</param>
internal sealed class ColumnTests(Strategy strategy, ComparedSplit a, ComparedSplit b)
{
    /// <summary>
    /// Values of another kind in one split only are blamed on the splits if chance would deal them all to one side
    /// less often than this; a rarer stray value is no reason to stop a build.
    /// </summary>
    private const double ConflictP = 1e-6;

    private readonly List<ColumnTest> _tests = [];
    private readonly List<ColumnConflict> _conflicts = [];
    private readonly List<KeyValuePair<string, string>> _leftOut = [];

    /// <summary>What can be tested, in the order of the data.</summary>
    public IReadOnlyList<ColumnTest> Tests => _tests;

    /// <summary>What makes the splits impossible to compare.</summary>
    public IReadOnlyList<ColumnConflict> Conflicts => _conflicts;

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> LeftOut => _leftOut;

    /// <summary>Goes through all columns of both splits, several at a time.</summary>
    public void Plan()
    {
        var inB = b.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var plans = new ColumnPlan[a.Columns.Count];
        Parallel.For(0, plans.Length, i => plans[i] = Plan(a.Columns[i], inB));

        var inA = a.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var plan in plans.Concat(b.Columns
            .Where(column => !inA.Contains(column.Name) && ColumnRole.ReasonToSkip(strategy, column.Name) is null)
            .Select(column => Unpaired(column.Name, b.Name))))
        {
            _tests.AddRange(plan.Tests);
            if (plan.Conflict is { } conflict)
                _conflicts.Add(conflict);
            if (plan.LeftOut is { } leftOut)
                _leftOut.Add(leftOut);
        }
    }

    private ColumnPlan Plan(ComparedColumn column, Dictionary<string, ComparedColumn> inB) =>
        ColumnRole.ReasonToSkip(strategy, column.Name) is { } reason ? ColumnPlan.Without(column.Name, reason)
        : inB.TryGetValue(column.Name, out var other) ? Plan(column, other)
        : Unpaired(column.Name, a.Name);

    /// <summary>A label that one split lacks is named by the file, so it is MLS0010's.</summary>
    private ColumnPlan Unpaired(string column, string owner) => new()
    {
        Conflict = column != strategy.Data.Label?.Value ? new ColumnConflict(column, owner, null) : null,
    };

    private ColumnPlan Plan(ComparedColumn x, ComparedColumn y)
    {
        var isLabel = x.Name == strategy.Data.Label?.Value;
        if (Conflict(x, y) is { } detail)
            return new() { Conflict = new ColumnConflict(x.Name, null, detail) };
        if (x.Kind == ColumnKind.Embedding)
            return ColumnPlan.Without(x.Name, "embedding");
        if (!isLabel && x.IsIdentifier && y.IsIdentifier && !(IsProse(a.Sample, x.Name) && IsProse(b.Sample, x.Name)))
            return ColumnPlan.Without(x.Name, "identifier");

        var tests = new List<ColumnTest>();
        KeyValuePair<string, string>? leftOut = null;
        if (x.Present > 0 && y.Present > 0)
        {
            if (OfValues(x, y, isLabel) is { } values)
                tests.AddRange(values);
            else
                leftOut = new(x.Name, "profile");
            if (tests is [.., { Kind: ColumnKind.Date or ColumnKind.Text } last] && a.Sample is not null && b.Sample is not null)
                tests.AddRange(OfSample(last, a.Sample, b.Sample));
        }

        if (x.Missing + y.Missing > 0)
            tests.Add(new LevelTest(x.Name, ColumnAspect.Missing, false, ColumnKind.Categorical,
                [$"{x.Name} missing", $"{x.Name} present"], [x.Missing, x.Present], [y.Missing, y.Present]));
        return new() { Tests = tests, LeftOut = leftOut };
    }

    /// <summary>The tests of the values; null if a profile doesn't know what they need.</summary>
    private IEnumerable<ColumnTest>? OfValues(ComparedColumn x, ComparedColumn y, bool isLabel)
    {
        if (x.Kind == ColumnKind.Date && y.Kind == ColumnKind.Date)
            return [OfDates(x, y, isLabel)];
        if (x.Kind == ColumnKind.Numeric && y.Kind == ColumnKind.Numeric && !AreCodes(x, y, isLabel))
            return [OfNumbers(x, y, isLabel)];
        if (!isLabel && HasStrays(x, y, column => column.NumberCount))
            return
            [
                OfNumbers(x, y, isLabel),
                OfStrays(x, ColumnKind.Numeric, [x.Present - x.NumberCount, x.NumberCount], [y.Present - y.NumberCount, y.NumberCount]),
            ];
        if (!isLabel && HasStrays(x, y, column => column.DateCount))
            return
            [
                OfDates(x, y, isLabel),
                OfStrays(x, ColumnKind.Date, [x.Present - x.DateCount, x.DateCount], [y.Present - y.DateCount, y.DateCount]),
            ];
        if (x.Kind == ColumnKind.Text || (!isLabel && x.IsText && y.IsText))
            return [NumberSet.Test(x.Name, ColumnAspect.Length, isLabel, ColumnKind.Text, x.Lengths, y.Lengths, areWhole: true)];
        if (!x.HasLevels || !y.HasLevels)
            return null;
        var levels = OfLevels(x, y, isLabel);
        return isLabel || x.IsHashed || y.IsHashed || NewLevelTest.Of(x.Name, levels.CountsA, levels.CountsB) is not { } rare
            ? [levels.Test]
            : [levels.Test, rare];
    }

    /// <summary>What else a date or a text says, which takes single values: those of the sample.</summary>
    private static IEnumerable<ColumnTest> OfSample(ColumnTest test, RowSample a, RowSample b)
    {
        var (rowsA, rowsB) = RowSample.Comparable(a, b);
        var (x, y) = (a.Column(test.Column), b.Column(test.Column));
        ColumnAspect[] aspects = test.Kind == ColumnKind.Date ? [ColumnAspect.Weekday, ColumnAspect.Hour] : [ColumnAspect.NonAscii];
        foreach (var aspect in aspects)
        {
            if (RowValues.Of(test.Column, aspect, ColumnKind.Categorical, x, y)?.ToTest(rowsA, rowsB, aspect) is { } more)
                yield return more;
        }

        if (test.Kind == ColumnKind.Text && WordTest.Of(test.Column, x, rowsA, y, rowsB) is { } words)
            yield return words;
    }

    private static ColumnTest OfNumbers(ComparedColumn x, ComparedColumn y, bool isLabel) => NumberSet.Test(
        x.Name, ColumnAspect.Values, isLabel, ColumnKind.Numeric, x.Numbers, y.Numbers, x.IsInteger && y.IsInteger);

    private static ColumnTest OfDates(ComparedColumn x, ComparedColumn y, bool isLabel) => NumberSet.Test(
        x.Name, ColumnAspect.Values, isLabel, ColumnKind.Date, x.Dates, y.Dates, areWhole: false);

    private static LevelTest OfStrays(ComparedColumn column, ColumnKind kind, long[] x, long[] y)
    {
        var what = kind == ColumnKind.Date ? "date" : "number";
        return new LevelTest(column.Name, ColumnAspect.Stray, false, kind, [$"{column.Name} not a {what}", $"{column.Name} a {what}"], x, y);
    }

    /// <summary>
    /// Numbers (or dates) with a few values of another kind: the levels of such a column are mostly unique, and
    /// comparing them would see nothing. A column with few levels is better compared by these.
    /// </summary>
    private static bool HasStrays(ComparedColumn x, ComparedColumn y, Func<ComparedColumn, long> count) =>
        x.Declared is null
        && 2 * count(x) >= x.Present && 2 * count(y) >= y.Present
        && count(x) + count(y) < x.Present + y.Present
        && (x.HasManyValues || y.HasManyValues);

    /// <summary>Whole numbers with few different values are codes; a class label always is.</summary>
    private bool AreCodes(ComparedColumn x, ComparedColumn y, bool isLabel)
    {
        if (isLabel && strategy.Task?.Value is LearningTask.Regression or LearningTask.Ranking)
            return false;
        if (isLabel && strategy.Task is not null)
            return true;
        return x.Declared is null && x.HasCodes && y.HasCodes && LevelPair.Of(x, y).Count <= ColumnProfile.MaxCodes;
    }

    private (LevelTest Test, long[] CountsA, long[] CountsB) OfLevels(ComparedColumn x, ComparedColumn y, bool isLabel)
    {
        var levels = LevelPair.Of(x, y);
        long[] countsA = [.. levels.Select(level => level.A)];
        long[] countsB = [.. levels.Select(level => level.B)];
        var test = new LevelTest(x.Name, ColumnAspect.Values, isLabel, ColumnKind.Categorical,
            [.. levels.Select(level => level.Name)], countsA, countsB)
        {
            Positive = isLabel && strategy.Data.Positive is { } positive ? $"{x.Name}={positive.Value}" : null,
        };
        return (test, countsA, countsB);
    }

    /// <summary>Sentences are hardly ever equal and say something all the same: half of the values have four words or more.</summary>
    private static bool IsProse(RowSample? sample, string name)
    {
        const int Enough = 500;
        const int Words = 4;
        if (sample?.Column(name) is not { Levels: { Length: > 0 } levels })
            return false;
        var some = levels.Where((_, i) => i % (1 + (levels.Length / Enough)) == 0).ToList();
        return 2 * some.Count(text => WordTest.WordsOf(text).Count(word => word.Any(char.IsLetter)) >= Words) >= some.Count;
    }

    private string? Conflict(ComparedColumn x, ComparedColumn y)
    {
        if (x.Declared is not null || x.Kind == y.Kind || x.Kind == ColumnKind.Empty || y.Kind == ColumnKind.Empty)
            return null;

        var numbers = x.Kind == ColumnKind.Numeric || y.Kind == ColumnKind.Numeric;
        var (pure, mixed, pureIn, mixedIn) = x.Kind is ColumnKind.Numeric or ColumnKind.Date && (numbers == (x.Kind == ColumnKind.Numeric))
            ? (x, y, a.Name, b.Name)
            : (y, x, b.Name, a.Name);
        var strays = mixed.Present - (numbers ? mixed.NumberCount : mixed.DateCount);
        var p = Hypergeometric.TwiceSmallerTail(0, pure.Present + mixed.Present, strays, pure.Present);
        var what = numbers ? "numbers" : "dates";
        return p < ConflictP
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"only {what} in {pureIn}; in {mixedIn} {strays:N0} of {mixed.Present:N0} values are none. Write both alike, or add the spelling of what is missing to 'data.missing'")
            : null;
    }
}
