namespace MlStrategyGuard.Tool.Terminal;

/// <summary>Puts colour around text, or nothing: the eight colours that every terminal has, as its theme shows them.</summary>
/// <param name="isOn">Whether there is colour at all.</param>
internal sealed class Paint(bool isOn)
{
    /// <summary>In the colour of a severity: <c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string Severity(string severity, string text) =>
        Wrap(text, severity switch { "error" => "1;31", "warning" => "1;33", _ => "1;36" });

    /// <summary>What passed.</summary>
    public string Good(string text) => Wrap(text, "1;32");

    /// <summary>Headings, and names of files.</summary>
    public string Strong(string text) => Wrap(text, "1");

    /// <summary>Line numbers, and what is quoted from code.</summary>
    public string Quiet(string text) => Wrap(text, "36");

    /// <summary>The words that begin a line of advice.</summary>
    public string Advice(string text) => Wrap(text, "32");

    private string Wrap(string text, string codes) => isOn && text.Length > 0 ? $"\e[{codes}m{text}\e[0m" : text;
}
