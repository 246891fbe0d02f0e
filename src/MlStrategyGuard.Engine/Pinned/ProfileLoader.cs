using System.Globalization;
using System.Text.Json;
using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>Reads the pinned profile of a split whose data isn't here.</summary>
/// <param name="strategy">What was declared.</param>
/// <param name="folder">The strategy file's folder.</param>
internal sealed class ProfileLoader(Strategy strategy, string folder)
{
    private const long MaxBytes = 256 << 20;
    private const string MakeAgain = "Make it again where the data is, with 'mlguard profile'";

    /// <summary>Reads the profile that a split names.</summary>
    /// <returns>The profile, or why it can't stand in for the data.</returns>
    public (PinnedProfile? Profile, UnreadableData? Problem) Load(SplitDeclaration split)
    {
        var shown = split.Profile!.Value.Replace('\\', '/');
        try
        {
            var profile = Parse(Read(shown));
            Check(profile, split);
            return (profile, null);
        }
        catch (UnfitException unfit)
        {
            return (null, new UnreadableData(split.Name.Value, split.Profile, shown, unfit.Line, null, unfit.Column, unfit.Message));
        }
    }

    /// <summary>A profile as comparisons see it.</summary>
    public static ComparedSplit ToCompared(PinnedProfile profile) =>
        new(profile.Split, profile.Rows, [.. profile.Columns.Select(column => new ProfileColumn(column))]) { IsPinned = true };

    /// <summary>A profile as rules see it.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="label">The label's column, if one is declared.</param>
    public static SplitData ToEvidence(PinnedProfile profile, string? label) => new(profile.Split, profile.Rows, [.. profile.Columns.Select(column =>
        new ColumnData(column.Name, column.Kind, column.Missing)
        {
            Majority = column.Name == label ? Majority(column) : null,
        })]);

    private static KeyValuePair<string, double>? Majority(PinnedColumn label)
    {
        if (label.Levels is not { Count: > 0 } levels || (label.Kind == ColumnKind.Numeric && !label.HasCodes))
            return null;
        var top = levels.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).First();
        return new(top.Key, (double)top.Value / label.Present);
    }

    private byte[] Read(string shown)
    {
        try
        {
            var path = Path.GetFullPath(shown, folder);
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw new UnfitException("it is too large for a profile. " + MakeAgain);
            using var stream = FileTrouble.Open(path);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (DataFault fault)
        {
            throw new UnfitException(fault.Message + ". It stands in for the split's files, which aren't here either");
        }
        catch (Exception trouble) when (trouble is ArgumentException || FileTrouble.Explain(shown, trouble) is not null)
        {
            throw new UnfitException(FileTrouble.Explain(shown, trouble)?.Message ?? "this is not a valid path: correct it");
        }
    }

    /// <summary>Reads a profile's text.</summary>
    /// <exception cref="UnfitException">It isn't one that this version reads.</exception>
    internal static PinnedProfile Parse(byte[] bytes)
    {
        try
        {
            using (var document = JsonDocument.Parse(bytes))
            {
                var version = document.RootElement is { ValueKind: JsonValueKind.Object } root
                    && root.TryGetProperty("version", out var number) && number.TryGetInt32(out var written) ? written : 0;
                if (version == 0)
                    throw new UnfitException("it is no profile: it names no version. " + MakeAgain, line: 1);
                if (version != PinnedProfile.Current)
                    throw new UnfitException(string.Create(CultureInfo.InvariantCulture,
                        $"it is a profile of version {version}, and this version of the guard reads version {PinnedProfile.Current}. {MakeAgain}"), line: 1);
            }

            return JsonSerializer.Deserialize(bytes, PinnedContext.Strict.PinnedProfile)
                ?? throw new UnfitException("it is no profile. " + MakeAgain, line: 1);
        }
        catch (JsonException error)
        {
            throw new UnfitException("it is no profile, or only a part of one. " + MakeAgain, error.LineNumber + 1);
        }
        catch (InvalidOperationException)
        {
            throw new UnfitException("it is no profile: its version is no number. " + MakeAgain, line: 1);
        }
    }

    private void Check(PinnedProfile profile, SplitDeclaration split)
    {
        var name = split.Name.Value;
        if (profile.Split != name)
            throw new UnfitException($"it is the profile of another split ('{profile.Split}'). Name the one of '{name}'");
        var now = ProfileBuilder.SettingsOf(strategy.Data, split);
        if (profile.Settings.Hash != now.Hash)
            throw new UnfitException("another version of the guard made it, whose counts can't be compared with today's. " + MakeAgain);
        if (!profile.Settings.Missing.SequenceEqual(now.Missing, StringComparer.Ordinal))
            throw new UnfitException("it was made with other spellings in 'data.missing'. " + MakeAgain);
        if (!AreEqual(profile.Settings.Where, now.Where))
            throw new UnfitException($"it was made with another 'where:' of split '{name}'. " + MakeAgain);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in profile.Columns)
        {
            if (!seen.Add(column.Name) || profile.Rows < 1 || !PinnedShape.IsWhole(column, profile.Rows))
                throw new UnfitException("its figures don't fit together: something else wrote into it. " + MakeAgain, null, column.Name);
            if (column.Declared != strategy.Data.KindOf(column.Name))
                throw new UnfitException("it was made when 'data.columns' declared another kind of this column. " + MakeAgain, null, column.Name);
            if (column.LeftOut is { } reason && ColumnRole.ReasonToSkip(strategy, column.Name) is null)
                throw new UnfitException($"the profile leaves this column out ('{reason}'), and now it is to be compared. " + MakeAgain, null, column.Name);
            if (ColumnRole.IsClass(strategy, column.Name) && column is { LeftOut: null, Levels: null, Buckets: null, Kind: ColumnKind.Numeric })
                throw new UnfitException("it was made when this column wasn't the label of a classification. " + MakeAgain, null, column.Name);
        }
    }

    private static bool AreEqual(Dictionary<string, IReadOnlyList<string>> a, Dictionary<string, IReadOnlyList<string>> b) =>
        a.Count == b.Count && a.All(one => b.TryGetValue(one.Key, out var other) && one.Value.SequenceEqual(other, StringComparer.Ordinal));

    /// <summary>Why a profile can't stand in for the data.</summary>
    internal sealed class UnfitException(string message, long? line = null, string? column = null) : Exception(message)
    {
        public long? Line { get; } = line;

        public string? Column { get; } = column;
    }
}
