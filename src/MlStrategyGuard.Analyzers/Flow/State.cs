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
    public static readonly State Empty = new(ImmutableDictionary<object, Value>.Empty);

    // The key of what lies inside an object is an Inner, that of a variable its owner. References on both sides: machine
    // code for such a dictionary comes with the runtime.
    private readonly ImmutableDictionary<object, Value> _values;

    private State(ImmutableDictionary<object, Value> values) => _values = values;

    /// <summary>What a place holds; null when it has no value yet.</summary>
    public Value? Find(object owner, object? member = null) =>
        _values.TryGetValue(Key(owner, member), out var value) ? value : null;

    /// <summary>The state in which a place holds a value.</summary>
    public State With(object owner, object? member, Value value) => new(_values.SetItem(Key(owner, member), value));

    /// <summary>The state in which nothing is known of what lies inside an object.</summary>
    public State Without(object owner)
    {
        var values = _values;
        foreach (var pair in _values)
        {
            if (pair.Key is Inner inner && inner.Owner.Equals(owner))
                values = values.SetItem(inner, Unknown.Instance);
        }

        return new(values);
    }

    /// <summary>The state in which what every owner has in a place is changed.</summary>
    public State Change(TrainingPlace place, Func<object, Value, Value> change)
    {
        var values = _values;
        foreach (var pair in _values)
        {
            if (pair.Key is Inner inner && ReferenceEquals(inner.Member, place))
                values = values.SetItem(inner, change(inner.Owner, pair.Value));
        }

        return new(values);
    }

    /// <summary>What lies inside an object.</summary>
    public IEnumerable<Value> Inside(object owner) =>
        _values.Where(pair => pair.Key is Inner { Member: not TrainingPlace } inner && inner.Owner.Equals(owner)).Select(pair => pair.Value);

    /// <summary>The variables that have a value, and it, in no order.</summary>
    public IEnumerable<KeyValuePair<object, Value>> Variables => _values.Where(pair => pair.Key is not Inner);

    /// <summary>The state where two paths meet.</summary>
    /// <param name="other">The other path's.</param>
    /// <param name="widen">Whether what changes becomes unknown, so that the search for a fixed point ends.</param>
    /// <param name="isShared">Whether an owner had content before the analysis started, so that a missing value is unknown.</param>
    public State Join(State other, bool widen, Func<object, bool> isShared)
    {
        if (ReferenceEquals(_values, other._values))
            return this;
        var joined = _values;
        var both = 0;
        foreach (var pair in other._values)
        {
            if (!_values.TryGetValue(pair.Key, out var mine))
            {
                joined = joined.SetItem(pair.Key, Missing(pair));
                continue;
            }

            both++;
            if (!ReferenceEquals(mine, pair.Value) && !mine.Equals(pair.Value))
                joined = joined.SetItem(pair.Key, widen ? Unknown.Instance : Value.Join(mine, pair.Value));
        }

        if (both == _values.Count)
            return new(joined);
        foreach (var pair in _values)
        {
            if (!other._values.ContainsKey(pair.Key))
                joined = joined.SetItem(pair.Key, Missing(pair));
        }

        return new(joined);

        Value Missing(KeyValuePair<object, Value> pair) => pair.Key switch
        {
            Inner { Member: TrainingPlace } => Value.Join(pair.Value, AsGiven.Instance),
            Inner inner when isShared(inner.Owner) => Unknown.Instance,
            var variable when variable is not Inner && isShared(variable) => Unknown.Instance,
            _ => pair.Value,
        };
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
            if (!other._values.TryGetValue(pair.Key, out var theirs) || (!ReferenceEquals(pair.Value, theirs) && !pair.Value.Equals(theirs)))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is State other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Count;

    private static object Key(object owner, object? member) => member is null ? owner : new Inner(owner, member);

    /// <summary>A place inside an object.</summary>
    private sealed class Inner(object owner, object member)
    {
        public object Owner { get; } = owner;

        public object Member { get; } = member;

        public override bool Equals(object? obj) => obj is Inner other && Member.Equals(other.Member) && Owner.Equals(other.Owner);

        public override int GetHashCode() => unchecked((Owner.GetHashCode() * 397) ^ Member.GetHashCode());
    }
}
