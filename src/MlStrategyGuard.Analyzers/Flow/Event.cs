using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Something that the program does with data, models or metrics.</summary>
/// <param name="Site">Where.</param>
internal abstract record Event(Site Site)
{
    /// <summary>Events are counted in the order in which the code runs.</summary>
    public int Order { get; init; }

    /// <summary>The loops that it happens in, outermost first.</summary>
    public ImmutableArray<object> Loops { get; init; } = ImmutableArray<object>.Empty;

    /// <summary>What every variable holds then.</summary>
    public State State { get; init; } = State.Empty;

    /// <summary>The call.</summary>
    public SyntaxNode Node => Site.Node;

    /// <summary>Whether both happen in one loop, so that each turn has its own.</summary>
    public bool SharesLoop(Event other) => Loops.Any(other.Loops.Contains);
}

/// <summary>Rows are read.</summary>
internal sealed record LoadEvent(Site Site, Data Data) : Event(Site)
{
    /// <summary>The query of a database; null when there is none or it isn't constant.</summary>
    public string? Query { get; init; }

    /// <summary>Where the query is given.</summary>
    public SyntaxNode? QueryPlace { get; init; }
}

/// <summary>Data is split in two or into folds.</summary>
/// <param name="Site">The call.</param>
/// <param name="Split">The split.</param>
/// <param name="Fraction">The share of the test part; null when it isn't constant.</param>
/// <param name="Key">The sampling key column: a text; <see cref="Nothing"/> without one.</param>
/// <param name="Seed">The seed; <see cref="Nothing"/> without one.</param>
internal sealed record SplitEvent(Site Site, Split Split, double? Fraction, Value Key, Value Seed) : Event(Site)
{
    /// <summary>A "test" part this large may be meant as the training part, or isn't known not to be.</summary>
    public bool HalvesMayBeSwapped => !Split.IsFold && Fraction is not < 0.5;
}

/// <summary>An estimator is fitted, or a search for the best model is run.</summary>
/// <param name="Site">The call.</param>
/// <param name="Estimator">What is fitted; null when nothing is known of it.</param>
/// <param name="Data">What it learns from; null when that isn't known.</param>
/// <param name="Input">The argument with the data; null in a search that was given its data before.</param>
internal sealed record FitEvent(Site Site, Estimator? Estimator, Data? Data, IOperation? Input) : Event(Site)
{
    /// <summary>The data that steers the learning; null when there is none or it isn't known.</summary>
    public Data? Validation { get; init; }

    /// <summary>The argument with the validation data, and the site that it belongs to.</summary>
    public (Site Site, IOperation Operation)? ValidationInput { get; init; }

    /// <summary>Whether it is a search over many models.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether a search has, or may have, a limit of time or of models.</summary>
    public bool HasBudget { get; init; } = true;

    /// <summary>Where the search was made; null when it isn't known or it is no search.</summary>
    public object? Experiment { get; init; }

    /// <summary>Whether it learns from rows: true if a link surely does, false if none does, null if it isn't known.</summary>
    public bool? Learns
    {
        get
        {
            if (IsSearch)
                return true;
            if (Estimator is null)
                return null;
            bool? learns = false;
            foreach (var part in Estimator.Parts)
            {
                if (part.Learning >= Catalogue.Learning.Keys)
                    return true;
                learns = part.Learning == Catalogue.Learning.Unknown ? null : learns;
            }

            return learns;
        }
    }

    /// <summary>Whether it surely makes no model that predicts, only prepares data.</summary>
    public bool IsPreparation => !IsSearch && Estimator is not null
        && Estimator.Parts.All(part => part.Learning is not (Catalogue.Learning.Trainer or Catalogue.Learning.Unknown));
}

/// <summary>A model is measured.</summary>
/// <param name="Site">The call.</param>
/// <param name="Data">The rows and the models that they went through; null when that isn't known.</param>
/// <param name="Input">The argument with the scored data.</param>
internal sealed record EvaluationEvent(Site Site, Data? Data, IOperation? Input) : Event(Site)
{
    /// <summary>Which of several data views is meant that one argument may hold; 0 where there is one.</summary>
    public int Variant { get; init; }

    /// <summary>The metrics need no label: a clustering or an anomaly detector.</summary>
    public bool IsUnsupervised { get; init; }

    /// <summary>The label column; null when it isn't known.</summary>
    public string? Label { get; init; }

    /// <summary>The calls of Fit that made the models.</summary>
    public IEnumerable<Site> Fits => Data is null ? [] : Data.Through.Where(part => part.Fit is not null).Select(part => part.Fit!);

    /// <summary>The call of Fit that made the model that gave the score; null when it isn't known.</summary>
    public Site? LastFit => Data is { Through.Count: > 0 } data ? data.Through[data.Through.Count - 1].Fit : null;

