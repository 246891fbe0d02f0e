using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>A column whose data was read.</summary>
/// <param name="profile">What was gathered of it.</param>
internal sealed class DataColumn(ColumnProfile profile) : ComparedColumn
{
    private static readonly double[] LengthEdges = [.. Enumerable.Range(0, LevelCounts.MaxLength).Select(length => (double)length)];

    public override string Name => profile.Name;

    public override DeclaredKind? Declared => profile.Declared;

    public override ColumnKind Kind => profile.Kind;

    public override long Missing => profile.Missing;

    public override long Present => profile.Present;

    public override long NumberCount => profile.NumberCount;

    public override long DateCount => profile.DateCount;

    public override bool IsInteger => profile.IsInteger;

    public override bool HasCodes => profile.Codes is not null;

    public override bool HasManyValues => profile.Distinct > ColumnProfile.MaxCodes;

    /// <summary>
    /// Whole numbers or texts, and hardly one twice. A stray repeat doesn't make an id a measurement; beyond 65,536 texts
    /// their number is an estimate.
    /// </summary>
    public override bool IsIdentifier => profile switch
    {
        { Declared: not null } => false,
        { Present: < 2 } => false,
        { Kind: ColumnKind.Numeric, IsInteger: true, IsBeyondPrecision: true } => true,
        { Kind: ColumnKind.Numeric, IsInteger: true, Codes: null } => profile.IsUnique(0.999),
        { Kind: ColumnKind.Categorical } when 2 * profile.DateCount >= profile.Present => false,
        { Kind: ColumnKind.Categorical, IsInteger: false } when 2 * profile.NumberCount >= profile.Present => false,
        { Kind: ColumnKind.Categorical } => profile.Distinct >= (profile.IsHashed ? 0.9 : 0.99) * profile.Present,
        _ => false,
    };

    public override bool IsText =>
        profile.Kind == ColumnKind.Text
        || (profile is { Kind: ColumnKind.Categorical, Declared: null } && profile.Distinct * 2 > profile.Present);

    public override bool IsHashed => profile.IsHashed;

    public override NumberSet Numbers => Of(profile.Numbers);

    public override NumberSet Dates => Of(profile.Dates);

    public override NumberSet Lengths => NumberSet.OfCounts(LengthEdges, profile.Lengths());

    public override IEnumerable<LevelRows> Levels(bool hashed)
    {
        var levels = profile.Levels(hashed);
        return hashed || profile.IsHashed
            ? levels.Select((level, bucket) => LevelRows.OfBucket(bucket, level.Value))
            : levels.Select(level => new LevelRows(level.Key, null, level.Value));
    }

    private NumberSet Of(NumberStore numbers) =>
        profile.Bins is { } bins ? NumberSet.OfCounts(bins.Edges, bins.Counts)
        : numbers.ToFixed() is { } digits ? new NumberSet(digits)
        : new NumberSet(numbers.ToSorted());
}
