using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>The rows of one split that have one key: a stretch of a sorted part, ascending by payload.</summary>
/// <param name="Part">The sorted part.</param>
/// <param name="Start">The first row.</param>
/// <param name="End">One behind the last row.</param>
internal readonly record struct KeyRun(KeyedRow[] Part, int Start, int End)
{
    /// <summary>The number of rows.</summary>
    public int Count => End - Start;

    /// <summary>The rows.</summary>
    public ReadOnlySpan<KeyedRow> Rows => Part.AsSpan(Start, Count);

    /// <summary>Whether some row has a payload that isn't 0.</summary>
    public bool HasPayload => Count > 0 && Part[End - 1].Payload != 0;

    /// <summary>Whether a payload other than 0 stands in both runs.</summary>
    public bool Meets(KeyRun other)
    {
        var x = Rows;
        var y = other.Rows;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            if (x[i].Payload == y[j].Payload && x[i].Payload != 0)
                return true;
            if (x[i].Payload <= y[j].Payload)
                i++;
            else
                j++;
        }

        return false;
    }
}
