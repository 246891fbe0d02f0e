namespace MlStrategyGuard.Reading;

/// <summary>A node of a YAML document with its place. Aliased nodes stand in the tree several times.</summary>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What a message calls this kind of node.</summary>
    public abstract string KindName { get; }
}

/// <summary>A word, number or string.</summary>
/// <param name="Written">The value without quotes, as it is written: names of files have to be.</param>
/// <param name="IsPlain">Whether it was written without quotes.</param>
/// <param name="Span">Its place.</param>
internal sealed record YamlScalar(string Written, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The value, its letters and marks composed as those of data are.</summary>
    public string Text { get; } = Composition.Compose(Written);

    /// <summary>Nothing was written.</summary>
    public bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    public override string KindName => IsNull ? "nothing" : "a single value";
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="IsFlow">Whether it stands in brackets.</param>
/// <param name="Span">Its place.</param>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, bool IsFlow, SourceSpan Span) : YamlNode(Span)
{
    public override string KindName => "a list";
}

/// <summary>A map; doubled keys are kept for the reader to report.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="IsFlow">Whether it stands in braces.</param>
/// <param name="Span">Its place.</param>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, bool IsFlow, SourceSpan Span) : YamlNode(Span)
{
    public override string KindName => "a map";
}

/// <summary>A key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
