using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Which column of a file plays which role.</summary>
internal sealed class ScoreColumns
{
    private static readonly Dictionary<string, ColumnRole> Usual = new(StringComparer.Ordinal)
    {
        ["id"] = ColumnRole.Id,
        ["label"] = ColumnRole.Label,
        ["prediction"] = ColumnRole.Prediction,
        ["predicted"] = ColumnRole.Prediction,
        ["predictedlabel"] = ColumnRole.Prediction,
        ["ypred"] = ColumnRole.Prediction,
        ["probability"] = ColumnRole.Score,
        ["score"] = ColumnRole.Score,
        ["yscore"] = ColumnRole.Score,
        ["weight"] = ColumnRole.Weight,
        ["group"] = ColumnRole.Group,
        ["query"] = ColumnRole.Query,
        ["queryid"] = ColumnRole.Query,
        ["qid"] = ColumnRole.Query,
        ["lower"] = ColumnRole.Lower,
        ["upper"] = ColumnRole.Upper,
    };

    private ScoreColumns(
        IReadOnlyDictionary<ColumnRole, int> roles, IReadOnlyList<KeyValuePair<string, int>> probabilities, IReadOnlyDictionary<string, int> measured)
    {
        Roles = roles;
        Probabilities = probabilities;
        Measured = measured;
    }

    /// <summary>Positions by role.</summary>
    public IReadOnlyDictionary<ColumnRole, int> Roles { get; }

    /// <summary>Positions of <c>p_…</c> by the name of the class.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Probabilities { get; }

    /// <summary>Positions of measured columns by the metric's canonical name.</summary>
    public IReadOnlyDictionary<string, int> Measured { get; }

    /// <summary>The roles in one order for all files.</summary>
    public IReadOnlyList<ColumnRole> RolesInOrder => [.. Roles.Keys.Order()];

    /// <summary>The measured columns in one order for all files.</summary>
    public IReadOnlyList<string> MeasuredInOrder => [.. Measured.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Where the columns of the first file are in this one: roles, probabilities, measured columns.</summary>
    /// <param name="first">The first file's columns.</param>
    /// <param name="file">This file, for the fault.</param>
    /// <exception cref="DataFault">One isn't there.</exception>
    public int[] Positions(ScoreColumns first, DataFile file) =>
    [
        .. first.RolesInOrder.Select(role => Roles.TryGetValue(role, out var at) ? at : throw Lacks(file, role.ToString().ToLowerInvariant())),
        .. first.Probabilities.Select(pair => PositionOf(pair.Key) is >= 0 and var at ? at : throw Lacks(file, "p_" + pair.Key)),
        .. first.MeasuredInOrder.Select(name => Measured.TryGetValue(name, out var at) ? at : throw Lacks(file, name)),
    ];

    private int PositionOf(string ofClass)
    {
        foreach (var (own, at) in Probabilities)
        {
            if (own == ofClass)
                return at;
        }

        return -1;
    }

    private static DataFault Lacks(DataFile file, string column) =>
        new(file.Shown, "the column is in another file of the same predictions and not in this one.", line: 1, column: column);

    /// <summary>The columns of a prediction file: the data's own names go before the usual ones.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="strategy">What was declared.</param>
    /// <param name="metrics">Canonical names of metrics that may be columns.</param>
    public static ScoreColumns OfPredictions(IReadOnlyList<string> header, Strategy strategy, IReadOnlyCollection<string> metrics)
    {
        var roles = Declared(header, strategy);
        var probabilities = new List<KeyValuePair<string, int>>();
        var measured = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (roles.ContainsValue(i))
                continue;
            var name = header[i];
            if (name.StartsWith("p_", StringComparison.Ordinal) && name.Length > 2)
                probabilities.Add(new(name[2..], i));
            else if (Usual.TryGetValue(Key(name), out var role))
            {
                // ML.NET writes both: the probability is worth more than the score that it is made of.
                if (!roles.TryGetValue(role, out var taken) || (role == ColumnRole.Score && Key(name) == "probability" && Key(header[taken]) != "probability"))
                    roles[role] = i;
            }
            else if (metrics.Contains(MetricCatalogue.Canonical(name)))
                measured.TryAdd(MetricCatalogue.Canonical(name), i);
        }

        return new ScoreColumns(roles, probabilities, measured);
    }

    /// <summary>The columns of a split's data: only those that are declared.</summary>
    public static ScoreColumns OfData(IReadOnlyList<string> header, Strategy strategy) =>
        new(Declared(header, strategy), [], new Dictionary<string, int>());

    private static Dictionary<ColumnRole, int> Declared(IReadOnlyList<string> header, Strategy strategy)
    {
        var data = strategy.Data;
        var roles = new Dictionary<ColumnRole, int>();
        foreach (var (role, name) in new[]
        {
            (ColumnRole.Id, data.Id), (ColumnRole.Label, data.Label), (ColumnRole.Group, data.Group), (ColumnRole.Weight, data.Weight),
            (ColumnRole.Slice, strategy.Metrics?.Single?.Over),
        })
        {
            for (var i = 0; name is not null && i < header.Count; i++)
            {
                if (header[i] == name.Value)
                    roles[role] = i;
            }
        }

        return roles;
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
