using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>Which single column (or simple formula) gives the label away? When in doubt, none.</summary>
/// <param name="strategy">Names the label and what the columns are for.</param>
/// <param name="splits">The splits in the order in which a model meets them.</param>
internal sealed class GiveawayFinder(Strategy strategy, IReadOnlyList<SplitProfile> splits)
{
    private const int MaxRows = 8_192;
    private const int FewestRows = 50;

    /// <summary>One-sided error rate of each bound.</summary>
    private const double Tail = 1e-4;

    /// <summary>A column of more levels names things; their label may well be known.</summary>
    private const int MaxLevels = 50;

    private const int MaxClasses = 100;

    private readonly bool _areClasses = ClassCounts.AreClasses(strategy, splits);

    /// <summary>Everything that is found, on train where there is one.</summary>
    public IReadOnlyList<LabelGiveaway> Find()
    {
        if (splits.Count == 0 || splits[0] is not { Sample: { } sample, Keys: { } keys } split
            || strategy.Data.Label is not { } label || sample.Column(label.Value) is not { } target)
            return [];

        var columns = sample.Columns.Where(column => column.Name != label.Value && !keys.LeftOut.Contains(column.Name)).ToList();
        var rows = Math.Min(MaxRows, sample.Count);
        if (_areClasses && target is { Codes: { } classes, Levels.Length: >= 2 and <= MaxClasses })
            return [.. columns.AsParallel().AsOrdered().Select(column => (HasValues(column) ? OfClasses(split.Name, column, classes, target.Levels.Length, rows) : null)
                ?? OfPresence(split.Name, column, classes, target.Levels.Length, rows)
                ?? (HasValues(column) ? Fading(split, column, target) : null))
                .OfType<LabelGiveaway>()];
        return strategy.Task?.Value is null or LearningTask.Regression && target is { Kind: ColumnKind.Numeric, Numbers: { } numbers }
            ? [.. Formulas(split.Name, columns.FindAll(HasValues), numbers, rows)]
            : [];
    }

    /// <summary>Numbers, dates or levels; of a text only that it is there says something by itself.</summary>
    private static bool HasValues(SampledColumn column) => column.Kind is ColumnKind.Numeric or ColumnKind.Categorical or ColumnKind.Date;

    private static LabelGiveaway? OfClasses(string split, SampledColumn column, int[] classes, int count, int rows)
    {
        // Where all rows are of one class everything "separates" it.
        if (count < 2)
            return null;
        if (column.Codes is { } codes)
            return Determines(codes, column.Levels!.Length, classes, count, rows) is var (seen, exceptions)
                ? new LabelGiveaway(GiveawayKind.Determines, split, [column.Name]) { Rows = seen, Exceptions = exceptions }
                : null;
        var (values, labels) = Present(column.Numbers!, classes, rows);
        return count == 2 ? Separates(split, column.Name, values, labels) : SeparatesAll(split, column.Name, values, labels, count);
    }

    /// <summary>Whether the column is filled for some classes and empty for others, as a date of payment is.</summary>
    private static LabelGiveaway? OfPresence(string split, SampledColumn column, int[] classes, int count, int rows)
    {
        int[] isThere = column.Codes is { } codes
            ? Array.ConvertAll(codes, code => code < 0 ? 0 : 1)
            : column.Numbers is { } numbers ? Array.ConvertAll(numbers, number => double.IsNaN(number) ? 0 : 1) : [];
        return count > 1 && isThere.Length > 0 && Determines(isThere, 2, classes, count, rows) is var (seen, exceptions)
            ? new LabelGiveaway(GiveawayKind.Presence, split, [column.Name]) { Rows = seen, Exceptions = exceptions }
            : null;
    }

