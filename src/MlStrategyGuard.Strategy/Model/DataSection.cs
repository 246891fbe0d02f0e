namespace MlStrategyGuard;

/// <summary>The file's <c>data:</c>: what the columns of the splits are for.</summary>
public sealed record DataSection
{
    /// <summary>What counts as missing unless the file says otherwise. Compared without regard to case.</summary>
    public static IReadOnlyList<string> DefaultMissing { get; } = ["", "NA", "N/A", "NaN", "null"];

    /// <summary>Nothing declared.</summary>
    public static DataSection Empty { get; } = new();

    /// <summary>The column to predict.</summary>
    public Marked<string>? Label { get; init; }

    /// <summary>The positive class of a binary label.</summary>
    public Marked<string>? Positive { get; init; }

    /// <summary>Identifies a row.</summary>
    public Marked<string>? Id { get; init; }

    /// <summary>Rows of one group never straddle splits.</summary>
    public Marked<string>? Group { get; init; }

    /// <summary>When a row was taken.</summary>
    public Marked<string>? Time { get; init; }

    /// <summary>Where a row comes from.</summary>
    public Marked<string>? Source { get; init; }

    /// <summary>How much a row counts.</summary>
    public Marked<string>? Weight { get; init; }

    /// <summary>Columns left out of every comparison.</summary>
    public IReadOnlyList<Marked<string>> Ignore { get; init; } = [];

    /// <summary>Declared kinds by column name or pattern (<c>*</c> stands for anything), in file order.</summary>
    public IReadOnlyList<ColumnDeclaration> Columns { get; init; } = [];

    /// <summary>The spellings of a missing value.</summary>
    public IReadOnlyList<string> Missing { get; init; } = DefaultMissing;

    /// <summary>The declared kind of a column: its own name first, then the first pattern that matches.</summary>
    public DeclaredKind? KindOf(string column) =>
        (Columns.FirstOrDefault(declared => declared.Name.Value == column)
            ?? Columns.FirstOrDefault(declared => declared.Matches(column)))?.Kind;
}
