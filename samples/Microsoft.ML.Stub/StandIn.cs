namespace Microsoft.ML;

/// <summary>What every member answers that would have to compute something.</summary>
internal static class StandIn
{
    internal static NotSupportedException CannotRun() => new(
        "This is a compile-time stand-in for ML.NET and cannot run. "
        + "Build with -p:UseRealMLNet=true to use the package Microsoft.ML.");
}
