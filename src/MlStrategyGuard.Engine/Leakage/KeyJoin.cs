using System.Numerics;
using System.Runtime.CompilerServices;
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
            Merge(Repeated([.. sets.Select(set => set.Pieces(part))], parts[part]), parts[part]);
        });

        var total = create();
        foreach (var part in parts)
            total.Add(part);
        return total;
    }

    /// <summary>
    /// Tallies most of the rows whose key no other row has, and gives the others in order. A bit for each of many more
    /// places than there are rows says whether a second row came to a place; to sort all rows would cost far more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static KeyedRow[][] Repeated<T>(IReadOnlyList<ReadOnlyMemory<KeyedRow>>[] rows, T tally)
        where T : IKeyTally<T>
    {
        var count = rows.Sum(pieces => pieces.Sum(piece => (long)piece.Length));
        var bits = Math.Clamp(BitOperations.Log2((ulong)Math.Max(1, count)) + 4, 6, 30);
        var mask = (1 << bits) - 1;
        var (once, twice) = (new ulong[1 << (bits - 6)], new ulong[1 << (bits - 6)]);
        foreach (var pieces in rows)
        {
            foreach (var piece in pieces)
            {
                foreach (ref readonly var row in piece.Span)
                {
                    var place = (int)row.Key & mask;
                    var bit = 1UL << (place & 63);
                    twice[place >> 6] |= once[place >> 6] & bit;
                    once[place >> 6] |= bit;
                }
            }
        }

        var repeated = new KeyedRow[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var met = new List<KeyedRow>();
            foreach (var piece in rows[i])
            {
                foreach (ref readonly var row in piece.Span)
                {
                    var place = (int)row.Key & mask;
                    if ((twice[place >> 6] >> (place & 63) & 1) == 0)
                        tally.TakeSingle(i, row.Payload);
                    else
                        met.Add(row);
                }
            }

            repeated[i] = [.. met];
            KeySet.Sort(repeated[i]);
        }

        return repeated;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Merge<T>(KeyedRow[][] rows, T tally)
        where T : IKeyTally<T>
    {
        var position = new int[rows.Length];
        var runs = new KeyRun[rows.Length];
        while (true)
        {
            // The smallest key, the first split that has it, and whether another split has it too.
            var (key, first, isShared) = (ulong.MaxValue, -1, false);
            for (var i = 0; i < rows.Length; i++)
            {
                if (position[i] == rows[i].Length)
                    continue;
                var own = rows[i][position[i]].Key;
                if (first < 0 || own < key)
                    (key, first, isShared) = (own, i, false);
                else if (own == key)
                    isShared = true;
            }

            if (first < 0)
                return;
            var next = position[first] + 1;
            if (!isShared && (next == rows[first].Length || rows[first][next].Key != key))
            {
                tally.TakeSingle(first, rows[first][next - 1].Payload);
                position[first] = next;
                continue;
            }

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
}
