using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5109>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5109Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); \nvar second = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared); ml.Model.Save({|#0:second|}, null, \"m.zip\");"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Model.Save` saves a model that nothing measures; `ml.Regression.Trainers.Sdca` at line 11 is what is measured. Save the model that was measured, or measure the one that is saved."));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); var second = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);ml.Model.Save([|second|], null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.FastTree(numberOfLeaves: 5).Fit(split.TrainSet); var second = ml.Regression.Trainers.FastTree(numberOfLeaves: 50).Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);ml.Model.Save([|second|], null, \"m.zip\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); ml.Model.Save([|folds[0].Model|], null, \"m.zip\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.OrderByDescending(fold => fold.Metrics.RSquared).First().Model; ml.Model.Save([|best|], null, \"m.zip\");")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);var final = pipeline.Fit(data); ml.Model.Save(final, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);var final = ml.Regression.Trainers.Sdca().Fit(data); ml.Model.Save(final, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); var second = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);Console.WriteLine(ml.Regression.Evaluate(second.Transform(split.TestSet)).RSquared);ml.Model.Save(second, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);var other = ml.Regression.Trainers.FastTree(labelColumnName: \"UserId\").Fit(split.TrainSet); ml.Model.Save(other, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);var other = ml.BinaryClassification.Trainers.FastTree().Fit(split.TrainSet); ml.Model.Save(other, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);var scaler = ml.Transforms.NormalizeMinMax(\"A\").Fit(split.TrainSet); ml.Model.Save(scaler, null, \"m.zip\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); ml.Model.Save(pipeline.Fit(data), null, \"m.zip\");")]
    [InlineData("foreach (var fold in ml.Regression.CrossValidate(data, pipeline)) ml.Model.Save(fold.Model, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var first = ml.Regression.Trainers.Sdca().Fit(split.TrainSet); var second = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(first.Transform(split.TestSet)).RSquared);Console.WriteLine(new Lazy<ITransformer>(second).Value); ml.Model.Save(second, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var second = ml.Regression.Trainers.FastTree().Fit(split.TrainSet); var old = ml.Model.Load(\"old.zip\", out _); Console.WriteLine(ml.Regression.Evaluate(old.Transform(split.TestSet)).RSquared);ml.Model.Save(second, null, \"m.zip\");")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var best = (Leaves: 0, Score: double.MinValue); foreach (var leaves in new[] { 5, 50 }) { var one = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet); var score = ml.Regression.Evaluate(one.Transform(split.TestSet)).RSquared; if (score > best.Score) best = (leaves, score); } ml.Model.Save(ml.Regression.Trainers.FastTree(numberOfLeaves: best.Leaves).Fit(data), null, \"m.zip\");")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
