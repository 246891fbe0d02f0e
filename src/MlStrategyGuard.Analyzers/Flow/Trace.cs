namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>Everything that a part of the program does with data, models and metrics, in order.</summary>
internal sealed class Trace
{
    private readonly Dictionary<(Type, Site, int), Event> _events = [];
    private List<Event>? _ordered;

    /// <summary>False when the analysis gave up somewhere: then the absence of an event means nothing.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>The events of one kind, in order.</summary>
    public IEnumerable<T> All<T>()
        where T : Event
    {
        _ordered ??= _events.Values.OrderBy(known => known.Order).ToList();
        return _ordered.OfType<T>();
    }

    /// <summary>The event of one kind at a site; null when there is none.</summary>
    public T? At<T>(Site? site)
        where T : Event =>
        site is not null && _events.TryGetValue((typeof(T), site, 0), out var found) ? (T)found : null;

    /// <summary>The split that made a part.</summary>
    public SplitEvent? Of(PartRows part) => At<SplitEvent>(part.Split.Site);

    /// <summary>Adds an event; one of the same kind at the same site is replaced, its order kept.</summary>
    public void Add(Event added)
    {
        _ordered = null;
        var key = (added.GetType(), added.Site, (added as EvaluationEvent)?.Variant ?? 0);
        var order = _events.TryGetValue(key, out var old) ? old.Order : _events.Count;
        _events[key] = added with
        {
            Order = order,
        };
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _events.Clear();
        _ordered = null;
        IsComplete = true;
    }
}
