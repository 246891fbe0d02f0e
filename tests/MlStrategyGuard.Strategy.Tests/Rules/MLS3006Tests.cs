namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3006Tests : MarkedTest
{
    protected override string Rule => "MLS3006 Info";

    [Fact]
    public void FewRows_AskForMore() =>
        Fires("version: 1\n‸errors: { human: 1%, train: { error: 3%, rows: 500 }, dev: { error: 4.5%, rows: 500 } }", "avoidable bias", "variance", "115 times the rows would settle it: 57,000 more for train, 57,000 more for dev.");

    [Fact]
    public void EqualGaps_SaySo() =>
        Fires("version: 1\n‸errors: { human: 1%, train: 3%, dev: 5% }", "as good as equal");

    [Fact]
    public void StepBetweenTwoDistributions_IsNoOverfit() =>
        Fires(
            """
            version: 1
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: web } }
            ‸errors: { human: 1%, train: 1.5%, dev: 2%, test: 9% }
            """, "dev and test come from different distributions");

    [Fact]
    public void ManyRows_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: { error: 8%, rows: 5000 }, dev: { error: 10%, rows: 5000 } }");

    [Fact]
    public void ExactFigures_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 8%, dev: 10% }");

    [Fact]
    public void NoHumanFigure_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { train: { error: 3%, rows: 50 }, dev: { error: 4%, rows: 50 } }");

    [Fact]
    public void PastTheProxy_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 5%, train: 1%, dev: 2% }");

    [Fact]
    public void NoGapAtAll_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 1%, dev: 1% }");

    [Fact]
    public void ProductionFarAboveDevWithoutTest_AsksForTest() =>
        Fires("version: 1\n‸errors: { human: 1%, train: 2%, dev: 2.5%, production: 9% }", "the production error 9.0 % is 6.5 points above dev 2.5 %", "Measure the error on test");

    [Fact]
    public void ProductionNearDevWithoutTest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 8%, dev: 10%, production: 10.5% }");

    [Fact]
    public void ProductionFarAboveTest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 2%, dev: 2.5%, test: 2.6%, production: 9% }");

    [Fact]
    public void LargestGapThatMayBeNoise_SaysSo() =>
        Fires("version: 1\n‸errors: { human: 9%, train: 8%, dev: { error: 10%, rows: 500 } }",
            "can't tell yet whether anything is wrong: variance is surely the largest gap", "-0.3 to 4.9 points, holds zero", "About 4 times the rows would settle it: 1,600 more for dev.");

    [Fact]
    public void BestOfManyOnDev_ExplainsAsMuch() =>
        Fires(
            $$"""
            version: 1
            candidates: [{{string.Join(", ", Enumerable.Range(1, 20).Select(i => $"{{ name: m{i} }}"))}}]
            splits: { dev: { rows: 5000 } }
            ‸errors: { human: 1.9%, train: 1.9%, dev: 2%, test: { rows: 5000, error: 2.8% } }
            """, "choosing the best of so many on these dev rows makes up to 0.48 points by itself", "bigger dev set");

    [Fact]
    public void BestOfManyOnUnknownRows_ExplainsNothing() =>
        IsQuiet(
            """
            version: 1
            candidates: [{ name: a }, { name: b }, { name: c }]
            errors: { human: 1.9%, train: 1.9%, dev: 2%, test: 2.2% }
            """);

    [Fact]
    public void TwoLikeliestOfThreeGaps_AreNamedLikeliestFirst() =>
        Fires("version: 1\n‸errors: { human: 1%, train: { error: 2%, rows: 500 }, train_dev: { error: 3.8%, rows: 500 }, dev: { error: 4%, rows: 500 } }",
            "can't tell yet which error dominates (variance ", " %, avoidable bias ", " %). About ");

    [Theory]
    [InlineData("human: 1%, train: 3%")]
    [InlineData("human: 1%, dev: 3%, test: 5%")]
    [InlineData("human: 5%, train: 4%, dev: 4%")]
    public void OneGapOrNone_IsQuiet(string errors) => IsQuiet($"version: 1\nerrors: {{ {errors} }}");
}
