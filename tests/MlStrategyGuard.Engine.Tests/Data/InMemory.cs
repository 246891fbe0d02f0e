using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Tests.Data;

/// <summary>Splits whose files lie in memory, and what reading them gave in one text.</summary>
internal static class InMemory
{
    public static SplitSource Split(string name, params byte[][] files) => Split(new SplitDeclaration(At(name)), files);

    public static SplitSource Split(SplitDeclaration split, params byte[][] files) =>
        new(split, [.. files.Select((file, i) => new DataFile("", $"{split.Name.Value}-{i}.csv", At("")) { Content = file })]);

    public static Marked<string> At(string text) => new(text, SourceSpan.FileStart);

    /// <summary>Everything that is known of a split; equal texts, equal evidence.</summary>
    public static string Show((SplitProfile? Profile, UnreadableData? Problem) read)
    {
        if (read.Profile is not { } profile)
            return read.Problem!.ToString();
        using (profile)
        {
            var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{profile.Name} {profile.Rows}");
            foreach (var column in profile.Columns.OrderBy(column => column.Name, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"{column.Name} {column.Kind} {column.Missing} {column.Present} {column.NumberCount} {column.DateCount} {column.IsInteger} {column.Smallest:R} {column.Largest:R} {column.IsHashed} {column.Distinct:R}");
                text.AppendJoin(' ', column.Numbers.ToSorted().Select(number => number.ToString("R", CultureInfo.InvariantCulture))).AppendLine();
                text.AppendJoin(' ', column.Dates.ToSorted()).AppendLine();
                text.AppendJoin(' ', column.Levels(hashed: false)).AppendLine();
                text.AppendJoin(' ', column.Lengths()).AppendLine();
                text.AppendJoin(' ', column.Codes ?? new Dictionary<double, long>()).AppendLine();
                text.AppendJoin(' ', column.Bins?.Counts ?? []).AppendLine();
            }

            text.AppendJoin(' ', profile.Keys!.LeftOut).AppendLine();
            foreach (var keys in new[] { profile.Keys.Features, profile.Keys.Ids, profile.Keys.Groups })
                text.AppendJoin(' ', Enumerable.Range(0, KeySet.Partitions).SelectMany(part => keys?.Sorted(part) ?? [])).AppendLine();
            text.AppendJoin(' ', profile.Sample!.Hashes).AppendLine();
            foreach (var column in profile.Sample.Columns.OrderBy(column => column.Name, StringComparer.Ordinal))
            {
                text.AppendJoin(' ', column.Numbers ?? []).AppendLine();
                text.AppendJoin(' ', (column.Codes ?? []).Select(code => code < 0 ? "" : column.Levels![code])).AppendLine();
            }

            return text.ToString();
        }
    }
}
