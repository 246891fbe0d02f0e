namespace MlStrategyGuard.Engine;

/// <summary>How far the reading of data is.</summary>
/// <param name="BytesRead">Bytes read so far, before decompression.</param>
/// <param name="BytesInAll">Bytes of all files; some may be read twice.</param>
public sealed record CheckProgress(long BytesRead, long BytesInAll);
