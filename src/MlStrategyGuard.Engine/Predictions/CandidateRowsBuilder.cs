using System.Globalization;
using MlStrategyGuard.Engine.Metrics;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Joins a prediction file to the split's data and makes classes and numbers of its columns.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="task">What was predicted.</param>
internal sealed class CandidateRowsBuilder(Strategy strategy, LearningTask task)
{
    private const char ListSeparator = ';';

    /// <summary>Numbers that programs wrote as 32-bit floats differ by this share.</summary>
    private const double FloatNoise = 1e-6;

    /// <summary>The rows of predictions that have a label.</summary>
    /// <param name="predictions">The prediction file.</param>
    /// <param name="data">The split's data with the index of its ids; null: nothing to join.</param>
    public CandidateRows Build(ScoreTable predictions, JoinedData? data)
    {
        var (kept, partners, match) = Join(predictions, data);
        var labels = Labels(predictions, data?.Table, kept, partners, out var otherLabels);
        if (match is not null)
            match = match with { OtherLabels = otherLabels };

        // A row without a label can't be scored.
        var labelled = Where(kept.Length, i => labels.Numbers is { } numbers
            ? !double.IsNaN(numbers[i])
            : labels.Names is not { } names || names.Codes[i] >= 0);
        if (labelled.Length < kept.Length)
        {
            kept = Pick(kept, labelled);
            partners = partners is null ? null : Pick(partners, labelled);
            labels = (labels.Numbers is null ? null : Pick(labels.Numbers, labelled),
                labels.Names is null ? null : labels.Names with { Codes = Pick(labels.Names.Codes, labelled) });
        }

        var gaps = new Dictionary<string, string>();
        var queries = Query(task, predictions, kept);
        var scored = new ScoredRows
        {
            Task = task,
            Count = kept.Length,
            Scores = Numbers(predictions, ColumnRole.Score, kept, nameof(ScoredRows.Scores), "score", gaps),
            Lower = Numbers(predictions, ColumnRole.Lower, kept, nameof(ScoredRows.Lower), "lower limit", gaps),
            Upper = Numbers(predictions, ColumnRole.Upper, kept, nameof(ScoredRows.Upper), "upper limit", gaps),
            Weights = Joined(predictions, data?.Table, kept, partners, table => table.Numbers.GetValueOrDefault(ColumnRole.Weight)),
            Groups = Groups(predictions, data?.Table, kept, partners),
            Queries = queries?.Codes,
            Measured = predictions.Measured
                .Where(pair => Array.TrueForAll(kept, i => !double.IsNaN(pair.Value[i])))
                .ToDictionary(pair => pair.Key, pair => Pick(pair.Value, kept)),
            Gaps = gaps,
        };
        foreach (var (name, values) in predictions.Measured)
        {
            if (!scored.Measured.ContainsKey(name))
                gaps[name] = Empty(kept.Count(i => double.IsNaN(values[i])), name);
        }

        scored = task switch
        {
            LearningTask.Regression => WithNumbers(scored, predictions, kept, labels.Numbers, gaps),
            LearningTask.Ranking => scored with { Targets = labels.Numbers },
            LearningTask.MultilabelClassification => WithSets(scored, predictions, kept, labels.Names, gaps),
            _ => WithClasses(scored, predictions, kept, labels.Names, gaps),
        };
        return new CandidateRows(scored)
        {
            Keys = predictions.Ids is { } ids ? Pick(ids, kept) : null,
            Queries = queries?.Words ?? [],
            Slices = Slices(predictions, data?.Table, kept, partners),
            Match = match,
            DataRows = partners,
        };
    }

    /// <summary>The rows of the file that count, and the row of the data that each belongs to.</summary>
    private static (int[] Kept, int[]? Partners, PredictionMatch? Match) Join(ScoreTable predictions, JoinedData? data)
    {
        if (predictions.Ids is not { } ids || data is null)
            return ([.. Enumerable.Range(0, predictions.Count)], null, null);

        var (kept, partners, seen) = (new GrowingArray<int>(), new GrowingArray<int>(), new bool[data.Table.Count]);
        var (extra, doubled, next) = (0L, 0L, 0);
        var keys = data.Index.Repeated == 0 ? data.Table.Ids! : [];
        for (var i = 0; i < ids.Length; i++)
        {
            // Predictions mostly come in the order of the data.
            var row = next < keys.Length && keys[next] == ids[i] ? next : data.Index.Find(ids[i]);
            next = row + 1;
            if (row < 0)
                extra++;
            else if (seen[row])
                doubled++;
            else
            {
                seen[row] = true;
                kept.Add(i);
                partners.Add(row);
            }
        }

        var missing = data.Table.Count - data.Index.Repeated - kept.Count;
        return (kept.ToArray(), partners.ToArray(), new PredictionMatch(
            data.Table.Count, missing, extra, doubled, OtherLabels: 0, data.Index.Repeated));
    }

