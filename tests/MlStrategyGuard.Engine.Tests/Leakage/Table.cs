using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Leakage;

namespace MlStrategyGuard.Engine.Tests.Leakage;

/// <summary>Splits with row keys and samples for tests, made from rows in memory the plain way.</summary>
internal sealed class Table(string strategy, params string[] header)
{
    private readonly Strategy _strategy = Profiles.Strategy(strategy);
    private static readonly ReadingBudget Budget = new(CheckRequest.DefaultMemory);

    private readonly List<SplitProfile> _splits = [];

    /// <summary>Adds a split.</summary>
    public Table With(string split, IEnumerable<string[]> rows, long memory = CheckRequest.DefaultMemory)
    {
        string[][] all = [.. rows];
        var profile = Profiles.Of(split, header, all, memory);
        _splits.Add(profile with { Keys = Keys(all), Sample = Sample(profile, all) });
        return this;
    }

    /// <summary>What is found about the splits.</summary>
    public LeakageEvidence Find() => new LeakageFinder(_strategy, _splits, CancellationToken.None).Find();

    /// <summary>The findings of a rule.</summary>
    public IReadOnlyList<Finding> Findings(string rule) =>
        [.. Judgement.Of(_strategy, [], new Evidence
        {
            DataWasRead = true,
            Splits = [.. _splits.Select(split => split.ToEvidence(_strategy.Data.Label?.Value))],
            Leakage = Find(),
        }, new DateTime(2026, 6, 1)).Findings.Where(finding => finding.Id == rule)];

    /// <summary>A number as files have it.</summary>
    public static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A standard normal draw (Box and Muller).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Two parts of the rows in random order.</summary>
    public static (string[][] First, string[][] Second) Split(Random random, string[][] rows, int first)
    {
        string[][] order = [.. rows];
        random.Shuffle(order);
        return (order[..first], order[first..]);
    }

    private static string Canonical(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Number(number + 0.0)
            : field;

    private static ulong Hash(string text) => Hashing.Of(Encoding.UTF8.GetBytes(text));

    private static bool IsMissing(string field) => field is "" or "NA";

    private RowKeys Keys(string[][] rows)
    {
        var data = _strategy.Data;
        string?[] roles =
        [
            data.Label?.Value, data.Id?.Value, data.Group?.Value, data.Source?.Value, data.Weight?.Value,
            _strategy.Consistency.Policy == SplitPolicy.Temporal ? data.Time?.Value : null,
            .. data.Ignore.Select(column => column.Value),
        ];
        string[] leftOut = [.. header.Where(column => roles.Contains(column))];
        var (features, ids, groups) = (new KeySet(Budget), new KeySet(Budget), new KeySet(Budget));
        foreach (var row in rows)
        {
            var key = Hash(string.Join('\u001f', header.Zip(row).Where(cell => !leftOut.Contains(cell.First))
                .Select(cell => IsMissing(cell.Second) ? "" : Canonical(cell.Second))));
            features.Add(key, Value(row, data.Label));
            if (Value(row, data.Id) is var id and not 0)
                ids.Add(id, key);
            if (Value(row, data.Group) is var group and not 0)
                groups.Add(group, key);
        }

        return new RowKeys(features, leftOut)
        {
            Ids = data.Id is null ? null : ids,
            Groups = data.Group is null ? null : groups,
        };
    }

    private ulong Value(string[] row, Marked<string>? column)
    {
        if (column is null)
            return 0;
        var field = row[Array.IndexOf(header, column.Value)];
        return IsMissing(field) ? 0 : Hash(Canonical(field));
    }

    private RowSample Sample(SplitProfile profile, string[][] rows)
    {
        string[][] sampled = [.. rows.OrderBy(row => Hash(string.Join('\u001f', row))).Take(RowSample.MaxRows)];
        return new RowSample(sampled.Length, rows.Length, [.. profile.Columns.Select((column, i) =>
        {
            string[] fields = [.. sampled.Select(row => row[i])];
            var hasNumbers = column.Kind is ColumnKind.Numeric or ColumnKind.Empty;
            var isDate = column.Kind == ColumnKind.Date;
            string[] levels = [.. fields.Where(field => !IsMissing(field)).Select(Canonical).Distinct().Order(StringComparer.Ordinal)];
            var hasCodes = column.Kind is ColumnKind.Categorical or ColumnKind.Text || column.Codes is not null;
            return new SampledColumn(column.Name, column.Kind)
            {
                Numbers = !hasNumbers && !isDate ? null : [.. fields.Select(field =>
                    IsMissing(field) ? double.NaN
                    : isDate ? DateTime.Parse(field, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal).Ticks
                    : double.Parse(field, CultureInfo.InvariantCulture))],
                Levels = hasCodes ? levels : null,
                Codes = !hasCodes ? null : [.. fields.Select(field =>
                    IsMissing(field) ? -1 : Array.BinarySearch(levels, Canonical(field), StringComparer.Ordinal))],
            };
        })])
        {
            Hashes = [.. Enumerable.Range(1, sampled.Length).Select(row => (ulong)row)],
        };
    }
}
