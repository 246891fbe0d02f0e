namespace TorchSharp;

/// <summary>What every member answers that would have to compute something.</summary>
internal static class StandIn
{
    internal static NotSupportedException CannotRun() => new("This is a compile-time stand-in for TorchSharp and cannot run.");
}
