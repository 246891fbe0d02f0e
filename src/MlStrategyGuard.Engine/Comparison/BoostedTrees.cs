using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// Gradient boosting (Friedman 2001) of trees of depth three on binned columns, with squared loss: after each tree the
/// residuals of a ±1 target are what the next one learns. All sums are integers, so the result doesn't depend on the
/// machine.
/// </summary>
internal sealed class BoostedTrees
{
    private const int Trees = 40;
    private const int Depth = 3;
    private const double Rate = 0.2;
    private const double Shrinkage = 10;
    private const int RowsPerLeaf = 20;
    private const int RowsPerTask = 4_096;

    /// <summary>Bins a column, 64 at most, as a split is a set of bins in one word.</summary>
    private const int Width = 64;

    /// <summary>A sum of residuals in units of 2⁻¹⁶ stands above a count of 20 bits.</summary>
    private const int CountBits = 20;

    private const double Unit = 65_536;

    private readonly List<Node[]> _trees = [];
    private readonly bool[] _isOrdered;

    /// <summary>Fits the trees.</summary>
    /// <param name="columns">A bin a row, below 64, column by column; fewer than a million rows.</param>
    /// <param name="isOrdered">Whether the bins of a column have an order.</param>
    /// <param name="isSecond">The target.</param>
    /// <param name="seed">Decides which half of the rows each tree sees.</param>
    public BoostedTrees(byte[][] columns, bool[] isOrdered, bool[] isSecond, ulong seed)
    {
        _isOrdered = isOrdered;
        Importance = new double[columns.Length];
        Fit(columns, isSecond, seed);
    }

    /// <summary>How much of the squared residuals each column explained, over all trees.</summary>
    public double[] Importance { get; }

    /// <summary>The score of rows: the higher, the more like the second sample.</summary>
    /// <param name="columns">A bin a row, column by column.</param>
    public double[] Score(byte[][] columns)
    {
        var scores = new double[columns[0].Length];
        Parallel.For(0, (scores.Length + RowsPerTask - 1) / RowsPerTask, task =>
        {
            var end = Math.Min(scores.Length, (task + 1) * RowsPerTask);
            foreach (var tree in _trees)
            {
                for (var row = task * RowsPerTask; row < end; row++)
                    scores[row] += tree[Leaf(tree, columns, row)].Value;
            }
        });
        return scores;
    }

    private static int Leaf(Node[] tree, byte[][] columns, int row)
    {
        var node = 0;
        while (true)
        {
            ref readonly var at = ref tree[node];
            if (at.Column < 0)
                return node;

            // One more where the bit isn't set, without a branch: which way a row goes is anybody's guess.
            node = (2 * node) + 2 - (int)((at.Left >> columns[at.Column][row]) & 1);
        }
    }

    private void Fit(byte[][] columns, bool[] isSecond, ulong seed)
    {
        var rows = isSecond.Length;
        var byRow = new byte[rows * columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            for (var row = 0; row < rows; row++)
                byRow[(row * columns.Length) + column] = columns[column][row];
        }

        var start = (2.0 * isSecond.Count(second => second) / rows) - 1;
        var residuals = isSecond.Select(second => (second ? 1 : -1) - start).ToArray();
        for (var tree = 0; tree < Trees; tree++)
        {
            var chosen = new List<int>((rows / 2) + 64);
            for (var row = 0; row < rows; row++)
            {
                if ((Hashing.Mix(seed ^ ((ulong)tree << 32) ^ (uint)row) & 1) == 0)
                    chosen.Add(row);
            }

            var nodes = Grow(byRow, columns.Length, residuals, [.. chosen]);
            _trees.Add(nodes);
            for (var row = 0; row < rows; row++)
                residuals[row] -= nodes[Leaf(nodes, columns, row)].Value;
        }
    }

