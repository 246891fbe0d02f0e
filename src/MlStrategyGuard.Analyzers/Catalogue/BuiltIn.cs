using System.Collections.Immutable;

namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>The catalogues that come with the guard, one a library, as resources of this assembly.</summary>
internal static class BuiltIn
{
    /// <summary>Their texts.</summary>
    public static ImmutableArray<string> Texts { get; } = Read();

    private static ImmutableArray<string> Read()
    {
        var assembly = typeof(BuiltIn).Assembly;
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var name in assembly.GetManifestResourceNames().OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts.Add(reader.ReadToEnd());
        }

        return texts.ToImmutable();
    }
}
