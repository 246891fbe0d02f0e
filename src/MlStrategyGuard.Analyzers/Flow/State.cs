using System.Collections.Immutable;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>
/// What variables, fields and collections hold at one point of the program. A place is an owner (a local, a
/// parameter, an object's origin, a type) and, for what lies inside an object, a member or <see cref="Elements"/>.
/// </summary>
internal readonly struct State : IEquatable<State>
{
    /// <summary>The place of a collection's elements.</summary>
    public const string Elements = "[]";

    /// <summary>Nothing has a value yet.</summary>
    public static readonly State Empty = new(ImmutableDictionary<(object, object?), Value>.Empty);

    private readonly ImmutableDictionary<(object Owner, object? Member), Value> _values;

    private State(ImmutableDictionary<(object, object?), Value> values) => _values = values;

    /// <summary>What a place holds; null when it has no value yet.</summary>
    public Value? Find(object owner, object? member = null) =>
        _values.TryGetValue((owner, member), out var value) ? value : null;

    /// <summary>The state in which a place holds a value.</summary>
    public State With(object owner, object? member, Value value) => new(_values.SetItem((owner, member), value));

    /// <summary>The state in which nothing is known of what lies inside an object.</summary>
    public State Without(object owner)
    {
        var values = _values;
        foreach (var place in _values.Keys)
        {
            if (place.Member is not null && place.Owner.Equals(owner))
                values = values.SetItem(place, Unknown.Instance);
        }

        return new(values);
    }

    /// <summary>The state in which what every owner has in a place is changed.</summary>
    public State Change(TrainingPlace place, Func<object, Value, Value> change)
    {
        var values = _values;
        foreach (var pair in _values)
        {
            if (ReferenceEquals(pair.Key.Member, place))
                values = values.SetItem(pair.Key, change(pair.Key.Owner, pair.Value));
        }

        return new(values);
    }

    /// <summary>What lies inside an object.</summary>
    public IEnumerable<Value> Inside(object owner) =>
        _values.Where(pair => pair.Key.Member is not (null or TrainingPlace) && pair.Key.Owner.Equals(owner)).Select(pair => pair.Value);

    /// <summary>The state where two paths meet.</summary>
    /// <param name="other">The other path's.</param>
    /// <param name="widen">Whether what changes becomes unknown, so that the search for a fixed point ends.</param>
    /// <param name="isShared">Whether an owner had content before the analysis started, so that a missing value is unknown.</param>
    public State Join(State other, bool widen, Func<object, bool> isShared)
    {
        if (ReferenceEquals(_values, other._values))
            return this;
        var joined = _values.ToBuilder();
        foreach (var pair in other._values)
        {
            if (!_values.TryGetValue(pair.Key, out var mine))
                joined[pair.Key] = Missing(pair);
            else if (!ReferenceEquals(mine, pair.Value) && !mine.Equals(pair.Value))
                joined[pair.Key] = widen ? Unknown.Instance : Value.Join(mine, pair.Value);
        }

        foreach (var pair in _values)
        {
            if (!other._values.ContainsKey(pair.Key))
                joined[pair.Key] = Missing(pair);
        }

        return new(joined.ToImmutable());

        Value Missing(KeyValuePair<(object Owner, object? Member), Value> pair) =>
            pair.Key.Member is TrainingPlace ? Value.Join(pair.Value, AsGiven.Instance)
            : isShared(pair.Key.Owner) ? Unknown.Instance : pair.Value;
    }

    /// <inheritdoc/>
    public bool Equals(State other)
    {
        if (ReferenceEquals(_values, other._values))
            return true;
        if (_values.Count != other._values.Count)
            return false;
        foreach (var pair in _values)
        {
            if (!other._values.TryGetValue(pair.Key, out var theirs) || !pair.Value.Equals(theirs))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is State other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Count;
}
