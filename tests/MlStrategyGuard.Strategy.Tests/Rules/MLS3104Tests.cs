namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3104Tests : MarkedTest
{
    protected override string Rule => "MLS3104 Error";

    [Fact]
    public void TagAboveTheExamined_CantBe() =>
        Fires("version: 1\nerror_analysis: { examined: 20, tags: { dogs: ‸25 } }", "25 times among 20");

    [Fact]
    public void MoreExaminedThanErrors_CantBe() =>
        Fires(
            """
            version: 1
            errors: { dev: { error: 2%, rows: 1000 } }
            error_analysis: { examined: ‸100, tags: { dogs: 8 } }
            """, "100 misclassified", "only 20");

    [Fact]
    public void MoreWrongLabelsThanLooked_CantBe() =>
        Fires("version: 1\nlabels: { audit: { wrong_examined: 10, wrong_mislabeled: ‸11 } }", "11 labels", "10 examined");

    [Fact]
    public void SeveralTagsAnExample_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { dogs: 60, blurry: 70 }
            """);

    [Fact]
    public void RoundedError_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { dev: { error: 2%, rows: 1000 } }
            error_analysis:
              examined: 24
              tags: { dogs: 8 }
            """);

    [Fact]
    public void Regression_HasNoWrongRows() =>
        IsQuiet(
            """
            version: 1
            errors: { metric: rmse, dev: { error: 0.01, rows: 1000 } }
            error_analysis:
              examined: 100
              tags: { dogs: 8 }
            """);

    [Fact]
    public void AccuracyIsNoError_Quiet() =>
        IsQuiet(
            """
            version: 1
            errors: { metric: accuracy, dev: { error: 90%, rows: 1000 } }
            error_analysis:
              examined: 100
              tags: { dogs: 8 }
            """);

    [Fact]
    public void AllLabelsWrong_IsPossible() =>
        IsQuiet("version: 1\nlabels: { audit: { wrong_examined: 10, wrong_mislabeled: 10 } }");
}