    /// <summary>The data's labels, else the file's own; how many of the file's own say something else.</summary>
    private (double[]? Numbers, NameCodes? Names) Labels(
        ScoreTable predictions, ScoreTable? data, int[] kept, int[]? partners, out long others)
    {
        others = 0;
        if (task is LearningTask.Regression or LearningTask.Ranking)
        {
            var own = predictions.Numbers.GetValueOrDefault(ColumnRole.Label) is { } column ? Pick(column, kept) : null;
            if (partners is null || data!.Numbers.GetValueOrDefault(ColumnRole.Label) is not { } given)
                return (own, null);
            var truth = Pick(given, partners);
            for (var i = 0; own is not null && i < own.Length; i++)
            {
                if (!double.IsNaN(own[i]) && !double.IsNaN(truth[i])
                    && Math.Abs(own[i] - truth[i]) > FloatNoise * Math.Max(Math.Abs(own[i]), Math.Abs(truth[i])))
                    others++;
            }

            return (truth, null);
        }

        var ownWords = predictions.Words.GetValueOrDefault(ColumnRole.Label);
        if (partners is null || data!.Words.GetValueOrDefault(ColumnRole.Label) is not { } words)
            return (null, ownWords is null ? null : Names(ownWords, kept, NamesOf(ownWords)));
        var names = NamesOf(words);
        var labels = Names(words, partners, names);
        if (ownWords is not null)
        {
            var own = Names(ownWords, kept, names);
            for (var i = 0; i < own.Codes.Length; i++)
            {
                if (own.Codes[i] >= 0 && labels.Codes[i] >= 0
                    && own.Words[own.Codes[i]] is var one && labels.Words[labels.Codes[i]] is var other && one != other && !SameSet(one, other))
                    others++;
            }
        }

        return (null, labels);
    }

    private bool SameSet(string one, string other) => task == LearningTask.MultilabelClassification
        && Split(one).Order(StringComparer.Ordinal).SequenceEqual(Split(other).Order(StringComparer.Ordinal));

    private ClassNames NamesOf(WordColumn words) =>
        new(task == LearningTask.MultilabelClassification ? words.Words.SelectMany(Split) : words.Words);

    private NameCodes Names(WordColumn column, int[] rows, ClassNames names)
    {
        string[] words = [.. column.Words.Select(word => task == LearningTask.MultilabelClassification ? word : names.Of(word))];
        var codes = Pick(column.Codes, rows);
        // A row without any label has an empty list, which counts as missing in a table.
        return task == LearningTask.MultilabelClassification && Array.Exists(codes, code => code < 0)
            ? new NameCodes([.. words, ""], Array.ConvertAll(codes, code => code < 0 ? words.Length : code))
            : new NameCodes(words, codes);
    }

    private ScoredRows WithNumbers(ScoredRows scored, ScoreTable predictions, int[] kept, double[]? labels, Dictionary<string, string> gaps)
    {
        var estimates = Numbers(predictions, ColumnRole.Prediction, kept, nameof(ScoredRows.Estimates), "prediction", gaps);
        // ML.NET calls the predicted number a score.
        return scored with { Targets = labels, Estimates = estimates ?? (gaps.ContainsKey(nameof(ScoredRows.Estimates)) ? null : scored.Scores) };
    }

