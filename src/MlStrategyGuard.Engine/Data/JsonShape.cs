namespace MlStrategyGuard.Engine.Data;

/// <summary>The keys that the objects of a JSON Lines file have, in the order of their first appearance.</summary>
/// <param name="Keys">The keys; one of an object within an object comes after the one that names the inner object.</param>
internal sealed record JsonShape(IReadOnlyList<(int Parent, string Name, bool IsColumn)> Keys)
{
    /// <summary>The parent of a key of the outermost object.</summary>
    public const int Outermost = -1;

    /// <summary>Reads a text to its end and gathers its keys.</summary>
    /// <param name="rows">Stands at its start and knows no key yet.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DataFault">Something isn't an object a line, or no object has a key with a value.</exception>
    public static JsonShape Find(JsonRows rows, CancellationToken cancel)
    {
        while (rows.Next() is var line && line != JsonLine.End)
            cancel.ThrowIfCancellationRequested();

        // What is null in all rows is a column without values, but not where other rows have an object.
        var shape = new JsonShape([.. rows.Keys.Select(key => (key.Parent?.Index ?? Outermost, key.Name, key.HasValue || !key.IsObject))]);
        if (!shape.Keys.Any(key => key.IsColumn))
            throw rows.Nothing();
        return shape;
    }
}
