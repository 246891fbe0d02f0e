using System.Text;
using System.Text.Json;

namespace MlStrategyGuard.Engine.Data;

/// <summary>A key of the objects in a JSON Lines file, and where its value in the current row is.</summary>
internal sealed class JsonKey
{
    private readonly List<JsonKey> _inner = [];
    private readonly Dictionary<string, JsonKey> _byName = new(StringComparer.Ordinal);
    private readonly byte[] _name;
    private int _expected;
    private int _place;

    /// <param name="parent">The key of the object that it is in; null for the outermost object itself and for its keys.</param>
    /// <param name="name">The name as it stands in that object.</param>
    /// <param name="index">Its number in the order of appearance.</param>
    public JsonKey(JsonKey? parent, string name, int index)
    {
        Parent = parent;
        Name = name;
        Index = index;
        _name = Encoding.UTF8.GetBytes(name);
    }

    /// <summary>The key of the object that it is in; null in the outermost one.</summary>
    public JsonKey? Parent { get; }

    /// <summary>The name as it stands in that object.</summary>
    public string Name { get; }

    /// <summary>Its number in the order of appearance.</summary>
    public int Index { get; }

    /// <summary>The names from the outermost object to here with dots between.</summary>
    public string Path => Parent is null ? Name : $"{Parent.Path}.{Name}";

    /// <summary>Whether some row has a text, a number, a list, true or false here.</summary>
    public bool HasValue { get; set; }

    /// <summary>Whether some row has an object here.</summary>
    public bool IsObject { get; set; }

    /// <summary>The last row, counted from 1, that has the key.</summary>
    public long Row { get; set; }

    /// <summary>Where the value in that row starts.</summary>
    public int Start { get; set; }

    /// <summary>The length of the value in that row; 0 for null and for an object.</summary>
    public int Length { get; set; }

    /// <summary>Says that the keys of an object here come next.</summary>
    public void StartObject() => _expected = 0;

    /// <summary>The inner key that the reader stands at; null if it is a new one. Most rows have the same keys in the same order.</summary>
    public JsonKey? Find(ref Utf8JsonReader reader, out string name)
    {
        name = "";
        if (_expected < _inner.Count && reader.ValueTextEquals(_inner[_expected]._name))
            return _inner[_expected++];
        name = reader.GetString()!;
        if (!_byName.TryGetValue(name, out var key))
            return null;
        _expected = key._place + 1;
        return key;
    }

    /// <summary>Adds an inner key.</summary>
    public void Add(JsonKey inner)
    {
        inner._place = _inner.Count;
        _inner.Add(inner);
        _byName.Add(inner.Name, inner);
        _expected = _inner.Count;
    }
}
