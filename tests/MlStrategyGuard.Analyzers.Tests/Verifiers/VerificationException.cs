namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>An analyzer or a fix didn't do what its test expects.</summary>
internal sealed class VerificationException(string message) : Exception(message);
