namespace MlStrategyGuard.Engine;

/// <summary>The check could not run at all; the message says why and what to do, in one line.</summary>
public sealed class CheckException(string message) : Exception(message);
