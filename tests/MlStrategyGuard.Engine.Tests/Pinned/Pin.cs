using MlStrategyGuard.Engine.Comparison;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Engine.Pinned;

namespace MlStrategyGuard.Engine.Tests.Pinned;

/// <summary>Profiles of splits in memory, written and read back.</summary>
internal static class Pin
{
    /// <summary>The profile as a file.</summary>
    public static byte[] ToBytes(Strategy strategy, SplitProfile split) => ProfileMaker.ToBytes(ProfileBuilder.Build(
        strategy,
        strategy.Split(split.Name) ?? new SplitDeclaration(new Marked<string>(split.Name, SourceSpan.FileStart)),
        split, []));

    /// <summary>What a comparison sees of a split whose profile was written and read back.</summary>
    public static ComparedSplit ReadBack(Strategy strategy, SplitProfile split)
    {
        var profile = ProfileLoader.Parse(ToBytes(strategy, split));
        Assert.All(profile.Columns, column => Assert.True(PinnedShape.IsWhole(column, profile.Rows), column.Name));
        return ProfileLoader.ToCompared(profile);
    }
}
