using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// What is independent of each other in two samples: groups of rows, or bundles of as many groups each, drawn at
/// random within a split, where there are more groups than a permutation can make use of.
/// </summary>
internal sealed class Units
{
    /// <summary>Bundles of the split with fewer groups: more units would sharpen no test.</summary>
    private const int Wanted = 400;

    /// <summary>The most bundles of both splits together.</summary>
    private const int Most = 4_000;

    private Units(int[] a, int[] b, int countA, int countB, long groupsA, long groupsB) =>
        (A, B, CountA, CountB, GroupsA, GroupsB) = (a, b, countA, countB, groupsA, groupsB);

    /// <summary>The unit of each row of the first sample, from 0.</summary>
    public int[] A { get; }

    /// <summary>The unit of each row of the second sample, from 0.</summary>
    public int[] B { get; }

    /// <summary>The first sample's number of units.</summary>
    public int CountA { get; }

    /// <summary>The second sample's number of units.</summary>
    public int CountB { get; }

    /// <summary>The first sample's number of groups.</summary>
    public long GroupsA { get; }

    /// <summary>The second sample's number of groups.</summary>
    public long GroupsB { get; }

    /// <summary>Bundles groups; a row without a group is one by itself.</summary>
    /// <param name="a">The key of each row's group in the first sample, null where it has none.</param>
    /// <param name="b">The same of the second sample.</param>
    public static Units Of(IReadOnlyList<ulong?> a, IReadOnlyList<ulong?> b)
    {
        var (rowsA, groupsA) = Shuffled(a);
        var (rowsB, groupsB) = Shuffled(b);
        var size = Math.Max(1, Math.Min(groupsA, groupsB) / Wanted);
        size = Math.Max(size, Math.Min(((groupsA + groupsB) / Most) + 1, Math.Max(1, Math.Min(groupsA, groupsB) / 50)));
        var (countA, countB) = (Math.Max(1, groupsA / size), Math.Max(1, groupsB / size));
        return new Units(Bundle(rowsA, countA), Bundle(rowsB, countB), countA, countB, groupsA, groupsB);
    }

    /// <summary>
    /// The groups, and whether 1/C(a + b, a), the smallest p-value that dealing them out can give, is above the rate.
    /// </summary>
    /// <param name="rate">The p-value that has to be within reach.</param>
    public GroupCounts Count(double rate)
    {
        if (Ways(GroupsA, GroupsB, rate) * rate >= 1)
            return new GroupCounts(GroupsA, GroupsB, null);
        var needed = 1L;
        while (Ways(needed, needed, rate) * rate < 1)
            needed++;
        return new GroupCounts(GroupsA, GroupsB, needed);
    }

    private static double Ways(long a, long b, double rate)
    {
        var ways = 1.0;
        for (var i = 1L; i <= Math.Min(a, b) && ways * rate < 1; i++)
            ways *= (double)(a + b - i + 1) / i;
        return ways;
    }

    /// <summary>The units of some of the rows.</summary>
    public Units Take(int[] rowsA, int[] rowsB) => new(
        [.. rowsA.Select(row => A[row])], [.. rowsB.Select(row => B[row])], CountA, CountB, GroupsA, GroupsB);

    /// <summary>A few bundles get one group more than others, and which ones is drawn.</summary>
    private static int[] Bundle(int[] groups, int count) => [.. groups.Select(group => group % count)];

    /// <summary>The number of each row's group in an order drawn by hash, and how many there are.</summary>
    private static (int[] Groups, int Count) Shuffled(IReadOnlyList<ulong?> keys)
    {
        var order = keys.OfType<ulong>().Distinct().Select(key => Hashing.Mix(~key)).Order().ToArray();
        var place = new Dictionary<ulong, int>(order.Length);
        foreach (var key in order)
            place.TryAdd(key, place.Count);
        var alone = place.Count;
        return ([.. keys.Select(key => key is { } known ? place[Hashing.Mix(~known)] : alone++)], alone);
    }
}
