namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2005Tests : MarkedTest
{
    protected override string Rule => "MLS2005 Error";

    [Fact]
    public void ExactFigures_CountAtAll() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 91% } }
              - { name: b, measured: { accuracy: 92% } }
            choice: ‸a
            """, "'b' beats the choice 'a'", "0.92 against 0.91");

    [Fact]
    public void LowerIsBetter_TheLowerWins() =>
        Fires(
            """
            version: 1
            metrics: { optimize: rmse }
            candidates:
              - { name: a, measured: { rmse: 3.1 } }
              - { name: b, measured: { rmse: 2.9 } }
            choice: ‸a
            """, "2.9 against 3.1");

    [Fact]
    public void LeadBeyondNoise_Counts() =>
        Fires(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.8, rows: 5000 } } }
              - { name: b, measured: { accuracy: { value: 0.85, rows: 5000 } } }
            choice: ‸a
            """, "'b' beats");

    [Fact]
    public void BestChosen_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 91% } }
              - { name: b, measured: { accuracy: 92% } }
            choice: b
            """);

    [Fact]
    public void LeadInsideTheNoise_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: { value: 0.91, rows: 500 } } }
              - { name: b, measured: { accuracy: { value: 0.92, rows: 500 } } }
            choice: a
            """);

    [Fact]
    public void LeadThatDoesNotMatter_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, min_difference: 0.5% }
            candidates:
              - { name: a, measured: { accuracy: 91.8% } }
              - { name: b, measured: { accuracy: 92% } }
            choice: a
            """);

    [Fact]
    public void BetterOneTooSlow_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
            candidates:
              - { name: a, measured: { accuracy: 91%, latency_ms: 80 } }
              - { name: b, measured: { accuracy: 92%, latency_ms: 180 } }
            choice: a
            """);

    [Fact]
    public void ScoredOnDifferentSplits_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 91% } }
              - { name: b, measured: { accuracy: { value: 92%, on: test } } }
            choice: a
            """);

    [Fact]
    public void Tie_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: accuracy }
            candidates:
              - { name: a, measured: { accuracy: 92% } }
              - { name: b, measured: { accuracy: 92% } }
            choice: a
            """);

    [Fact]
    public void NoChoice_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            metrics: { optimize: f1 }
            candidates: [{ name: a, measured: { f1: 0.9 } }, { name: b, measured: { f1: 0.8 } }]
            """);

    [Fact]
    public void Finding_NamesTheChoiceAndTheWinner()
    {
        var finding = Fires("version: 1\nmetrics: { optimize: accuracy }\ncandidates: [{ name: a, measured: { accuracy: 91% } }, { name: b, measured: { accuracy: 92% } }]\nchoice: ‸a");

        Assert.Equal(["a", "b"], finding.Subjects);
        Assert.Equal([new("choice", "a"), new("winner", "b")], finding.Data);
    }

    [Fact]
    public void ChoiceThatFailsAThreshold_IsQuiet() =>
        IsQuiet("version: 1\nmetrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }\ncandidates: [{ name: a, measured: { accuracy: 91%, latency_ms: 180 } }, { name: b, measured: { accuracy: 92%, latency_ms: 80 } }]\nchoice: a");
}