    private Node[] Grow(byte[] byRow, int columns, double[] residuals, int[] rows)
    {
        var nodes = new Node[(2 << Depth) - 1];
        Array.Fill(nodes, new Node(-1, 0, 0));
        var fixedPoint = new long[residuals.Length];
        foreach (var row in rows)
            fixedPoint[row] = ((long)Math.Round(residuals[row] * Unit) << CountBits) + 1;
        var root = Histogram(byRow, columns, fixedPoint, rows);
        Split(0, 0, rows, root);
        return nodes;

        void Split(int node, int depth, ArraySegment<int> part, long[] histogram)
        {
            var (column, left, gain) = Best(histogram, columns);
            if (gain <= 0)
            {
                nodes[node] = new Node(-1, 0, node == 0 ? 0 : nodes[node].Value);
                return;
            }

            Importance[column] += gain;
            var middle = Partition(part, row => ((left >> byRow[(row * columns) + column]) & 1) != 0);
            var (lower, upper) = (part[..middle], part[middle..]);
            nodes[node] = new Node(column, left, 0);
            var (one, two) = ((2 * node) + 1, (2 * node) + 2);
            nodes[one] = new Node(-1, 0, ValueOf(lower, fixedPoint));
            nodes[two] = new Node(-1, 0, ValueOf(upper, fixedPoint));
            if (depth + 1 == Depth)
                return;

            var (few, many) = lower.Count <= upper.Count ? (lower, upper) : (upper, lower);
            var small = Histogram(byRow, columns, fixedPoint, few);
            for (var i = 0; i < histogram.Length; i++)
                histogram[i] -= small[i];
            Split(few == lower ? one : two, depth + 1, few, small);
            Split(many == lower ? one : two, depth + 1, many, histogram);
        }
    }

    private static double ValueOf(ArraySegment<int> part, long[] fixedPoint)
    {
        long sum = 0;
        foreach (var row in part)
            sum += fixedPoint[row];
        return Rate * (sum >> CountBits) / Unit / (part.Count + Shrinkage);
    }

    private static long[] Histogram(byte[] byRow, int columns, long[] fixedPoint, ArraySegment<int> part)
    {
        var histogram = new long[columns * Width];
        foreach (var row in part.AsSpan())
        {
            var value = fixedPoint[row];
            var bins = byRow.AsSpan(row * columns, columns);
            for (var column = 0; column < bins.Length; column++)
                histogram[(column * Width) + bins[column]] += value;
        }

        return histogram;
    }

    /// <summary>The split that explains most of the squared residuals; bins without an order stand by their mean.</summary>
    private (int Column, ulong Left, double Gain) Best(long[] histogram, int columns)
    {
        var best = (Column: -1, Left: 0UL, Gain: 0.0);
        Span<int> order = stackalloc int[Width];
        Span<double> means = stackalloc double[Width];
        for (var column = 0; column < columns; column++)
        {
            var bins = histogram.AsSpan(column * Width, Width);
            var (used, total) = (0, 0L);
            for (var bin = 0; bin < Width; bin++)
            {
                if (bins[bin] == 0)
                    continue;
                order[used] = bin;
                means[used++] = (double)(bins[bin] >> CountBits) / (bins[bin] & ((1 << CountBits) - 1));
                total += bins[bin];
            }

            if (!_isOrdered[column])
                means[..used].Sort(order[..used]);

            double rows = total & ((1 << CountBits) - 1), sum = total >> CountBits;
            var (left, mask) = (0L, 0UL);
            for (var i = 0; i + 1 < used; i++)
            {
                left += bins[order[i]];
                mask |= 1UL << order[i];
                double count = left & ((1 << CountBits) - 1), part = left >> CountBits;
                if (count < RowsPerLeaf || rows - count < RowsPerLeaf)
                    continue;
                var gain = (part * part / count) + ((sum - part) * (sum - part) / (rows - count)) - (sum * sum / rows);
                if (gain > best.Gain)
                    best = (column, mask, gain);
            }
        }

        return best;
    }

    /// <summary>Puts the rows that go left first; returns how many they are.</summary>
    private static int Partition(ArraySegment<int> part, Func<int, bool> goesLeft)
    {
        var (next, right) = (0, new List<int>(part.Count));
        foreach (var row in part)
        {
            if (goesLeft(row))
                part[next++] = row;
            else
                right.Add(row);
        }

        right.CopyTo(part.Array!, part.Offset + next);
        return next;
    }

    /// <summary>An inner node sends rows whose bin is in a set to the left; a leaf has no column and adds its value.</summary>
    private readonly record struct Node(int Column, ulong Left, double Value);
}
