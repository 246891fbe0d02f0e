using System.Text;
using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Pinned;

/// <summary>A column that is known from a pinned profile.</summary>
/// <param name="column">What the profile says of it.</param>
internal sealed class ProfileColumn(PinnedColumn column) : ComparedColumn
{
    public override string Name => column.Name;

    public override DeclaredKind? Declared => column.Declared;

    public override ColumnKind Kind => column.Kind;

    public override long Missing => column.Missing;

    public override long Present => column.Present;

    public override long NumberCount => column.NumberCount;

    public override long DateCount => column.DateCount;

    public override bool IsInteger => column.IsInteger;

    public override bool HasCodes => column.HasCodes;

    public override bool HasManyValues => column.HasManyValues;

    public override bool IsIdentifier => column.IsIdentifier;

    public override bool IsText => column.IsText;

    public override bool HasLevels => column.Levels is not null || column.Buckets is not null;

    public override bool HasUnnamedLevels => column.RareLevels is not null;

    public override bool IsHashed => column.Levels is null && column.Buckets is not null;

    public override NumberSet Numbers => OfBins(column.Numbers);

    public override NumberSet Dates => OfBins(column.Dates);

    public override NumberSet Lengths => OfBins(column.Lengths);

    public override IEnumerable<LevelRows> Levels(bool hashed)
    {
        if (!hashed)
            return column.Levels!.Select(level => new LevelRows(level.Key, null, level.Value))
                .Concat((column.RareLevels ?? []).Select(level => new LevelRows(null, level.Key, level.Value)));

        var buckets = column.Buckets?.ToArray() ?? new long[LevelCounts.Buckets];
        if (column.Buckets is null)
        {
            foreach (var (level, rows) in column.Levels!)
                buckets[Hashing.Of(Encoding.UTF8.GetBytes(level)) % LevelCounts.Buckets] += rows;
        }

        return buckets.Select((rows, bucket) => LevelRows.OfBucket(bucket, rows));
    }

    private static NumberSet OfBins(PinnedNumbers? numbers) =>
        new(new NumberBins(numbers!.Edges, numbers.Counts));
}
