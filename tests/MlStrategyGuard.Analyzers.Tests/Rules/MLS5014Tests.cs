using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5014>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5014Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var folds = ml.Regression.CrossValidate(data, pipeline); \nConsole.WriteLine({|#0:folds.Max(fold => fold.Metrics.RSquared)|});"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`folds.Max(fold => fold.Metrics.RSquared)` is the score of the best fold of the cross-validation at line 11: the best of several draws is too good. Report the average of all folds and its standard deviation."));

    [Theory]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine([|folds.Max(fold => fold.Metrics.RSquared)|]);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine([|folds.Min(fold => fold.Metrics.MeanAbsoluteError)|]);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.OrderByDescending(fold => fold.Metrics.RSquared).First(); Console.WriteLine([|best.Metrics|].RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.MaxBy(fold => fold.Metrics.RSquared)!; ml.Model.Save(best.Model, null, \"m.zip\"); Console.WriteLine([|best.Metrics|].RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.OrderBy(fold => fold.Metrics.MeanAbsoluteError).ToArray()[0]; Console.WriteLine([|best.Metrics|].MeanAbsoluteError);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var scores = folds.Select(fold => fold.Metrics.RSquared).ToList(); Console.WriteLine($\"R² {[|scores.Max()|]}\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.OrderByDescending(fold => fold.Metrics.RSquared).First(); Console.WriteLine($\"{[|best.Metrics|].RSquared} {best.Metrics.MeanAbsoluteError}\");")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine(folds.Average(fold => fold.Metrics.RSquared));")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine($\"{folds.Min(fold => fold.Metrics.RSquared)} to {folds.Max(fold => fold.Metrics.RSquared)}\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Console.WriteLine($\"{folds.Average(fold => fold.Metrics.RSquared)}, at best {folds.Max(fold => fold.Metrics.RSquared)}\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var best = folds.OrderByDescending(fold => fold.Metrics.RSquared).First(); ml.Model.Save(best.Model, null, \"m.zip\");")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var worst = folds.OrderBy(fold => fold.Metrics.RSquared).First(); Console.WriteLine(worst.Metrics.RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); var worst = folds.OrderByDescending(fold => fold.Metrics.RSquared).Last(); Console.WriteLine(worst.Metrics.RSquared);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); foreach (var fold in folds) Console.WriteLine(fold.Metrics.RSquared);")]
    [InlineData("var scores = new List<double>(); foreach (var leaves in new[] { 5, 10 }) scores.Add(ml.Regression.CrossValidate(data, ml.Regression.Trainers.FastTree(numberOfLeaves: leaves)).Average(fold => fold.Metrics.RSquared)); Console.WriteLine(scores.Max());")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, pipeline); Report(folds.Select(fold => fold.Metrics).ToList()); Console.WriteLine(folds.Max(fold => fold.Metrics.RSquared)); void Report(object all) => System.IO.File.WriteAllText(\"all\", System.Text.Json.JsonSerializer.Serialize(all));")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
