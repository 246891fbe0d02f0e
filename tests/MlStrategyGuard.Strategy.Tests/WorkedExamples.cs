using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests;

/// <summary>The figures that teams know from the books: each comes out of a strategy file's text, end to end.</summary>
public sealed class WorkedExamples : RuleTest
{
    // 2 One number. A: P 95 %, R 90 % → F1 92.4 %; B: P 98 %, R 85 % → F1 91.0 %.

    [Theory]
    [InlineData("95%", "90%", 0.924)]
    [InlineData("98%", "85%", 0.910)]
    [InlineData("1", "0", 0)]
    public void F1_IsTheHarmonicMeanOfPrecisionAndRecall(string precision, string recall, double expected)
    {
        var text = $"version: 1\nmetrics: {{ optimize: f1 }}\ncandidates: [{{ name: A, measured: {{ precision: {precision}, recall: {recall} }} }}]\n";

        Assert.Equal(expected, Selection.Of(StrategyReader.Read(text).Strategy)!.Winner!.Figure!.Value.Value, 3);
    }

    [Fact]
    public void F1OfPrecisionAndRecall_ChoosesTheFirst() =>
        Assert.Contains("'A' beats the choice 'B': f1 0.924", Single("MLS2005 Error 6:9",
            """
            version: 1
            metrics: { optimize: f1 }
            candidates:
              - { name: A, measured: { precision: 95%, recall: 90% } }
              - { name: B, measured: { precision: 98%, recall: 85% } }
            choice: B
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void F1OfTwoModels_TheFirstWins()
    {
        Silent(TwoModels("A"));
        Assert.Equal(
            "'A' beats the choice 'B': f1 0.924 against 0.91, and it passes every threshold. Choose it, or optimize the metric that makes the other one better.",
            Single("MLS2005 Error 6:9", TwoModels("B")).Message);
    }

    [Fact]
    public void PrecisionAndRecallSideBySide_CantRankThem() =>
        Assert.Contains("f1", Single("MLS2002 Error 2:22", "version: 1\nmetrics: { optimize: [precision, recall] }\n").Message, StringComparison.Ordinal);

    private static string TwoModels(string choice) =>
        $$"""
        version: 1
        metrics: { optimize: f1, watch: [precision, recall] }
        candidates:
          - { name: A, measured: { precision: 95%, recall: 90%, f1: 92.4% } }
          - { name: B, measured: { precision: 98%, recall: 85%, f1: 91.0% } }
        choice: {{choice}}
        """;

    // 3 Accuracy 90 % at 80 ms, 92 % at 95 ms, 95 % at 1500 ms; at most 100 ms: the second wins.

    [Fact]
    public void AccuracyWithinAHundredMilliseconds_TheSecondWins() => Silent(ThreeModels("second"));

    [Fact]
    public void AccuracyWithinAHundredMilliseconds_TheFirstIsBeaten() =>
        Assert.Equal(
            "'second' beats the choice 'first': accuracy 0.92 against 0.9, and it passes every threshold. Choose it, or optimize the metric that makes the other one better.",
            Single("MLS2005 Error 7:9", ThreeModels("first")).Message);

    [Fact]
    public void AccuracyWithinAHundredMilliseconds_TheThirdIsTooSlow() =>
        Assert.Equal(
            "the choice fails a threshold: 'third' has latency_ms 1500 (at most 100). The best that passes is 'second'.",
            Single("MLS2006 Error 7:9", ThreeModels("third")).Message);

    private static string ThreeModels(string choice) =>
        $$"""
        version: 1
        metrics: { optimize: accuracy, satisfy: { metric: latency_ms, at_most: 100 } }
        candidates:
          - { name: first, measured: { accuracy: 90%, latency_ms: 80 } }
          - { name: second, measured: { accuracy: 92%, latency_ms: 95 } }
          - { name: third, measured: { accuracy: 95%, latency_ms: 1500 } }
        choice: {{choice}}
        """;

    // 4 Small data 60/20/20 or 70/20/10, large data 98/1/1.

    [Theory]
    [InlineData(600, 200, 200)]
    [InlineData(700, 200, 100)]
    [InlineData(980_000, 10_000, 10_000)]
    public void UsualProportions_AreSilent(int train, int dev, int test) =>
        Silent($"version: 1\nsplits: {{ train: {{ rows: {train} }}, dev: {{ rows: {dev} }}, test: {{ rows: {test} }} }}");

    [Fact]
    public void SixtyTwentyTwentyOfAMillion_WastesTrainingData() =>
        Assert.Equal(
            ["MLS1012 Info 2:36", "MLS1012 Info 2:59"],
            Places("MLS1012", "version: 1\nsplits: { train: { rows: 600000 }, dev: { rows: 200000 }, test: { rows: 200000 } }"));

    // 5 Typical person 3 %, typical doctor 1 %, experienced doctor 0.7 %, a team of them 0.5 %: the proxy is 0.5 %.

    [Fact]
    public void FourHumanFigures_TheBestIsTheProxy()
    {
        var ladder = Of("version: 1\nerrors:\n" + FourPeople + "  train: 1.5%\n  dev: 2%\n").Ladder!;

        Assert.Equal(0.005, ladder.Rungs[0].Error);
        Assert.Equal(0.010, ladder.Gaps[0].Value, 12);
        Assert.Equal(GapCause.Bias, ladder.Dominant?.Cause);
    }

    [Fact]
    public void BayesErrorAboveTheBestTeam_CantBe() =>
        Assert.Contains("a team has 0.5 %", Assert.Single(
            Of("version: 1\nerrors:\n" + FourPeople + "  bayes: 0.7%\n  train: 1.5%\n  dev: 2%\n").Findings,
            finding => finding.Id == "MLS3007").Message, StringComparison.Ordinal);

    [Fact]
    public void ModelBetterThanTheTeam_SaysNothingAboutBias()
    {
        var findings = Of("version: 1\nerrors:\n" + FourPeople + "  train: 0.3%\n  dev: 0.4%\n").Findings;

        Assert.Equal("MLS3007 Warning 9:8", Place(Assert.Single(findings)));
    }

    private const string FourPeople =
        """
          human:
            - { who: typical person, error: 3% }
            - { who: typical doctor, error: 1% }
            - { who: experienced doctor, error: 0.7% }
            - { who: a team, error: 0.5% }

        """;

    // 6 and 10 The ladders.

    [Theory]
    [InlineData("human: 1%, train: 8%, dev: 10%", "MLS3001", "avoidable bias dominates: the train error 8.0 % is 7.0 points above the Bayes proxy 1.0 %; variance 2.0 points. Next: bigger_network, better_optimizer, train_longer.")]
    [InlineData("human: 7.5%, train: 8%, dev: 10%", "MLS3002", "variance dominates: the dev error 10.0 % is 2.0 points above train 8.0 %; avoidable bias 0.5 points. Next: regularization, dropout, more_training_data.")]
    [InlineData("bayes: 0%, train: 1%, train_dev: 9%, dev: 10%", "MLS3002", "variance dominates: the train-dev error 9.0 % is 8.0 points above train 1.0 %; avoidable bias 1.0 points, data mismatch 1.0 points. Next: regularization, dropout, more_training_data.")]
    [InlineData("bayes: 0%, train: 1%, train_dev: 1.5%, dev: 10%", "MLS3003", "data mismatch dominates: the dev error 10.0 % is 8.5 points above train-dev 1.5 %; avoidable bias 1.0 points, variance 0.5 points. Next: collect_target_data, synthesize_target_data, domain_adaptation.")]
    [InlineData("bayes: 0%, train: 10%, train_dev: 11%, dev: 12%", "MLS3001", "avoidable bias dominates: the train error 10.0 % is 10.0 points above the Bayes proxy 0.0 %; variance 1.0 points, data mismatch 1.0 points. Next: bigger_network, better_optimizer, train_longer.")]
    [InlineData("human: 1%, train: 1.5%, dev: 2%, test: 9%", "MLS3004", "overfit to the dev set dominates: the test error 9.0 % is 7.0 points above dev 2.0 %; avoidable bias 0.5 points, variance 0.5 points. Next: bigger_dev_set.")]
    public void Ladders_NameTheCauseAndItsKnobsOnly(string errors, string id, string message)
    {
        var finding = Assert.Single(Of($"version: 1\nerrors: {{ {errors} }}").Findings);

        Assert.Equal((id, Severity.Info), (finding.Id, finding.Severity));
        Assert.Equal(message + " (The figures are taken as exact; give their 'rows:' for an interval.)", finding.Message);
    }

    [Fact]
    public void ProductionFarAboveTest_ChangesDevSetOrMetric() =>
        Assert.Contains("Next: dev_set, test_set, metric.",
            Single("MLS3005 Info 2:68", "version: 1\nerrors: { human: 1%, train: 2%, dev: 2.5%, test: 2.6%, production: 9% }").Message, StringComparison.Ordinal);

    [Fact]
    public void WebPhotosAndAppWithoutTrainDev_CantTellVarianceFromMismatch() =>
        Assert.Equal(
            ["MLS1005 Warning 3:3", "MLS3009 Warning 5:38"],
            Of(
                """
                version: 1
                splits:
                  train: { rows: 200000, distribution: web }
                  dev:   { rows: 5000, distribution: app }
                errors: { human: 0%, train: 1%, dev: 10% }
                """).Findings.Select(Place));

    // 7 Ceilings at a dev error of 10 %: dogs 8 % of the errors → 9.2 %; half of blurry (30 %) → 8.5 %; half of
    // great cats (25 %) → 8.75 %.

    [Fact]
    public void Ceilings_OfDogsBlurryAndGreatCats()
    {
        const string Text =
            """
            version: 1
            errors: { dev: 10% }
            error_analysis:
              examined: 100
              tags: { dogs: 8, blurry: { count: 30, fixable: 50% }, great cats: { count: 25, fixable: 50% } }
            """;

        Assert.Equal(
            "what fixing each tag can win at best: 'blurry' 30.0 % of the errors (21.9–39.6), 50.0 % of them fixable, dev error 8.5 %; 'great cats' 25.0 % of the errors (17.5–34.3), 50.0 % of them fixable, dev error 8.75 %; 'dogs' 8.0 % of the errors (4.1–15.0), dev error 9.2 %.",
            Single("MLS3102 Info 3:1", Text).Message);
        Assert.Equal(["MLS3101 Warning 6:10"], Places("MLS3101", Text.Replace("dogs: 8", "dogs: 2", StringComparison.Ordinal) + "\n  focus: dogs"));
        Assert.Empty(Places("MLS3101", Text + "\n  focus: great cats"));
    }

    // 8 Dev error 10 % with 0.6 % due to labels: leave. 2 % with 0.6 %: correct.

    [Fact]
    public void SixOfAHundredErrorsAtTenPercent_LeaveTheLabels() =>
        Assert.Equal(
            "wrong labels cause 6.0 % of the dev errors (95 % interval 2.8–12.5), 0.6 of 10.0 points; something else is worth more. Leave them for now. With right labels the dev error would be about 9.4 % (95 % interval 8.8–12.7).",
            Single("MLS3202 Info 3:11", "version: 1\nerrors: { dev: 10% }\nlabels: { audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 100, right_mislabeled: 0 } }").Message);

    [Fact]
    public void ThirtyOfAHundredErrorsAtTwoPercent_CorrectTheLabels() =>
        Assert.Equal(
            "wrong labels cause 30.0 % of the dev errors (95 % interval 21.9–39.6), 0.6 of 2.0 points, so they decide between candidates. Correct them in dev and test by the same process, and look at right predictions too. With right labels the dev error would be about 1.4 % (95 % interval 1.2–5.0).",
            Single("MLS3201 Warning 3:11", "version: 1\nerrors: { dev: 2% }\nlabels: { audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 } }").Message);

    [Fact]
    public void LabelsCorrectedInDevOnly_MakeTwoDistributions()
    {
        Single("MLS3203 Error 2:23", "version: 1\nlabels: { corrected: [dev] }");
        Silent("version: 1\nlabels: { corrected: [dev, test] }");
    }

    // 9 200,000 web photos and 10,000 of the app, mixed and shuffled: dev is 95 % web.

    [Fact]
    public void EverythingMixed_AimsAtTheWeb() =>
        Assert.Equal(
            "only 4.76 % of dev's rows come from the target 'app', so the team aims at something else. Fill dev and test with rows of 'app' only and put the others into train.",
            Single("MLS1017 Error 5:3", Photos("web: 2381, app: 119")).Message);

    [Fact]
    public void DevAllFromTheApp_IsSilent() => Silent(Photos("app: 2500"));

    private static string Photos(string dev) =>
        $$"""
        version: 1
        target: app
        splits:
          train: { composition: { web: 200000, app: 5000 } }
          dev:   { composition: { {{dev}} } }
          test:  { composition: { app: 2500 } }
        """;

    // 10 One hour of car noise under 10,000 hours of speech.

    [Fact]
    public void OneHourOfCarNoise_WillBeLearntByHeart()
    {
        Assert.Equal(
            "'car noise' makes 10,000 h out of 1 h; the model will learn so little by heart. Use more distinct material, even if it costs effort.",
            Single("MLS4301 Warning 2:40", "version: 1\nsynthesis: [{ name: car noise, unique: 1 h, generated: 10000 h }]").Message);
        Silent("version: 1\nsynthesis: [{ name: car noise, unique: 10000 h, generated: 10000 h }]");
    }

    // 11 Transfer: a million photos to a hundred X-ray images, and the other way round.

    [Theory]
    [InlineData("from: { input: image, examples: 1000000 }, to: { input: image, examples: 100 }, retrain: last_layer", null)]
    [InlineData("from: { input: image, examples: 1000000 }, to: { input: x-ray image, examples: 100 }, retrain: last_layers", null)]
    [InlineData("from: { input: audio, examples: 10000 }, to: { input: audio, examples: 200000 }, retrain: all", "MLS4001 Warning 2:45")]
    [InlineData("from: { input: audio, examples: 1000000 }, to: { input: image, examples: 200 }, retrain: last_layer", "MLS4002 Error 2:69")]
    [InlineData("from: { input: image, examples: 1000000 }, to: { input: image, examples: 100 }, retrain: all", "MLS4003 Warning 2:102")]
    public void Transfer_PaysFromMuchDataOfTheSameKind(string transfer, string? place)
    {
        var text = $"version: 1\ntransfer: {{ {transfer} }}";
        if (place is null)
            Silent(text);
        else
            Single(place, text);
    }

    // 12 One network for pedestrians, cars, stop signs and traffic lights.

    [Fact]
    public void MultiTask_PaysForTasksOfSimilarSizeInABigNetworkWithMaskedLabels()
    {
        const string Tasks = "version: 1\nmulti_task:\n  tasks: { pedestrians: { examples: 1000 }, cars: { examples: 1200 }, lights: { examples: 900 } }\n";

        Silent(Tasks + "  missing_labels: masked\n  separate_networks_better: false\n");
        Single("MLS4102 Error 4:19", Tasks + "  missing_labels: negative\n");
        Single("MLS4103 Warning 4:29", Tasks + "  separate_networks_better: true\n");
        Single("MLS4101 Warning 3:92", Tasks.Replace("lights: { examples: 900 }", "lights: { examples: 90 }", StringComparison.Ordinal).Replace("cars: { examples: 1200 }", "cars: { examples: 12000 }", StringComparison.Ordinal));
    }

    // 13 Face recognition at a gate: few pairs, much data for each of the two stages. Translation: ample pairs.

    [Theory]
    [InlineData("pairs: 5000, stages: { find the face: 1000000, compare faces: 2000000 }, plan: end_to_end", "MLS4201 Warning 2:94")]
    [InlineData("pairs: 5000, stages: { find the face: 1000000, compare faces: 2000000 }, plan: pipeline", null)]
    [InlineData("pairs: 50000000, stages: { parse: 40000 }, plan: end_to_end", null)]
    [InlineData("pairs: 50000000, stages: { parse: 40000 }, plan: pipeline", "MLS4202 Info 2:64")]
    [InlineData("pairs: 200000, stages: { phonemes: 100000 }, plan: pipeline", "MLS4202 Info 2:66")]
    [InlineData("pairs: 200000, stages: { phonemes: 100000 }, plan: hybrid", null)]
    public void EndToEnd_NeedsVeryManyPairs(string plan, string? place)
    {
        var text = $"version: 1\nend_to_end: {{ {plan} }}";
        if (place is null)
            Silent(text);
        else
            Single(place, text);
    }

    // 1 One knob, one effect.

    [Fact]
    public void EarlyStopping_ActsOnTwoStages()
    {
        Assert.Equal(
            "'early_stopping' acts on 2 stages at once (train, dev), so it can't be turned for one of them alone. Prefer a knob of the stage that fails.",
            Single("MLS3011 Warning 2:8", "version: 1\nnext: [early_stopping]").Message);
        Silent("version: 1\nnext: [l2]");
    }

    [Fact]
    public void KnobsOfThreeStagesInOneRun_CantTellWhichWorked()
    {
        Assert.Equal(
            "run 2 turned knobs of 3 stages at once: train: bigger_network; dev: dropout; test: bigger_dev_set. Turn knobs of one stage in a run, or nobody can tell which of them worked.",
            Single("MLS3010 Warning 4:25", "version: 1\nhistory:\n  - { run: 1, changed: [adam, more_layers] }\n  - { run: 2, changed: [dropout, bigger_network, bigger_dev_set] }").Message);
        Silent("version: 1\nhistory: [{ run: 1, changed: [dropout, l2] }, { run: 2, changed: [bigger_network] }]");
    }

    [Fact]
    public void RegularizingAgainstBias_IsTheWrongKnob()
    {
        const string Bias = "version: 1\nerrors: { human: 1%, train: 8%, dev: 10% }\n";

        Assert.Contains("Next: bigger_network, better_optimizer, train_longer.", Assert.Single(
            Of(Bias + "next: [dropout]").Findings, finding => finding.Id == "MLS3012").Message, StringComparison.Ordinal);
        Assert.Empty(Places("MLS3012", Bias + "next: [bigger_network, adam]"));
    }
}
