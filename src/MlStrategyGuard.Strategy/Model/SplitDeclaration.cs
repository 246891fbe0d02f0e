namespace MlStrategyGuard;

/// <summary>One entry of the file's <c>splits:</c>.</summary>
/// <param name="Name"><c>train</c>, <c>train_dev</c>, <c>dev</c> or <c>test</c>, at its key.</param>
public sealed record SplitDeclaration(Marked<string> Name)
{
    /// <summary>The four names, in the order in which a model meets them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["train", "train_dev", "dev", "test"];

    /// <summary>Paths or patterns, relative to the strategy file.</summary>
    public IReadOnlyList<Marked<string>> Files { get; init; } = [];

    /// <summary>Which rows of the files belong to the split: every column must hold one of its values.</summary>
    public IReadOnlyList<RowFilter> Where { get; init; } = [];

    /// <summary>The name of the distribution that the rows are drawn from.</summary>
    public Marked<string>? Distribution { get; init; }

    /// <summary>The number of rows, when no data is at hand.</summary>
    public Marked<long>? Rows { get; init; }

    /// <summary>Rows a source, when only the mix is known.</summary>
    public IReadOnlyList<Marked<KeyValuePair<string, long>>> Composition { get; init; } = [];

    /// <summary>A pinned profile that stands in for the files.</summary>
    public Marked<string>? Profile { get; init; }

    /// <summary>A query for data in an engine.</summary>
    public Marked<string>? Query { get; init; }

    /// <summary>The name of the engine's connection.</summary>
    public Marked<string>? Connection { get; init; }
}
