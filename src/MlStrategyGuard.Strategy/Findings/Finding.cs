namespace MlStrategyGuard;

/// <summary>One thing that is wrong (or worth knowing), at its place in the strategy file.</summary>
/// <param name="Id">The rule's number, as <c>MLS1001</c>.</param>
/// <param name="Severity">The severity in force.</param>
/// <param name="Message">What is wrong, in numbers, and what to do next. One line.</param>
/// <param name="Span">The node of the strategy file that it is about.</param>
public sealed record Finding(string Id, Severity Severity, string Message, SourceSpan Span)
{
    /// <summary>The split that it is about, if it is about one (of a pair: the first).</summary>
    public string? Split { get; init; }

    /// <summary>The data column that it is about, if it is about one.</summary>
    public string? ColumnName { get; init; }

    /// <summary>Other names by which a waiver's <c>where</c> may mean this finding.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Figures for machines, in a fixed order; names are in snake_case, shares are 0–1.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Data { get; init; } = [];

    /// <summary>The change that surely solves it, if there is one.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The rule's page.</summary>
    public string Help => RuleCatalogue.HelpFor(Id);

    /// <summary>A finding at the rule's default severity.</summary>
    public static Finding Of(string id, SourceSpan span, string message) =>
        new(id, RuleCatalogue.Get(id).DefaultSeverity, message, span);

    /// <summary>The same finding, about something that a waiver's <c>where</c> can name: a run, a knob, a candidate …</summary>
    public Finding On(string? name) => name is null ? this : this with { Subjects = [.. Subjects, name] };

    /// <summary>Whether a waiver that says <paramref name="where"/> means this finding.</summary>
    public bool IsAbout(string where) =>
        where == Split || where == ColumnName || Subjects.Contains(where, StringComparer.Ordinal);
}
