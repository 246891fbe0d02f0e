using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5001>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5001Tests
{
    [Fact]
    public Task FitOnTestSetAndScoreOnIt_FiresAndNamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Method(
                """
                var split = {|#1:ml.Data.TrainTestSplit(data)|};
                var model = pipeline.Fit({|#0:split.TestSet|});
                var predictions = model.Transform(split.TestSet);
                var metrics = ml.BinaryClassification.Evaluate(predictions);
                """),
            Verify.Diagnostic().WithLocation(0).WithLocation(1).WithMessage(
                "`split.TestSet` is the test part of the split at line 12; `pipeline.Fit` learns from it, so the score "
                + "at line 15 is not a test score. Fit on `split.TrainSet`."));

    [Fact]
    public Task FitOnALocalThatHoldsTheTestSet_NamesTheLocalAndTheSplit() =>
        Verify.VerifyAnalyzerAsync(
            Method(
                """
                var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
                IDataView held = split.TestSet;
                var alias = held;
                var model = pipeline
                    .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(labelColumnName: "Label"))
                    .Fit({|#0:alias|});
                var metrics = ml.BinaryClassification.Evaluate(model.Transform(held));
                """),
            Verify.Diagnostic().WithLocation(0).WithArguments(
                "alias", "is the test part of the split at line 12", "Fit", 18, "`split.TrainSet`"));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var test = ml.Data.Cache(split.TestSet); var model = pipeline.Fit([|test|]); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var model = pipeline.Fit([|ml.Data.ShuffleRows(split.TestSet, seed: 1)|]); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var model = pipeline.Fit([|ml.Data.TakeRows(split.TestSet, 100)|]); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var model = pipeline.Fit(([|split.TestSet|])); ml.BinaryClassification.Evaluate(model.Transform((split.TestSet)));")]
    [InlineData("var test = ml.Data.TrainTestSplit(data).TestSet; var model = pipeline.Fit([|test|]); ml.BinaryClassification.Evaluate(model.Transform(test));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var (train, test) = (split.TrainSet, split.TestSet); var model = pipeline.Fit([|test|]); ml.BinaryClassification.Evaluate(model.Transform(test));")]
    [InlineData("DataOperationsCatalog.TrainTestData split; split = ml.Data.TrainTestSplit(data); ITransformer model; model = pipeline.Fit([|split.TestSet|]); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var copy = split; var model = pipeline.Fit([|split.TestSet|]); ml.BinaryClassification.Evaluate(model.Transform(copy.TestSet));")]
    public Task TestSetUnderAnotherNameOrWrapped_Fires(string body) => Verify.VerifyAnalyzerAsync(Method(body));

    [Theory]
    [InlineData("ml.BinaryClassification.Evaluate(pipeline.Fit([|split.TestSet|]).Transform(split.TestSet));")]
    [InlineData("ITransformer model = pipeline.Fit([|split.TestSet|]); var metrics = ml.BinaryClassification.EvaluateNonCalibrated(data: model.Transform(split.TestSet));")]
    [InlineData("var model = pipeline.Fit([|split.TestSet|]); ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var model = ml.Regression.Trainers.Sdca().Fit([|split.TestSet|]); ml.Regression.Evaluate(model.Append(other).Transform(split.TestSet));")]
    [InlineData("var model = ml.Regression.Trainers.Sdca().Fit([|split.TestSet|]); ml.Regression.Evaluate(other.Append(model).Transform(split.TestSet));")]
    [InlineData("var model = ((IEstimator<ITransformer>)pipeline).Fit([|split.TestSet|]); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var model = ml.Regression.Trainers.Sdca().Fit([|split.TestSet|]); var changed = model; ml.Regression.Evaluate(changed.Transform(other.Transform(split.TestSet)));")]
    [InlineData("var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit([|split.TestSet|]); ml.BinaryClassification.Evaluate(ml.BinaryClassification.ChangeModelThreshold(model, 0.4f).Transform(split.TestSet));")]
    [InlineData("var model = pipeline.Append(ml.Regression.Trainers.Sdca()).Fit([|split.TestSet|]); ml.Regression.Evaluate(model.LastTransformer.Transform(split.TestSet));")]
    [InlineData("var model = ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine().Fit([|split.TestSet|], validationData: split.TrainSet); ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("foreach (var rate in new[] { 0.1, 0.2 }) { var model = pipeline.Fit([|split.TestSet|]); ml.Regression.Evaluate(model.Transform(split.TestSet)); }")]
    [InlineData("System.Func<double> run = () => { var model = pipeline.Fit([|split.TestSet|]); return ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared; };")]
    public Task ModelOrOneDerivedFromItIsScored_Fires(string body) =>
        Verify.VerifyAnalyzerAsync(Method("var split = ml.Data.TrainTestSplit(data);\n" + body));

    [Fact]
    public Task NormalizerFittedOnTheTestSet_FiresWhenTheScoreWentThroughIt() =>
        Verify.VerifyAnalyzerAsync(Method(
            """
            var split = ml.Data.TrainTestSplit(data);
            var scale = ml.Transforms.Concatenate("Features", "A").Append(ml.Transforms.NormalizeMinMax("Features"));
            var scaler = scale.Fit([|split.TestSet|]);
            var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet));
            ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet)));
            """));

    [Fact]
    public Task EveryFitOnTheTestSet_IsReported() =>
        Verify.VerifyAnalyzerAsync(Method(
            """
            var split = ml.Data.TrainTestSplit(data);
            var scaler = ml.Transforms.NormalizeMinMax("Features").Fit([|split.TestSet|]);
            var model = ml.Regression.Trainers.Sdca().Fit([|scaler.Transform(split.TestSet)|]);
            ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet)));
            """));

    [Fact]
    public Task TestPartOfTheTestPart_Fires() =>
        Verify.VerifyAnalyzerAsync(Method(
            """
            var first = ml.Data.TrainTestSplit(data, 0.2);
            var second = ml.Data.TrainTestSplit(first.TestSet, 0.4);
            var model = pipeline.Fit([|second.TestSet|]);
            ml.Regression.Evaluate(model.Transform(second.TestSet));
            """));

    [Fact]
    public Task SwappedNamesButScoredOnTheSamePart_Fires() =>
        Verify.VerifyAnalyzerAsync(Method(
            """
            var split = ml.Data.TrainTestSplit(data, testFraction: 0.8);
            var model = pipeline.Fit([|split.TestSet|]);
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            """));

    [Fact]
    public Task TypoInAnErrorLadderOfAUsualSplit_Fires() =>
        Verify.VerifyAnalyzerAsync(Method(
            """
            var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
            var model = pipeline.Fit([|split.TestSet|]);
            ml.Regression.Evaluate(model.Transform(split.TrainSet));
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            """));

    [Theory]
    [InlineData("private readonly DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "")]
    [InlineData("private static readonly DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split;", "_split = new MLContext(1).Data.TrainTestSplit(Data);")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "_split = default;")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split; public void Reload() => _split = new MLContext(1).Data.TrainTestSplit(Data);", "")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data); public void Reload() => (_, _split) = (1, default);", "")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split { get; set; }", "_split = new MLContext(1).Data.TrainTestSplit(Data);")]
    [InlineData("protected internal readonly DataOperationsCatalog.TrainTestData _split;", "this._split = new MLContext(1).Data.TrainTestSplit(Data);")]
    public Task SplitInAFieldAssignedOnce_Fires(string field, string constructor) =>
        Verify.VerifyAnalyzerAsync(Type(field, constructor, "pipeline.Fit([|_split.TestSet|])"));

    [Fact]
    public Task TopLevelProgram_Fires() =>
        Verify.VerifyAnalyzerAsync(
            """
            using Microsoft.ML;

            var ml = new MLContext(seed: 1);
            var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("train.csv"));
            var model = ml.Regression.Trainers.Sdca().Fit([|split.TestSet|]);
            System.Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);

            public sealed class Row
            {
                public float Label { get; set; }
            }
            """);

    [Fact]
    public Task FitOnTrainSet_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = pipeline.Fit(split.TrainSet);
            ml.Regression.Evaluate(model.Transform(split.TrainSet));
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            """);

    [Fact]
    public Task LastRefitThatIsNeverScored_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var candidate = pipeline.Fit(split.TrainSet);
            ml.Regression.Evaluate(candidate.Transform(split.TestSet));
            var shipped = pipeline.Fit(split.TestSet);
            ml.Model.Save(shipped, data.Schema, "model.zip");
            var predictions = shipped.Transform(split.TestSet);
            """);

    [Fact]
    public Task ScoreOfAnotherModelOnTheTestSet_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var refitted = pipeline.Fit(split.TestSet);
            var model = pipeline.Fit(split.TrainSet);
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            ml.Regression.Evaluate(other.Transform(split.TestSet));
            """);

    [Fact]
    public Task ScoreOnOtherData_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var second = ml.Data.TrainTestSplit(data, seed: 2);
            var model = pipeline.Fit(split.TestSet);
            ml.Regression.Evaluate(model.Transform(fresh));
            ml.Regression.Evaluate(model.Transform(second.TestSet));
            """);

    [Theory]
    [InlineData("testFraction: 0.8")]
    [InlineData("0.5")]
    [InlineData("testFraction: share")]
    public Task HalvesUsedTheOtherWayRound_IsSilent(string fraction) =>
        Silent(
            $"""
            var share = double.Parse("0.7");
            var split = ml.Data.TrainTestSplit(data, {fraction});
            var train = split.TestSet;
            var test = split.TrainSet;
            var model = pipeline.Fit(train);
            ml.Regression.Evaluate(model.Transform(train));
            ml.Regression.Evaluate(model.Transform(test));
            """);

    [Fact]
    public Task SwappedNamesScoredOnTheOtherPartOnly_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var train = split.TestSet;
            var test = split.TrainSet;
            var model = pipeline.Fit(train);
            ml.Regression.Evaluate(model.Transform(test));
            """);

    [Theory]
    [InlineData("var test = split.TestSet; test = split.TrainSet; var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("IDataView test = split.TrainSet; if (data.CanShuffle) test = split.TestSet; var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var test = data.CanShuffle ? split.TestSet : split.TrainSet; var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var model = pipeline.Fit(split.TestSet); model = pipeline.Fit(split.TrainSet); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var test = split.TestSet; Swap(ref test); var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var test = split.TestSet; ref var alias = ref test; alias = split.TrainSet; var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var (a, b) = (split.TrainSet, split.TestSet); (a, b) = (b, a); var model = pipeline.Fit(b); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var model = pipeline.Fit(split.TestSet); split = ml.Data.TrainTestSplit(data, seed: 7); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("foreach (ref var test in System.MemoryExtensions.AsSpan(new[] { data })) { var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet)); test = split.TestSet; }")]
    [InlineData("if ((object)fresh is IDataView test) { var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(split.TestSet)); test = split.TestSet; }")]
    public Task LocalAssignedMoreThanOnce_IsSilent(string body) =>
        Silent("var split = ml.Data.TrainTestSplit(data);\n" + body);

    [Theory]
    [InlineData("var test = fresh; var testSet = test; var model = pipeline.Fit(testSet); ml.Regression.Evaluate(model.Transform(testSet));")]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = pipeline.Fit(test); ml.Regression.Evaluate(model.Transform(test));")]
    [InlineData("var model = pipeline.Fit(given.TestSet); ml.Regression.Evaluate(model.Transform(given.TestSet));")]
    [InlineData("foreach (var fold in ml.Data.CrossValidationSplit(data)) { var model = pipeline.Fit(fold.TestSet); ml.Regression.Evaluate(model.Transform(fold.TestSet)); }")]
    public Task DataOfUnknownRole_IsSilent(string body) => Silent(body);

    [Theory]
    [InlineData("first.TrainSet", "0.1")]
    [InlineData("ml.Data.Cache(first.TrainSet)", "0.1")]
    [InlineData("first.TestSet", "0.9")]
    public Task TestPartOfAPartToTrainOn_IsSilent(string part, string fraction) =>
        Silent(
            $"""
            var first = ml.Data.TrainTestSplit(data, {fraction});
            var sample = ml.Data.TrainTestSplit({part}, 0.05);
            var model = pipeline.Fit(sample.TestSet);
            ml.Regression.Evaluate(model.Transform(sample.TestSet));
            ml.Regression.Evaluate(model.Transform(first.TestSet));
            """);

    [Fact]
    public Task TrainingPartOfTheTestPart_IsSilent() =>
        Silent(
            """
            var first = ml.Data.TrainTestSplit(data, 0.2);
            var second = ml.Data.TrainTestSplit(first.TestSet, 0.5);
            var model = pipeline.Fit(second.TrainSet);
            ml.Regression.Evaluate(model.Transform(second.TestSet));
            """);

    [Fact]
    public Task DifferentRowsOfTheTestSet_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = pipeline.Fit(ml.Data.TakeRows(split.TestSet, 100));
            ml.Regression.Evaluate(model.Transform(ml.Data.SkipRows(split.TestSet, 100)));
            """);

    [Theory]
    [InlineData("ml.Transforms.Concatenate(\"Features\", \"A\")")]
    [InlineData("ml.Transforms.CopyColumns(\"B\", \"A\")")]
    [InlineData("ml.Transforms.CopyColumns(\"B\", \"A\").Append(ml.Transforms.Concatenate(\"Features\", \"A\", \"B\"))")]
    [InlineData("featurizer")]
    public Task PreparationThatLearnsNothingOrMayLearnNothing_IsSilent(string preparation) =>
        Silent(
            $"""
            var split = ml.Data.TrainTestSplit(data);
            var train = {preparation}.Fit(split.TrainSet).Transform(split.TrainSet);
            var test = {preparation}.Fit(split.TestSet).Transform(split.TestSet);
            var model = ml.Regression.Trainers.Sdca().Fit(train);
            ml.Regression.Evaluate(model.Transform(test));
            """);

    [Fact]
    public Task CrossValidationOnTheTestSet_IsSilentBecauseItScoresHeldOutFolds() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var folds = ml.Regression.CrossValidate(split.TestSet, pipeline);
            ml.Regression.Evaluate(pipeline.Fit(split.TrainSet).Transform(split.TestSet));
            """);

    [Theory]
    [InlineData("System.Func<ITransformer> fit = () => pipeline.Fit([|split.TestSet|]); ml.Regression.Evaluate(fit().Transform(split.TestSet));")]
    [InlineData("ITransformer model; void Learn() { model = pipeline.Fit([|split.TestSet|]); } Learn(); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var model = Learn([|split.TestSet|]); ml.Regression.Evaluate(model.Transform(split.TestSet)); ITransformer Learn(IDataView rows) => pipeline.Fit(rows);")]
    [InlineData("foreach (var model in System.Linq.Enumerable.Select(new[] { split.TestSet }, rows => pipeline.Fit([|rows|]))) ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    public Task FitAndScoreInDifferentFunctions_FiresWhereTheDataIsChosen(string body) =>
        Verify.VerifyAnalyzerAsync(Method("var split = ml.Data.TrainTestSplit(data);\n" + body));

    [Fact]
    public Task ScoreInAFunctionThatNobodyCalls_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = pipeline.Fit(split.TestSet);
            double Score() => ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared;
            """);

    [Theory]
    [InlineData("public DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data); public void Reload() => _split = new MLContext(1).Data.TrainTestSplit(Data, seed: 2);", "")]
    [InlineData("private DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data); public void Reload() => Fill(out _split); private static void Fill(out DataOperationsCatalog.TrainTestData split) => split = default;", "")]
    [InlineData("public DataOperationsCatalog.TrainTestData _split { get; set; }", "_split = new MLContext(1).Data.TrainTestSplit(Data);")]
    public Task SplitInAFieldThatOthersMayAssign_IsSilent(string field, string constructor) =>
        Verify.VerifyAnalyzerAsync(Type(field, constructor, "pipeline.Fit(_split.TestSet)"));

    [Fact]
    public Task SplitInAFieldOfAnotherObject_IsSilent() =>
        Verify.VerifyAnalyzerAsync(Type(
            "private readonly DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);",
            "",
            "pipeline.Fit(new Trainer()._split.TestSet)"));

    [Fact]
    public Task FieldsThatAreMadeOfEachOther_AreSilent() =>
        Verify.VerifyAnalyzerAsync(
            """
            using Microsoft.ML;

            public sealed class Trainer
            {
                private IDataView _a;
                private IDataView _b;

                public Trainer(MLContext ml)
                {
                    _a = ml.Data.Cache(_b!);
                    _b = ml.Data.Cache(_a);
                }

                public void Run(MLContext ml, IEstimator<ITransformer> pipeline)
                {
                    var model = pipeline.Fit(_a);
                    ml.Regression.Evaluate(model.Transform(_a));
                }
            }
            """);

    [Fact]
    public Task OwnTypesNamedLikeThoseOfMLNet_AreSilent() =>
        Verify.VerifyAnalyzerAsync(
            """
            namespace Microsoft.ML
            {
                public interface IDataView { }
                public interface ITransformer { IDataView Transform(IDataView input); }
                public interface IEstimator<out T> where T : ITransformer { T Fit(IDataView input); }
                public abstract class TrainCatalogBase { }
                public sealed class Regression : TrainCatalogBase { public void Evaluate(IDataView data) { } }
                public sealed class DataOperationsCatalog
                {
                    public struct TrainTestData { public readonly IDataView TestSet; }
                    public TrainTestData TrainTestSplit(IDataView data, double testFraction = 0.1) => default;
                }
            }

            namespace Own
            {
                using Microsoft.ML;

                public sealed class Trainer
                {
                    public void Run(DataOperationsCatalog catalog, Regression regression, IDataView data, IEstimator<ITransformer> pipeline)
                    {
                        var split = catalog.TrainTestSplit(data);
                        var model = pipeline.Fit(split.TestSet);
                        regression.Evaluate(model.Transform(split.TestSet));
                    }
                }
            }
            """);

    [Fact]
    public Task OwnFitThatIsNoEstimator_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = new Wrapper().Fit(split.TestSet);
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            """);

    [Fact]
    public Task SuppressedByAPragma_IsSilent() =>
        Silent(
            """
            var split = ml.Data.TrainTestSplit(data);
            #pragma warning disable MLS5001
            var model = pipeline.Fit(split.TestSet);
            #pragma warning restore MLS5001
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            """);

    [Fact]
    public Task Fix_TakesTheSiblingAndKeepsTrivia() =>
        Fixes(
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = pipeline.Fit(
                // the whole set
                [|split.TestSet|] /* all of it */);
            var second = pipeline.Fit([|ml.Data.Cache(split.TestSet)|]);
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            ml.Regression.Evaluate(second.Transform(split.TestSet));
            """,
            """
            var split = ml.Data.TrainTestSplit(data);
            var model = pipeline.Fit(
                // the whole set
                split.TrainSet /* all of it */);
            var second = pipeline.Fit(ml.Data.Cache(split.TrainSet));
            ml.Regression.Evaluate(model.Transform(split.TestSet));
            ml.Regression.Evaluate(second.Transform(split.TestSet));
            """);

    [Fact]
    public Task Fix_UsesTheLocalThatHoldsTheTrainingPart() =>
        Fixes(
            """
            var split = ml.Data.TrainTestSplit(data);
            var learn = split.TrainSet;
            var test = split.TestSet;
            var model = pipeline.Fit([|test|]);
            ml.Regression.Evaluate(model.Transform(test));
            """,
            """
            var split = ml.Data.TrainTestSplit(data);
            var learn = split.TrainSet;
            var test = split.TestSet;
            var model = pipeline.Fit(learn);
            ml.Regression.Evaluate(model.Transform(test));
            """);

    [Theory]
    [InlineData("var one = split.TrainSet; var two = split.TrainSet;", "")]
    [InlineData("IDataView late; if (data.CanShuffle) late = split.TrainSet;", "")]
    [InlineData("{ var inner = split.TrainSet; }", "")]
    [InlineData("", "var later = split.TrainSet;")]
    [InlineData("var some = ml.Data.TakeRows(split.TrainSet, 5);", "")]
    [InlineData("var prepared = other.Transform(split.TrainSet);", "")]
    [InlineData("var @class = split.TrainSet;", "")]
    public Task Fix_TakesItFromTheSplitWhenNoSingleLocalHoldsIt(string before, string after) =>
        Fixes(
            $"var split = ml.Data.TrainTestSplit(data); {before} var test = split.TestSet; var model = pipeline.Fit([|test|]); {after} ml.Regression.Evaluate(model.Transform(test));",
            $"var split = ml.Data.TrainTestSplit(data); {before} var test = split.TestSet; var model = pipeline.Fit(split.TrainSet); {after} ml.Regression.Evaluate(model.Transform(test));");

    [Fact]
    public Task Fix_ReachesIntoTheArgument() =>
        Fixes(
            """
            var split = ml.Data.TrainTestSplit(data);
            var scaler = ml.Transforms.NormalizeMinMax("Features").Fit([|split.TestSet|]);
            var model = ml.Regression.Trainers.Sdca().Fit([|scaler.Transform(split.TestSet)|]);
            ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet)));
            """,
            """
            var split = ml.Data.TrainTestSplit(data);
            var scaler = ml.Transforms.NormalizeMinMax("Features").Fit(split.TrainSet);
            var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet));
            ml.Regression.Evaluate(model.Transform(scaler.Transform(split.TestSet)));
            """);

    [Fact]
    public Task Fix_OfAFieldsSplit() =>
        Verify.VerifyCodeFixAsync(
            Type("private readonly DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "", "pipeline.Fit([|this._split.TestSet|])"),
            Type("private readonly DataOperationsCatalog.TrainTestData _split = new MLContext(1).Data.TrainTestSplit(Data);", "", "pipeline.Fit(this._split.TrainSet)"));

    [Fact]
    public Task Fix_InATopLevelProgram() =>
        Verify.VerifyCodeFixAsync(TopLevelProgram("[|test|]"), TopLevelProgram("train"));

    [Theory]
    [InlineData("var test = ml.Data.TrainTestSplit(data).TestSet; var model = pipeline.Fit([|test|]); ml.Regression.Evaluate(model.Transform(test));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var prepared = other.Transform(split.TestSet); var model = pipeline.Fit([|prepared|]); ml.Regression.Evaluate(model.Transform(prepared));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var few = ml.Data.TakeRows(split.TestSet, 9); var model = pipeline.Fit([|few|]); ml.Regression.Evaluate(model.Transform(split.TestSet));")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); Score(); var train = split.TrainSet; double Score() { var test = split.TestSet; var model = pipeline.Fit([|test|]); return ml.Regression.Evaluate(model.Transform(test)).RSquared; }")]
    [InlineData("var split = ml.Data.TrainTestSplit(data); var test = split.TestSet; Score(); var train = split.TrainSet; double Score() { var model = pipeline.Fit([|test|]); return ml.Regression.Evaluate(model.Transform(test)).RSquared; }")]
    [InlineData("IDataView test; { var split = ml.Data.TrainTestSplit(data); test = split.TestSet; } var model = pipeline.Fit([|test|]); ml.Regression.Evaluate(model.Transform(test));")]
    public Task Fix_IsNotOfferedWhereTheTrainingPartIsNotCertain(string body) => Fixes(body, body);

    private static Task Silent(string body) => Verify.VerifyAnalyzerAsync(Method(body));

    private static Task Fixes(string body, string fixedBody) => Verify.VerifyCodeFixAsync(Method(body), Method(fixedBody));

    /// <summary>The body starts at line 12.</summary>
    private static string Method(string body) =>
        $$"""
        using Microsoft.ML;

        public sealed class Trainer
        {
            public void Run(
                MLContext ml,
                IDataView data, IDataView fresh,
                DataOperationsCatalog.TrainTestData given,
                ITransformer other,
                IEstimator<ITransformer> featurizer, IEstimator<ITransformer> pipeline)
            {
        {{body}}
            }

            private static void Swap(ref IDataView data) => data = null!;

            private sealed class Row
            {
            }

            private sealed class Wrapper
            {
                public ITransformer Fit(IDataView data) => null!;
            }
        }
        """;

    private static string Type(string field, string constructor, string fit) =>
        $$"""
        using Microsoft.ML;

        public class Trainer
        {
            private static readonly IDataView Data = null!;

            {{field}}

            public Trainer()
            {
                {{constructor}}
            }

            public double Run(MLContext ml, IEstimator<ITransformer> pipeline)
            {
                var model = {{fit}};
                return ml.Regression.Evaluate(model.Transform(_split.TestSet)).RSquared;
            }
        }
        """;

    private static string TopLevelProgram(string argument) =>
        $$"""
        using Microsoft.ML;

        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(new[] { "a" }));
        var (train, test) = (split.TrainSet, split.TestSet);
        var model = ml.Regression.Trainers.Sdca().Fit({{argument}});
        System.Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
        """;
}
