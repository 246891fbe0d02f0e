namespace Microsoft.Build.Framework;

/// <summary>
/// Says to MSBuild's multithreaded mode, which knows the attribute by its name, that a task keeps no process-wide state
/// (no current directory, no environment), so that it may stay in the process.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
