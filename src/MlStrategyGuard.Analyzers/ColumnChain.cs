using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// The links that rows went through, in order, so that a column can be followed back to the column that it was made of.
/// </summary>
internal sealed class ColumnChain
{
    /// <summary>What their output says of their input is all of it: a copy in another shape.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
    {
        "ColumnCopyingEstimator", "ValueToKeyMappingEstimator", "KeyToValueMappingEstimator", "TypeConvertingEstimator",
        "HashingEstimator", "OneHotEncodingEstimator", "OneHotHashEncodingEstimator", "KeyToVectorMappingEstimator", "NormalizingEstimator",
    };

    // A null is a link of which nothing is known.
    private readonly List<EstimatorPart?> _links = [];

    /// <param name="data">The rows.</param>
    /// <param name="trace">What the code does.</param>
    /// <param name="then">The estimator that the rows are given to; null without one.</param>
    public ColumnChain(Data data, Trace trace, Estimator? then)
    {
        foreach (var part in data.Through)
            Add(trace.At<FitEvent>(part.Fit)?.Estimator);
        if (then is not null)
            Add(then);

        void Add(Estimator? estimator)
        {
            if (estimator is null)
                _links.Add(null);
            else
                _links.AddRange(estimator.Parts);
        }
    }

    /// <summary>The number of links.</summary>
    public int Count => _links.Count;

    /// <summary>The place of the only link that trains a model; -1 when there is none or several.</summary>
    public int Trainer
    {
        get
        {
            var place = _links.FindIndex(IsTrainer);
            return place >= 0 && place == _links.FindLastIndex(IsTrainer) ? place : -1;
        }
    }

    /// <summary>A link; null when nothing is known of it.</summary>
    public EstimatorPart? this[int index] => _links[index];

    /// <summary>What a column was made of.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="before">The link that it is read by.</param>
    public ColumnOrigin Origin(string name, int before)
    {
        while (before > 0 && !IsUnknown(_links[before - 1]))
        {
            var link = _links[--before]!;
            if (link.Text("outputColumnName") != name)
                continue;
            if (Input(link, name) is not { } input)
                return new ColumnOrigin(name, before + 1);
            name = input;
        }

        return new ColumnOrigin(name, before);
    }

    /// <summary>The columns that a vector of features is concatenated of, each with the link and the place in its list.</summary>
    public IEnumerable<(EstimatorPart Link, int Index, string Name, ColumnOrigin Origin)> PiecesOf(string name, int before)
    {
        while (before > 0 && !IsUnknown(_links[before - 1]))
        {
            var link = _links[--before]!;
            if (link.Text("outputColumnName") != name)
                continue;
            if (link.Type?.Name == "ColumnConcatenatingEstimator" && link.Argument("inputColumnNames") is Group names)
            {
                for (var i = 0; i < names.Items.Count; i++)
                {
                    if (names.Items[i] is not Text { IsWhole: true } piece)
                        continue;
                    yield return (link, i, piece.Pattern, Origin(piece.Pattern, before));
                    foreach (var inner in PiecesOf(piece.Pattern, before))
                        yield return inner;
                }

                yield break;
            }

            if (Input(link, name) is not { } input)
                yield break;
            name = input;
        }
    }

    private static bool IsTrainer(EstimatorPart? link) => link?.Learning == Learning.Trainer;

    /// <summary>What it writes isn't known.</summary>
    private static bool IsUnknown(EstimatorPart? link) =>
        link is null
        || (link.Text("outputColumnName") is null && !IsTrainer(link) && link.Type?.Name != "ColumnSelectingEstimator");

    /// <summary>The column that a link copies; null when it makes something else.</summary>
    private static string? Input(EstimatorPart link, string name) =>
        !Carriers.Contains(link.Type?.Name ?? "") ? null
        : link.Argument("inputColumnName") is null or Nothing ? name
        : link.Text("inputColumnName");
}
