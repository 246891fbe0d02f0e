using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>Makes pinned profiles: files that stand in for a split's data where it isn't.</summary>
public static class ProfileMaker
{
    /// <summary>The folder beside the strategy file where profiles go unless said otherwise.</summary>
    public const string DefaultFolder = "profiles";

    /// <summary>Reads the data of splits and writes a profile of each. All are written, or none is.</summary>
    /// <param name="strategyFile">The strategy file's path.</param>
    /// <param name="splits">The splits; none: all whose data is here.</param>
    /// <param name="output">The folder to write into; null: <see cref="DefaultFolder"/> beside the strategy file.</param>
    /// <param name="progress">Is told how far the reading of data is; may be null.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>What was written, in the order of the strategy file.</returns>
    /// <exception cref="CheckException">Something can't be read or written, or no split fits.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; nothing was written.</exception>
    public static IReadOnlyList<MadeProfile> Make(
        string strategyFile, IReadOnlyList<string> splits, string? output, IProgress<CheckProgress>? progress, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(strategyFile))!;
        var strategy = StrategyFile.Decode(StrategyFile.Read(strategyFile)) is { } file
            ? StrategyReader.Read(file.Text).Strategy
            : throw new CheckException($"'{strategyFile}' isn't readable text: save it as UTF-8.");
        var chosen = Choose(strategy, splits, folder);

        // Each file is read twice: for its hash, and for its rows.
        var meter = progress is null ? null : new ByteMeter(progress, chosen.SelectMany(one => one.Files.Concat(one.Files)));
        var made = chosen.Select(one => (one.Split, Profile: Make(strategy, one.Split, one.Files, meter, cancel))).ToList();
        cancel.ThrowIfCancellationRequested();
        return [.. made.Select(one => Write(one.Split, one.Profile, folder, output ?? Path.Combine(folder, DefaultFolder)))];
    }

    private static List<(SplitDeclaration Split, IReadOnlyList<DataFile> Files)> Choose(
        Strategy strategy, IReadOnlyList<string> names, string folder)
    {
        if (names.FirstOrDefault(name => strategy.Split(name) is null) is { } unknown)
            throw new CheckException($"the strategy file declares no split '{unknown}'; it has {Names(strategy)}.");

        var chosen = new List<(SplitDeclaration, IReadOnlyList<DataFile>)>();
        foreach (var split in strategy.Splits.Where(split => names.Count == 0 || names.Contains(split.Name.Value)))
        {
            var (files, missing) = SplitFiles.Find(folder, split);
            if (missing.Count > 0 && (files.Count > 0 || names.Count > 0))
                throw new CheckException($"'{missing[0].Path.Value}' of split '{missing[0].Split}' leads to no file; a profile of a part of the data would stand for something else.");
            if (files.Count > 0)
                chosen.Add((split, files));
            else if (names.Count > 0)
                throw new CheckException($"the split '{split.Name.Value}' names no files.");
        }

        return chosen.Count > 0
            ? chosen
            : throw new CheckException($"there is no data to make a profile of; the strategy file has {Names(strategy)}.");
    }

    private static string Names(Strategy strategy) => strategy.Splits.Count == 0
        ? "no split that could be read (see 'mlguard check')"
        : "the splits " + string.Join(", ", strategy.Splits.Select(split => split.Name.Value));

    private static PinnedProfile Make(
        Strategy strategy, SplitDeclaration split, IReadOnlyList<DataFile> files, IProgress<long>? progress, CancellationToken cancel)
    {
        var before = files.Select(State).ToList();
        var hashes = files.Select(file => Fingerprint(file, progress, cancel)).ToList();
        var (profile, problem) = new ProfileReader(strategy, progress, cancel) { WithRows = false }.Read([new SplitSource(split, files)])[0];
        using var _ = profile;
        if (problem is not null)
            throw new CheckException($"{problem.File}{Place(problem)} can't be read: {problem.Why.TrimEnd('.')}.");
        if (!files.Select(State).SequenceEqual(before))
            throw new CheckException($"the data of split '{split.Name.Value}' changed while it was read; try again when nobody writes to it.");
        if (profile!.Rows == 0)
            throw new CheckException($"no row is left for split '{split.Name.Value}': its 'where:' names a column that isn't there.");
        return ProfileBuilder.Build(strategy, split, profile, hashes);
    }

    private static (long, DateTime) State(DataFile file) =>
        new FileInfo(file.FullPath) is { Exists: true } info ? (info.Length, info.LastWriteTimeUtc) : (-1, default);

    private static string Place(UnreadableData problem)
    {
        var place = problem.Line is { } line ? FormattableString.Invariant($", line {line}") : "";
        return problem.Column is { } column ? $"{place}, column '{column}'" : place;
    }

    private static PinnedFile Fingerprint(DataFile file, IProgress<long>? progress, CancellationToken cancel)
    {
        try
        {
            using var stream = FileTrouble.Open(file.FullPath);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            var bytes = 0L;
            for (int count; (count = stream.Read(buffer)) > 0; bytes += count)
            {
                cancel.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, count);
                progress?.Report(count);
            }

            return new PinnedFile { Path = file.Shown, Bytes = bytes, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) };
        }
        catch (DataFault fault)
        {
            throw new CheckException($"{file.Shown} can't be read: {fault.Message}.");
        }
        catch (Exception trouble) when (FileTrouble.Explain(file.Shown, trouble) is { } fault)
        {
            throw new CheckException($"{file.Shown} can't be read: {fault.Message}.");
        }
    }

    private static MadeProfile Write(SplitDeclaration split, PinnedProfile profile, string folder, string output)
    {
        var path = Path.Combine(output, split.Name.Value + ".json");
        var bytes = ToBytes(profile);
        try
        {
            AtomicFile.Write(path, bytes);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CheckException($"the profile can't be written to '{path}': {trouble.Message}");
        }

        var named = Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');
        return new MadeProfile(split.Name.Value, path, named)
        {
            Rows = profile.Rows,
            Columns = profile.Columns.Count,
            Bytes = bytes.Length,
            IsDeclared = split.Profile is { } declared && Path.GetFullPath(declared.Value, folder) == Path.GetFullPath(path),
        };
    }

    /// <summary>One line for the head and one a column, so that a change of the data shows as a change of its columns.</summary>
    internal static byte[] ToBytes(PinnedProfile profile)
    {
        var context = PinnedContext.Strict;
        var head = JsonSerializer.Serialize(profile with { Columns = [] }, context.PinnedProfile)[..^"]}".Length];
        var columns = profile.Columns.Select(column => JsonSerializer.Serialize(column, context.PinnedColumn));
        return Encoding.UTF8.GetBytes($"{head}\n{string.Join(",\n", columns)}\n]}}\n");
    }
}

/// <summary>A profile that was written.</summary>
/// <param name="Split">The split.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Named">Its path relative to the strategy file, with forward slashes: the value of <c>profile:</c>.</param>
public sealed record MadeProfile(string Split, string Path, string Named)
{
    /// <summary>The split's rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The split's columns.</summary>
    public required int Columns { get; init; }

    /// <summary>The profile's length in bytes.</summary>
    public required int Bytes { get; init; }

    /// <summary>Whether the strategy file names it already.</summary>
    public required bool IsDeclared { get; init; }
}
