/// <summary>A decision tree by Gini impurity.</summary>
internal sealed class DecisionTree
{
    private const int LeastRows = 20;

    private readonly int _feature = -1;
    private readonly double _threshold;
    private readonly double _probability;
    private readonly DecisionTree? _below;
    private readonly DecisionTree? _above;

    public DecisionTree(List<Person> rows, int depth = 4)
    {
        // One row of each class more than there are: no leaf is quite sure.
        _probability = (rows.Sum(person => person.HasDeductible) + 1.0) / (rows.Count + 2);
        if (depth == 0)
            return;

        var best = Impurity(rows.Count, rows.Sum(person => person.HasDeductible)) - 1e-9;
        for (var j = 0; j < rows[0].Features.Length; j++)
        {
            var sorted = rows.OrderBy(person => person.Features[j]).ToList();
            var (total, hits) = (rows.Sum(person => person.HasDeductible), 0);
            for (var i = 1; i < sorted.Count; i++)
            {
                hits += sorted[i - 1].HasDeductible;
                if (i < LeastRows || sorted.Count - i < LeastRows || sorted[i].Features[j] == sorted[i - 1].Features[j])
                    continue;
                var impurity = Impurity(i, hits) + Impurity(sorted.Count - i, total - hits);
                if (impurity < best)
                    (best, _feature, _threshold) = (impurity, j, (sorted[i].Features[j] + sorted[i - 1].Features[j]) / 2);
            }
        }

        if (_feature < 0)
            return;
        _below = new DecisionTree([.. rows.Where(person => person.Features[_feature] <= _threshold)], depth - 1);
        _above = new DecisionTree([.. rows.Where(person => person.Features[_feature] > _threshold)], depth - 1);
    }

    public double Probability(Person person) =>
        _feature < 0 ? _probability : (person.Features[_feature] <= _threshold ? _below! : _above!).Probability(person);

    private static double Impurity(int rows, int hits) => 2.0 * hits * (rows - hits) / rows;
}