    /// <summary>The calls of Fit that made the model that gave the score, or one of several models; empty when one isn't known.</summary>
    public IReadOnlyList<Site> RivalFits
    {
        get
        {
            if (LastFit is { } single)
                return [single];
            if (Data is not { Through.Count: > 0 } data || data.Through[data.Through.Count - 1].Origin is not Choice several)
                return [];
            var fits = several.Alternatives.Select(one => one is Model { Parts: { Count: > 0 } parts } ? parts[parts.Count - 1].Fit : null).ToList();
            return fits.All(fit => fit is not null) ? [.. fits.OfType<Site>().OrderBy(fit => fit.Node.SpanStart)] : [];
        }
    }

    /// <summary>Whether every model that the rows went through is known by its call of Fit.</summary>
    public bool KnowsModels => Data is { Through.Count: > 0 } && Data.Through.All(part => part.Fit is not null);
}

/// <summary>An estimator is cross-validated.</summary>
internal sealed record CrossValidationEvent(Site Site, Estimator? Estimator, Data? Data, IOperation? Input) : Event(Site)
{
    /// <summary>The sampling key column.</summary>
    public Value Key { get; init; } = Nothing.Instance;
}

/// <summary>The importance of features is measured.</summary>
internal sealed record ImportanceEvent(Site Site, Model? Model, Data? Data, IOperation? Input) : Event(Site);

/// <summary>Two numbers are compared, at least one of them a score.</summary>
internal sealed record ComparisonEvent(Site Site, Value Left, Value Right) : Event(Site);

/// <summary>Candidates are sorted by a score, or the one with the best score is taken.</summary>
/// <param name="Site">The call, such as OrderByDescending.</param>
/// <param name="Key">What it sorts by.</param>
/// <param name="HighestFirst">The highest value comes first.</param>
internal sealed record RankingEvent(Site Site, Value Key, bool HighestFirst) : Event(Site);

/// <summary>One of ranked candidates is taken.</summary>
internal sealed record PickEvent(Site Site, Site RankedBy) : Event(Site);

/// <summary>The metrics of the one fold that a ranking put first or last are read.</summary>
/// <param name="Site">Where they are read.</param>
/// <param name="CrossValidation">The cross-validation.</param>
/// <param name="RankedBy">The call that ranked its folds.</param>
internal sealed record FoldPickEvent(Site Site, Site CrossValidation, Site RankedBy) : Event(Site);

/// <summary>Scores become one number.</summary>
/// <param name="Site">The call.</param>
/// <param name="Function">Max, Min, Average or Sum.</param>
/// <param name="Scores">The scores.</param>
internal sealed record AggregateEvent(Site Site, string Function, Value Scores) : Event(Site);

/// <summary>A binary classifier gets another threshold.</summary>
internal sealed record ThresholdEvent(Site Site, Model? Model) : Event(Site);

/// <summary>The library's context is made.</summary>
internal sealed record ContextEvent(Site Site, bool HasSeed) : Event(Site);

/// <summary>A search is given its data.</summary>
/// <param name="Site">The call.</param>
/// <param name="Train">The rows to learn from; null when that isn't known.</param>
/// <param name="IsSampled">Whether trials learn from the first rows only.</param>
internal sealed record DatasetEvent(Site Site, Data? Train, bool IsSampled) : Event(Site)
{
    /// <summary>Where the search was made.</summary>
    public object Experiment { get; init; } = "";

    /// <summary>Whether trials are cross-validated.</summary>
    public bool IsFolded { get; init; }
}

/// <summary>A search is given code of the program's own that runs its trials; what it does follows, with this call as the caller.</summary>
/// <param name="Site">The call.</param>
/// <param name="Experiment">Where the search was made.</param>
internal sealed record TrialRunnerEvent(Site Site, object Experiment) : Event(Site);

/// <summary>A search of the library's own kind is made.</summary>
/// <param name="Site">The call.</param>
/// <param name="Settings">Its settings; null without any.</param>
internal sealed record ExperimentEvent(Site Site, Value? Settings) : Event(Site);

/// <summary>A model is saved.</summary>
/// <param name="Site">The call.</param>
/// <param name="Model">The model; null when nothing is known of it.</param>
/// <param name="Input">The argument with the model.</param>
internal sealed record SaveEvent(Site Site, Model? Model, IOperation? Input) : Event(Site);

/// <summary>A search is given the metric that it optimizes.</summary>
/// <param name="Site">The call.</param>
/// <param name="Experiment">Where the search was made.</param>
internal sealed record MetricEvent(Site Site, object Experiment) : Event(Site)
{
    /// <summary>The metric as the library calls it; null when it isn't a constant.</summary>
    public string? Metric { get; init; }

    /// <summary>The place of the metric's name.</summary>
    public IOperation? Input { get; init; }
}

/// <summary>A file may be written.</summary>
internal sealed record WriteEvent(Site Site, Value Path) : Event(Site);

/// <summary>A value goes where the analysis doesn't follow.</summary>
internal sealed record EscapeEvent(Site Site, Value Value) : Event(Site);

/// <summary>A part is taken out of a split.</summary>
internal sealed record PartEvent(Site Site, Split Split, bool IsTest) : Event(Site);
