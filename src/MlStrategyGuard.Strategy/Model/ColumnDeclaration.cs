namespace MlStrategyGuard;

/// <summary>A column, or several by a pattern, whose kind is declared.</summary>
/// <param name="Name">The name, or a pattern with <c>*</c>.</param>
/// <param name="Kind">The kind.</param>
public sealed record ColumnDeclaration(Marked<string> Name, DeclaredKind Kind)
{
    /// <summary>Whether the name is a pattern.</summary>
    public bool IsPattern => Name.Value.Contains('*');

    /// <summary>Whether it speaks of this column. Time is linear in both lengths, whatever the pattern.</summary>
    public bool Matches(string column)
    {
        if (!IsPattern)
            return Name.Value == column;

        var parts = Name.Value.Split('*');
        if (!column.StartsWith(parts[0], StringComparison.Ordinal))
            return false;

        var position = parts[0].Length;
        for (var i = 1; i < parts.Length - 1; i++)
        {
            var found = column.IndexOf(parts[i], position, StringComparison.Ordinal);
            if (found < 0)
                return false;
            position = found + parts[i].Length;
        }

        var last = parts[parts.Length - 1];
        return column.Length - position >= last.Length && column.EndsWith(last, StringComparison.Ordinal);
    }
}
