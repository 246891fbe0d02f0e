namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3202Tests : MarkedTest
{
    protected override string Rule => "MLS3202 Info";

    [Fact]
    public void LabelsBehindFewErrors_AreLeft() =>
        Fires(
            """
            version: 1
            errors: { dev: 10% }
            labels:
              ‸audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 100, right_mislabeled: 0 }
            """, "6.0 %", "2.8–12.5", "Leave");

    [Fact]
    public void AnotherTagIsLarger_TheyAreLeft() =>
        Fires(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { blurry: 60, wrong label: 30 }
            labels:
              ‸audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 }
            """, "30.0 %");

    [Fact]
    public void LabelsBehindManyErrors_AreQuiet() =>
        IsQuiet("version: 1\nlabels: { audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 } }");

    [Fact]
    public void FewExamined_AreQuiet() =>
        IsQuiet("version: 1\nlabels: { audit: { wrong_examined: 10, wrong_mislabeled: 1, right_examined: 100, right_mislabeled: 0 } }");

    [Fact]
    public void AlreadyCorrected_IsQuiet() =>
        IsQuiet("version: 1\nlabels: { corrected: [dev, test], audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 100, right_mislabeled: 0 } }");
}
