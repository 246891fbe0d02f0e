namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3201Tests : MarkedTest
{
    protected override string Rule => "MLS3201 Warning";

    [Fact]
    public void LabelsBehindAThirdOfTheErrors_AreCorrected() =>
        Fires(
            """
            version: 1
            errors: { dev: 2% }
            labels:
              ‸audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 }
            """, "30.0 %", "21.9–39.6", "0.6 of 2.0 points", "dev and test");

    [Fact]
    public void LabelsAboveTheNextCeiling_AreCorrected() =>
        Fires(
            """
            version: 1
            error_analysis:
              examined: 200
              tags: { blurry: 8, mislabeled: 40 }
            labels:
              ‸audit: { wrong_examined: 200, wrong_mislabeled: 40, right_examined: 100, right_mislabeled: 0 }
            """, "20.0 %");

    [Fact]
    public void LabelsBehindFewErrors_AreQuiet() =>
        IsQuiet("version: 1\nlabels: { audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 100, right_mislabeled: 0 } }");

    [Fact]
    public void AlreadyCorrected_IsQuiet() =>
        IsQuiet("version: 1\nlabels: { corrected: [dev, test], audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 } }");

    [Fact]
    public void AnotherTagIsLarger_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { blurry: 60, mislabeled: 30 }
            labels: { audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 } }
            """);

    [Fact]
    public void FewExamined_AreQuiet() =>
        IsQuiet("version: 1\nlabels: { audit: { wrong_examined: 10, wrong_mislabeled: 3, right_examined: 100, right_mislabeled: 0 } }");
}
