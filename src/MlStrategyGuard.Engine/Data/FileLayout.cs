namespace MlStrategyGuard.Engine.Data;

/// <summary>How a file's rows become rows of a split.</summary>
/// <param name="Positions">Where the split's columns stand in the file.</param>
/// <param name="Filters">Fields that must hold one of some values.</param>
internal sealed record FileLayout(int[] Positions, (int Position, byte[][] Values)[] Filters)
{
    /// <summary>The rows of a block that are the split's.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="chosen">Holds them if they aren't all.</param>
    public RowBlock Choose(RowBlock rows, FieldTable chosen)
    {
        if (Filters.Length == 0)
            return rows;
        chosen.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            if (Passes(rows[i]))
                chosen.Add(rows[i].Fields);
        }

        return chosen.In(rows.Text);
    }

    /// <summary>Whether a row of the file is one of the split.</summary>
    public bool Passes(in Record record)
    {
        foreach (var (position, values) in Filters)
        {
            var field = ValueParser.Trim(record.Field(position));
            var found = false;
            foreach (var value in values)
                found |= field.SequenceEqual(value);
            if (!found)
                return false;
        }

        return true;
    }
}
