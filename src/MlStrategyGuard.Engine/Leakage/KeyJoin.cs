using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Leakage;

/// <summary>
/// Brings the rows of several splits together by key. Only one part of each split, a 64th of its rows, is in order at a
/// time and processor; each split is sorted once, however many pairs there are.
/// </summary>
internal static class KeyJoin
{
    /// <summary>Tallies all keys.</summary>
    /// <param name="sets">The keys of each split.</param>
    /// <param name="create">Makes an empty tally.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The tallies of all parts, added up in the order of parts.</returns>
    public static T Tally<T>(IReadOnlyList<KeySet> sets, Func<T> create, CancellationToken cancel)
        where T : IKeyTally<T>
    {
        var parts = new T[KeySet.Partitions];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel };
        Parallel.For(0, KeySet.Partitions, options, part =>
        {
            parts[part] = create();
            Merge([.. sets.Select(set => set.Sorted(part))], parts[part]);
        });

        var total = create();
        foreach (var part in parts)
            total.Add(part);
        return total;
    }

    private static void Merge<T>(KeyedRow[][] rows, T tally)
        where T : IKeyTally<T>
    {
        var position = new int[rows.Length];
        var runs = new KeyRun[rows.Length];
        while (Smallest(rows, position) is { } key)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var end = position[i];
                while (end < rows[i].Length && rows[i][end].Key == key)
                    end++;
                runs[i] = new KeyRun(rows[i], position[i], end);
                position[i] = end;
            }

            tally.Take(runs);
        }
    }

    private static ulong? Smallest(KeyedRow[][] rows, int[] position)
    {
        ulong? smallest = null;
        for (var i = 0; i < rows.Length; i++)
        {
            if (position[i] < rows[i].Length && !(smallest <= rows[i][position[i]].Key))
                smallest = rows[i][position[i]].Key;
        }

        return smallest;
    }
}
