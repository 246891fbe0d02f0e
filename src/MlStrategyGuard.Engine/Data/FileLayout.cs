namespace MlStrategyGuard.Engine.Data;

/// <summary>How a file's rows become rows of a split.</summary>
/// <param name="Positions">Where the split's columns stand in the file.</param>
/// <param name="Filters">Fields that must hold one of some values.</param>
internal sealed record FileLayout(int[] Positions, (int Position, byte[][] Values)[] Filters)
{
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
