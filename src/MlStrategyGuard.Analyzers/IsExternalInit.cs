namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler make records for netstandard2.0, which doesn't have this type.</summary>
internal static class IsExternalInit;
