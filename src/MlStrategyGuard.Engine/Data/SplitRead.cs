namespace MlStrategyGuard.Engine.Data;

/// <summary>What became of reading a split.</summary>
/// <param name="Sink">Took its rows; null if it can't be read.</param>
/// <param name="Problem">Why it can't be read; null if it can.</param>
internal readonly record struct SplitRead<TSink>(TSink? Sink, UnreadableData? Problem)
    where TSink : RowSink;
