namespace MlStrategyGuard.Strategy.Tests.Rules;

/// <summary>Tests of a rule on texts in which <c>‸</c> marks the place of its finding.</summary>
public abstract class MarkedTest : RuleTest
{
    private const char Mark = '‸';

    /// <summary>The rule that is tested, as <c>MLS1001 Error</c>.</summary>
    protected abstract string Rule { get; }

    private string Id => Rule.Split(' ')[0];

    /// <summary>The rule has one finding, at the mark, and its message says all of this.</summary>
    protected Finding Fires(string marked, params string[] says)
    {
        var lines = marked.Split('\n').ToList();
        var line = lines.FindIndex(text => text.Contains(Mark, StringComparison.Ordinal));
        var place = $"{Rule} {line + 1}:{lines[line].IndexOf(Mark, StringComparison.Ordinal) + 1}";
        var finding = Assert.Single(Of(marked.Replace(Mark.ToString(), "", StringComparison.Ordinal)).Findings, finding => finding.Id == Id);
        Assert.Equal(place, Place(finding));
        Assert.All(says, words => Assert.Contains(words, finding.Message, StringComparison.Ordinal));
        return finding;
    }

    /// <summary>The file is read without a complaint, and the rule says nothing.</summary>
    protected void IsQuiet(string text, Evidence? evidence = null)
    {
        var findings = Of(text, evidence).Findings;
        Assert.DoesNotContain(findings, finding => string.CompareOrdinal(finding.Id, "MLS0100") < 0);
        Assert.DoesNotContain(findings, finding => finding.Id == Id);
    }
}