    /// <summary>Whether nearly all rows have levels of five rows or more, each of which goes with one class.</summary>
    private static (long Seen, long Exceptions)? Determines(int[] codes, int levels, int[] classes, int count, int rows)
    {
        if (levels > MaxLevels || levels < 2)
            return null;
        var table = new int[levels, count];
        var perClass = new long[count];
        for (var i = 0; i < rows; i++)
        {
            if (codes[i] < 0 || classes[i] < 0)
                continue;
            table[codes[i], classes[i]]++;
            perClass[classes[i]]++;
        }

        var (seen, exceptions) = (0L, 0L);
        for (var level = 0; level < levels; level++)
        {
            var (all, most) = (0, 0);
            for (var one = 0; one < count; one++)
            {
                all += table[level, one];
                most = Math.Max(most, table[level, one]);
            }

            if (all < 5)
                continue;
            seen += all;
            exceptions += all - most;
        }

        // What counts are the rows that the trivial answer gets wrong.
        var total = perClass.Sum();
        var minority = total - perClass.Max();
        return 10 * seen >= 9 * total && total >= FewestRows && minority > 0 && 100 * exceptions <= minority
            && ClopperPearson.Upper(exceptions, minority, Tail) <= 0.1
                ? (seen, exceptions)
                : null;
    }

    /// <summary>Whether the area's lower limit is above .99; a perfect one counts as half a row less.</summary>
    private static LabelGiveaway? Separates(string split, string column, double[] values, int[] labels)
    {
        var area = AreaUnderCurve.Of(values, [.. labels.Select(label => label == 1)]);
        if (area.Fewest < FewestRows)
            return null;
        var value = Math.Max(area.Value, 1 - area.Value);
        var lower = value + (SpecialFunctions.NormalQuantile(Tail) * Math.Sqrt(area.Variance)) - (0.5 / area.Fewest);
        return lower > 0.99
            ? new LabelGiveaway(GiveawayKind.Separates, split, [column]) { Rows = values.Length, Area = value }
            : null;
    }

    /// <summary>Whether K − 1 thresholds separate K classes, one row in 200 aside.</summary>
    private static LabelGiveaway? SeparatesAll(string split, string column, double[] values, int[] labels, int count)
    {
        if (Enumerable.Range(0, count).Any(one => labels.Count(label => label == one) < FewestRows))
            return null;
        Array.Sort(values, labels);
        var switches = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (labels[i] == labels[i - 1])
                continue;
            if (values[i] == values[i - 1])
                return null;
            switches++;
        }

