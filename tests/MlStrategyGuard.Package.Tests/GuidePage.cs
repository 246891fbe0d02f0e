using System.Text;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Package.Tests;

/// <summary>
/// A page of documentation that is carried out: <c>bash</c> blocks are commands (after a comment <c>fails</c> they have to),
/// <c>text</c> blocks lines of what the last ones printed, <c>diff</c> blocks changes of the file named last, and any other
/// block is the file that the line before it says to save.
/// </summary>
internal sealed partial class GuidePage
{
    private readonly PackageFeed _feed;
    private readonly string _start;
    private string _folder;
    private string _file = "";
    private CommandResult? _last;

    /// <param name="feed">Where packages are restored into.</param>
    /// <param name="folder">The folder to begin in.</param>
    public GuidePage(PackageFeed feed, string folder) => (_feed, _start, _folder) = (feed, folder, folder);

    /// <summary>The commands that ran.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Carries out a page from its first line to the last.</summary>
    /// <param name="page">The text of the page.</param>
    public void Follow(string page)
    {
        var fails = false;
        StringBuilder? block = null;
        var kind = "";
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (block is null)
            {
                if (line.StartsWith("```", StringComparison.Ordinal))
                    (block, kind) = (new StringBuilder(), line[3..]);
                else if (line == "<!-- fails -->")
                    fails = true;
                else if (Named().Match(line) is { Success: true } named)
                    _file = Path.Combine(_folder, named.Groups["file"].Value);
            }
            else if (line == "```")
            {
                Do(kind, block.ToString(), fails);
                (block, fails) = (null, false);
            }
            else
            {
                block.Append(line).Append('\n');
            }
        }
    }

    private void Do(string kind, string text, bool fails)
    {
        switch (kind)
        {
            case "bash":
                Run(text, fails);
                break;
            case "text":
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    Assert.Contains(line.Trim(), _last!.Output, StringComparison.Ordinal);
                break;
            case "diff":
                Change(text);
                break;
            default:
                File.WriteAllText(_file, text);
                break;
        }
    }

    private void Run(string commands, bool fails)
    {
        Commands.AddRange(commands.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var end = Path.Combine(_start, "folder-at-the-end");
        _last = DotNet.Start("bash", _folder, _feed.Restored, "-c", $"set -e\n{commands}pwd > '{end}'");
        Assert.True(_last.ExitCode != 0 == fails, $"{commands}exit code {_last.ExitCode}\n{_last.Output}\n{_last.Errors}");
        if (!fails)
            _folder = File.ReadAllText(end).Trim();
    }

    private void Change(string diff)
    {
        var before = Side('-');
        var text = File.ReadAllText(_file);
        Assert.Equal(2, text.Split(before).Length);
        File.WriteAllText(_file, text.Replace(before, Side('+'), StringComparison.Ordinal));

        string Side(char sign) => string.Concat(diff.Split('\n').Where(line => line.StartsWith(sign)).Select(line => line[1..] + "\n"));
    }

    [GeneratedRegex(@"(^Save as|In) `(?<file>[^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
