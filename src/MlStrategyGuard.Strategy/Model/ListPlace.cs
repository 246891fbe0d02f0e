namespace MlStrategyGuard;

/// <summary>Where the value of a key that holds a list stands, so that a fix can add to it.</summary>
/// <param name="Span">The value's place.</param>
/// <param name="Form">How it is written.</param>
public sealed record ListPlace(SourceSpan Span, ListForm Form)
{
    /// <summary>The edit that adds words which need no quotes; null if one would need them.</summary>
    /// <param name="present">What the list has.</param>
    /// <param name="words">What is added.</param>
    public TextEdit? Add(IReadOnlyList<string> present, IReadOnlyList<string> words)
    {
        if (!present.Concat(words).All(IsPlain))
            return null;

        var list = string.Join(", ", words);
        switch (Form)
        {
            case ListForm.Flow:
                var end = SourceSpan.At(Span.EndLine, Span.EndColumn - 1);
                return new TextEdit(end, present.Count == 0 ? list : ", " + list);
            case ListForm.Block:
                // Before the first item: behind the last one there may be a comment.
                var indent = new string(' ', Span.Column - 1);
                return new TextEdit(
                    SourceSpan.At(Span.Line, Span.Column), string.Concat(words.Select(word => $"- {word}\n{indent}")));
            default:
                return new TextEdit(Span, $"[{string.Join(", ", present.Concat(words))}]");
        }
    }

    /// <summary>Whether a word means itself in every place of a YAML file.</summary>
    public static bool IsPlain(string word) =>
        word.Length > 0 && char.IsLetter(word[0]) && word.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '@');
}

/// <summary>How a list is written.</summary>
public enum ListForm
{
    /// <summary>One value that stands for a list of one.</summary>
    Single,

    /// <summary>In brackets.</summary>
    Flow,

    /// <summary>One item a line.</summary>
    Block,
}