        return switches <= count - 1 + (values.Length / 200)
            ? new LabelGiveaway(GiveawayKind.Separates, split, [column]) { Rows = values.Length, Exceptions = switches - (count - 1) }
            : null;
    }

    /// <summary>
    /// Whether the column alone tells two classes apart much better here than on dev or test: by a tenth of the area at
    /// least, at the lower limit. Where the splits aren't due to be alike, that is no wonder.
    /// </summary>
    private LabelGiveaway? Fading(SplitProfile split, SampledColumn column, SampledColumn target)
    {
        // The area's error counts rows as independent.
        if (strategy.Consistency.Policy == SplitPolicy.Temporal || strategy.Data.Group is not null || target.Levels!.Length != 2 || column.Numbers is null)
            return null;
        foreach (var other in splits.Skip(1))
        {
            if (other.Sample is not { } sample || sample.Column(column.Name) is not { Numbers: { } numbers }
                || sample.Column(target.Name) is not { Codes: { } codes, Levels: { } levels } || !levels.SequenceEqual(target.Levels)
                || (strategy.Split(split.Name)?.Distribution is { } x && strategy.Split(other.Name)?.Distribution is { } y && x.Value != y.Value))
                continue;
            var (countHere, countThere) = RowSample.Comparable(split.Sample!, sample);
            var here = Area(column.Numbers, target.Codes!, Math.Min(MaxRows, countHere));
            var there = Area(numbers, codes, Math.Min(MaxRows, countThere));
            if (here.Fewest < FewestRows || there.Fewest < FewestRows)
                continue;
            var (value, otherValue) = here.Value >= 0.5 ? (here.Value, there.Value) : (1 - here.Value, 1 - there.Value);
            var error = Math.Sqrt(here.Variance + there.Variance) + (0.5 / here.Fewest) + (0.5 / there.Fewest);
            if (value - otherValue + (SpecialFunctions.NormalQuantile(Tail / 10) * error) >= 0.1
                && AssumedGroup.Find(strategy, ComparedSplit.Of(split), ComparedSplit.Of(other)) is null)
                return new LabelGiveaway(GiveawayKind.Fades, split.Name, [column.Name])
                {
                    Rows = here.Positives + here.Negatives,
                    Area = value,
                    Other = other.Name,
                    OtherArea = otherValue,
                };
        }

        return null;
    }

    private static AreaUnderCurve Area(double[] numbers, int[] classes, int rows)
    {
        var (values, labels) = Present(numbers, classes, rows);
        return AreaUnderCurve.Of(values, [.. labels.Select(label => label == 1)]);
    }

    private static (double[] Values, int[] Labels) Present(double[] numbers, int[] classes, int rows)
    {
        int[] present = [.. Enumerable.Range(0, rows).Where(i => !double.IsNaN(numbers[i]) && classes[i] >= 0)];
        return ([.. present.Select(i => numbers[i])], [.. present.Select(i => classes[i])]);
    }

    /// <summary>
    /// A number to predict that is a column on another scale, or the sum, difference, product or quotient of two. A column
    /// that follows it closely, as yesterday's value does, gives nothing away.
    /// </summary>
    private static IEnumerable<LabelGiveaway> Formulas(string split, List<SampledColumn> columns, double[] target, int rows)
    {
        if (target.Take(rows).Where(value => !double.IsNaN(value)).Distinct().Take(20).Count() < 20)
            yield break;
        var numeric = columns.Where(column => column is { Kind: ColumnKind.Numeric, Numbers: not null }).ToList();
        var alone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in numeric)
        {
            if (IsLinear(column.Numbers!, target, rows) is not { } seen)
                continue;
            alone.Add(column.Name);
            yield return new LabelGiveaway(GiveawayKind.Formula, split, [column.Name]) { Rows = seen, Formula = column.Name };
        }

        numeric.RemoveAll(column => alone.Contains(column.Name));
        for (var i = 0; i < numeric.Count; i++)
        {
            for (var j = 0; j < numeric.Count; j++)
            {
                if (i == j)
                    continue;
                var (x, y) = (numeric[i].Numbers!, numeric[j].Numbers!);
                var (sign, found) = ("", ((long Seen, long Exceptions)?)null);
                if (i < j)
                {
                    (sign, found) = ("+", Holds(x, y, target, rows, static (a, b) => a + b));
                    if (found is null)
                        (sign, found) = ("·", Holds(x, y, target, rows, static (a, b) => a * b));
                }

                if (found is null)
                    (sign, found) = ("−", Holds(x, y, target, rows, static (a, b) => a - b));
                if (found is null)
                    (sign, found) = ("/", Holds(x, y, target, rows, static (a, b) => a / b));
                if (found is var (seen, exceptions))
                    yield return new LabelGiveaway(GiveawayKind.Formula, split, [numeric[i].Name, numeric[j].Name])
                    {
                        Rows = seen,
                        Exceptions = exceptions,
                        Formula = $"{numeric[i].Name} {sign} {numeric[j].Name}",
                    };
            }
        }
    }

    /// <summary>Whether the formula gives the label in all rows but one in a thousand, to nine digits.</summary>
    private static (long Seen, long Exceptions)? Holds(double[] x, double[] y, double[] target, int rows, Func<double, double, double> formula)
    {
        var (seen, exceptions) = (0, 0);
        for (var i = 0; i < rows; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]) || double.IsNaN(target[i]))
                continue;
            seen++;
            var scale = Math.Max(Math.Abs(target[i]), Math.Max(Math.Abs(x[i]), Math.Abs(y[i])));
            if (!(Math.Abs(formula(x[i], y[i]) - target[i]) <= 1e-9 * scale) && ++exceptions > rows / 1000)
                return null;
        }

        return seen >= FewestRows && 2 * seen >= rows ? (seen, exceptions) : null;
    }

    /// <summary>Whether the label is a line of the column, to a millionth of its variance.</summary>
    private static long? IsLinear(double[] x, double[] target, int rows)
    {
        var (n, meanX, meanY, xx, yy, xy) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < rows; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(target[i]))
                continue;
            n++;
            var (dx, dy) = (x[i] - meanX, target[i] - meanY);
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (x[i] - meanX);
            yy += dy * (target[i] - meanY);
            xy += dx * (target[i] - meanY);
        }

        return n >= FewestRows && 2 * n >= rows && xx > 0 && yy > 0 && xy * xy > (1 - 1e-6) * xx * yy ? n : null;
    }
}
