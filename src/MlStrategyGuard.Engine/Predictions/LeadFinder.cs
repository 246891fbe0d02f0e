using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Compares candidates in the optimizing metric on the rows that both predict.</summary>
internal static class LeadFinder
{
    /// <summary>The first candidate against the second; null if they can't be paired, or have too few rows.</summary>
    /// <param name="metric">The optimizing metric.</param>
    /// <param name="strategy">What was declared.</param>
    /// <param name="first">The first candidate on dev.</param>
    /// <param name="second">The second one on dev.</param>
    public static Lead? Compare(string metric, Strategy strategy, ScoredCandidate first, ScoredCandidate second)
    {
        if (Pair(first.Rows, second.Rows) is not { } pair)
            return null;
        var (rowsOfFirst, rowsOfSecond) = pair;
        // Both predict the same rows nearly always; then what is known of each is used again.
        if (rowsOfFirst is not null && rowsOfSecond is not null
            && (rowsOfFirst.Length < first.Rows.Scored.Count || rowsOfSecond.Length < second.Rows.Scored.Count))
        {
            first = new ScoredCandidate(strategy, first.Name, first.Split, first.Rows.Take(rowsOfFirst));
            second = new ScoredCandidate(strategy, second.Name, second.Split, second.Rows.Take(rowsOfSecond));
            (rowsOfFirst, rowsOfSecond) = (null, null);
        }

        var (a, b) = (first.Estimate(metric, out _), second.Estimate(metric, out _));
        if (a.Undefined is not null || b.Undefined is not null)
            return null;
        var found = Hits(metric, strategy, first, second, rowsOfFirst, rowsOfSecond) ?? ByInfluence(first, a, second, b, rowsOfFirst, rowsOfSecond);
        b.Forget();
        return found is null
            ? null
            : new Lead(first.Name, second.Name, found.Difference, found.Lower, found.Upper, found.P, first.Rows.Scored.Count);
    }

    private static PairedComparison? ByInfluence(
        ScoredCandidate first, MetricEstimate a, ScoredCandidate second, MetricEstimate b, int[]? rowsOfFirst, int[]? rowsOfSecond)
    {
        if (a.Influence is not { } influence)
            return null;
        if (influence.Length != first.Rows.Scored.Count)
        {
            // One value a query: both number the same queries alike.
            return first.Rows.Queries.SequenceEqual(second.Rows.Queries) ? PairedComparison.Of(a, b, null, null) : null;
        }

        if (rowsOfFirst is null || rowsOfSecond is null)
            return PairedComparison.Of(a, b, null, first.Units(a));
        var partners = new int[rowsOfFirst.Length];
        for (var i = 0; i < partners.Length; i++)
            partners[rowsOfFirst[i]] = rowsOfSecond[i];
        return PairedComparison.Of(a, b, partners, first.Units(a));
    }

    /// <summary>McNemar's test, of shares of rows that are right and all count the same.</summary>
    private static PairedComparison? Hits(
        string metric, Strategy strategy, ScoredCandidate first, ScoredCandidate second, int[]? rowsOfFirst, int[]? rowsOfSecond)
    {
        var name = MetricCatalogue.Canonical(metric);
        if (name is not ("accuracy" or "error_rate" or "f1_micro") || strategy.Metrics?.Single?.Over is not null
            || first.Rows.Scored is not { Labels: { } labels, Predictions: { } guesses, Weights: null, Groups: null }
            || second.Rows.Scored is not { Labels: { } otherLabels, Predictions: { } otherGuesses, Weights: null, Groups: null }
            || labels.Length < MetricInterval.Fewest)
            return null;

        var (onlyFirst, onlySecond) = (0L, 0L);
        for (var i = 0; i < labels.Length; i++)
        {
            var (r, s) = (rowsOfFirst?[i] ?? i, rowsOfSecond?[i] ?? i);
            var (hit, otherHit) = (labels[r] == guesses[r], otherLabels[s] == otherGuesses[s]);
            if (hit && !otherHit)
                onlyFirst++;
            else if (otherHit && !hit)
                onlySecond++;
        }

        return name == "error_rate"
            ? PairedComparison.OfHits(onlySecond, onlyFirst, labels.Length)
            : PairedComparison.OfHits(onlyFirst, onlySecond, labels.Length);
    }

    /// <summary>Rows of both that belong together: by id, else by place if every label agrees. Null arrays: all, as they stand.</summary>
    private static (int[]? First, int[]? Second)? Pair(CandidateRows first, CandidateRows second)
    {
        if (first.Keys is { } keys && second.Keys is { } others)
        {
            if (keys.AsSpan().SequenceEqual(others))
                return (null, null);
            var index = new KeyIndex(others);
            if (index.Repeated > 0)
                return null;
            var (mine, theirs) = (new GrowingArray<int>(), new GrowingArray<int>());
            for (var i = 0; i < keys.Length; i++)
            {
                if (index.Find(keys[i]) is >= 0 and var row)
                {
                    mine.Add(i);
                    theirs.Add(row);
                }
            }

            return (mine.ToArray(), theirs.ToArray());
        }

        return SameLabels(first.Scored, second.Scored) ? (null, null) : null;
    }

    private static bool SameLabels(ScoredRows first, ScoredRows second)
    {
        if (first.Count != second.Count)
            return false;
        if (first.Targets is { } numbers)
            return second.Targets is { } others && numbers.AsSpan().SequenceEqual(others)
                && (first.Queries is null || (second.Queries is { } queries && first.Queries.AsSpan().SequenceEqual(queries)));
        if (first.Labels is { } labels && second.Labels is { } theirs)
        {
            var map = first.Classes.Select(name => second.Classes.ToList().IndexOf(name)).ToArray();
            for (var i = 0; i < labels.Length; i++)
            {
                if (map[labels[i]] != theirs[i])
                    return false;
            }

            return true;
        }

        return first.LabelSets is { } sets && second.LabelSets is { } otherSets
            && sets.Select(set => string.Join(';', set.Select(k => first.Classes[k])))
                .SequenceEqual(otherSets.Select(set => string.Join(';', set.Select(k => second.Classes[k]))));
    }
}