    private ScoredRows WithSets(ScoredRows scored, ScoreTable predictions, int[] kept, NameCodes? labels, Dictionary<string, string> gaps)
    {
        var guessed = predictions.Words.GetValueOrDefault(ColumnRole.Prediction);
        string[] lists = labels?.Used() ?? [];
        var names = new ClassNames(lists.SelectMany(Split));
        string[] guesses = guessed is null ? [] : [.. guessed.Words];
        string[] classes =
        [
            .. lists.Concat(guesses).SelectMany(Split).Select(names.Of)
                .Concat(predictions.Probabilities.Select(pair => names.Of(pair.Key)))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var numbers = classes.Select((name, k) => (name, k)).ToDictionary(pair => pair.name, pair => pair.k, StringComparer.Ordinal);
        int[] SetOf(string list) => [.. Split(list).Select(one => numbers[names.Of(one)]).Distinct().Order()];
        var sets = new Dictionary<string, int[]>(StringComparer.Ordinal);
        int[] Cached(string list) => sets.TryGetValue(list, out var found) ? found : sets[list] = SetOf(list);
        return scored with
        {
            Classes = classes,
            LabelSets = labels is null ? null : Array.ConvertAll(labels.Codes, code => Cached(labels.Words[code])),
            PredictionSets = guessed is null ? null : Array.ConvertAll(kept, i => Cached(guessed.Codes[i] < 0 ? "" : guesses[guessed.Codes[i]])),
            Probabilities = Probabilities(predictions, kept, classes, names, gaps),
        };
    }

    private ScoredRows WithClasses(ScoredRows scored, ScoreTable predictions, int[] kept, NameCodes? labels, Dictionary<string, string> gaps)
    {
        if (labels is null)
            return scored;
        var seen = labels.Used().ToHashSet(StringComparer.Ordinal);

        // Nobody said how many classes there are: more than two labels say it.
        var actual = strategy.Task is null && seen.Count > 2 ? LearningTask.MulticlassClassification : task;
        var names = new ClassNames(seen);
        var guessed = predictions.Words.GetValueOrDefault(ColumnRole.Prediction);
        var guesses = guessed?.Words.Select(names.Of).ToArray() ?? [];
        var known = seen.Concat(guesses).Concat(predictions.Probabilities.Select(pair => names.Of(pair.Key))).ToHashSet(StringComparer.Ordinal);
        var positive = actual == LearningTask.BinaryClassification ? names.Positive(strategy.Data.Positive?.Value, known) : null;
        if (positive is not null)
            known.Add(positive);
        string[] classes = [.. known.Order(StringComparer.Ordinal)];
        var numbers = classes.Select((name, k) => (name, k)).ToDictionary(pair => pair.name, pair => pair.k, StringComparer.Ordinal);

        var byCode = Array.ConvertAll(labels.Words, name => numbers.GetValueOrDefault(name, -1));
        var codes = Array.ConvertAll(labels.Codes, code => byCode[code]);
        var probabilities = Probabilities(predictions, kept, classes, names, gaps);
        var at = positive is null ? -1 : numbers[positive];
        var scores = scored.Scores ?? (at >= 0 ? probabilities?[at] : null);
        if (scores is null && at >= 0 && classes.Length == 2 && probabilities?[1 - at] is { } ofOther)
            scores = Array.ConvertAll(ofOther, p => 1 - p);
        return scored with
        {
            Task = actual,
            Classes = classes,
            Positive = at,
            Labels = codes,
            Probabilities = probabilities,
            Scores = scores,
            Predictions = guessed is not null
                ? Predicted(guessed, kept, [.. guesses.Select(name => numbers[name])], gaps)
                : Guess(scores, probabilities, at, classes.Length, gaps),
        };
    }

    private static int[]? Predicted(WordColumn guessed, int[] kept, int[] numbers, Dictionary<string, string> gaps)
    {
        var codes = Pick(guessed.Codes, kept);
        var missing = codes.Count(code => code < 0);
        if (missing > 0)
        {
            gaps[nameof(ScoredRows.Predictions)] = Empty(missing, "prediction");
            return null;
        }

        return Array.ConvertAll(codes, code => numbers[code]);
    }

    /// <summary>Without a prediction, the most probable class.</summary>
    private static int[]? Guess(double[]? scores, double[]?[]? probabilities, int positive, int classes, Dictionary<string, string> gaps)
    {
        if (probabilities is not null && Array.TrueForAll(probabilities, ofClass => ofClass is not null) && classes > 1)
        {
            var best = new int[probabilities[0]!.Length];
            for (var i = 0; i < best.Length; i++)
            {
                for (var k = 1; k < classes; k++)
                {
                    if (probabilities[k]![i] > probabilities[best[i]]![i])
                        best[i] = k;
                }
            }

            return best;
        }

        if (scores is null || positive < 0 || classes != 2)
            return null;
        if (Array.TrueForAll(scores, score => score is >= 0 and <= 1))
            return Array.ConvertAll(scores, score => score >= 0.5 ? positive : 1 - positive);
        gaps[nameof(ScoredRows.Predictions)] = "there is no column 'prediction', and scores outside 0–1 have no threshold that everybody knows";
        return null;
    }

    private static double[]?[]? Probabilities(
        ScoreTable predictions, int[] kept, string[] classes, ClassNames names, Dictionary<string, string> gaps)
    {
        if (predictions.Probabilities.Count == 0)
            return null;
        var byClass = new double[]?[classes.Length];
        foreach (var (name, values) in predictions.Probabilities)
        {
            var own = Pick(values, kept);
            var missing = own.Count(double.IsNaN);
            if (missing > 0)
            {
                gaps[nameof(ScoredRows.Probabilities)] = gaps[nameof(ScoredRows.Scores)] = Empty(missing, "probability");
                return null;
            }

            byClass[Array.IndexOf(classes, names.Of(name))] = own;
        }

        return byClass;
    }

    private static double[]? Numbers(
        ScoreTable table, ColumnRole role, int[] kept, string property, string what, Dictionary<string, string> gaps)
    {
        if (table.Numbers.GetValueOrDefault(role) is not { } all)
            return null;
        var values = Pick(all, kept);
        var missing = values.Count(double.IsNaN);
        if (missing == 0)
            return values;
        gaps[property] = Empty(missing, what);
        return null;
    }

    private static string Empty(int rows, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{rows:N0} row{(rows == 1 ? " has" : "s have")} no {what}");

    private static double[]? Joined(
        ScoreTable predictions, ScoreTable? data, int[] kept, int[]? partners, Func<ScoreTable, double[]?> column)
    {
        if (column(predictions) is { } own)
            return Pick(own, kept);
        return partners is not null && column(data!) is { } joined ? Pick(joined, partners) : null;
    }

    private static WordColumn? Slices(ScoreTable predictions, ScoreTable? data, int[] kept, int[]? partners) =>
        Words(predictions, data, kept, partners, ColumnRole.Slice);

    private static WordColumn? Words(ScoreTable predictions, ScoreTable? data, int[] kept, int[]? partners, ColumnRole role)
    {
        if (predictions.Words.GetValueOrDefault(role) is { } own)
            return own with { Codes = Pick(own.Codes, kept) };
        return partners is not null && data!.Words.GetValueOrDefault(role) is { } joined
            ? joined with { Codes = Pick(joined.Codes, partners) }
            : null;
    }

    /// <summary>Group numbers without gaps; a row without a group is one of its own.</summary>
    private static int[]? Groups(ScoreTable predictions, ScoreTable? data, int[] kept, int[]? partners)
    {
        if (Words(predictions, data, kept, partners, ColumnRole.Group) is not { } column)
            return null;
        var (numbers, next) = (new int[column.Words.Count], 0);
        return Array.ConvertAll(column.Codes, code =>
            code < 0 ? next++ : numbers[code] > 0 ? numbers[code] - 1 : (numbers[code] = ++next) - 1);
    }

    /// <summary>
    /// Queries numbered in the order of their names, so that two files of the same queries agree. A ranking whose queries are
    /// declared as groups has them in that column.
    /// </summary>
    private static WordColumn? Query(LearningTask task, ScoreTable predictions, int[] kept)
    {
        var found = predictions.Words.GetValueOrDefault(ColumnRole.Query)
            ?? (task == LearningTask.Ranking ? predictions.Words.GetValueOrDefault(ColumnRole.Group) : null);
        if (found is not { } column || Array.Exists(kept, i => column.Codes[i] < 0))
            return null;
        var used = kept.Select(i => column.Codes[i]).Distinct().OrderBy(code => column.Words[code], StringComparer.Ordinal).ToArray();
        var numbers = new int[column.Words.Count];
        for (var q = 0; q < used.Length; q++)
            numbers[used[q]] = q;
        return new WordColumn([.. used.Select(code => column.Words[code])], Array.ConvertAll(kept, i => numbers[column.Codes[i]]));
    }

    /// <summary>Some rows of a column; the column itself if they are all of it, in its order.</summary>
    private static T[] Pick<T>(T[] all, int[] rows)
    {
        if (rows.Length == all.Length && IsEvery(rows))
            return all;
        var some = GC.AllocateUninitializedArray<T>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
            some[i] = all[rows[i]];
        return some;
    }

    private static bool IsEvery(int[] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i)
                return false;
        }

        return true;
    }

    private static int[] Where(int count, Func<int, bool> counts)
    {
        var (rows, used) = (GC.AllocateUninitializedArray<int>(count), 0);
        for (var i = 0; i < count; i++)
        {
            if (counts(i))
                rows[used++] = i;
        }

        return rows[..used];
    }

    private static IEnumerable<string> Split(string list) =>
        list.Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A split's data to join predictions to.</summary>
/// <param name="Table">Its columns that matter.</param>
/// <param name="Index">Finds rows by id.</param>
internal sealed record JoinedData(ScoreTable Table, KeyIndex Index);
