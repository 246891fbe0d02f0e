namespace MlStrategyGuard.Tool;

/// <summary>The documents that ship inside the tool.</summary>
internal static class Resources
{
    /// <summary>A document's text with line feeds, or null if there is none of that name.</summary>
    public static string? Read(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
