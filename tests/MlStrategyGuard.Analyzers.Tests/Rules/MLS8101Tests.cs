using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8101>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8101Tests
{
    private const string Measure =
        "var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);";

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Program("{|#0:new MLContext()|}", Measure),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`new MLContext()` has no seed, and `pipeline.Fit` at line 11 trains with it: two runs give two scores, whose difference is chance. Give it a seed."));

    [Theory]
    [InlineData("[|new MLContext()|]", Measure)]
    [InlineData("[|new MLContext(null)|]", Measure)]
    [InlineData("[|new MLContext(seed: null)|]", "Console.WriteLine(ml.Regression.CrossValidate(data, pipeline).Average(fold => fold.Metrics.RSquared));")]
    public Task Mistake_Fires(string create, string body) => Verify.VerifyAnalyzerAsync(Program(create, body));

    [Theory]
    [InlineData("new MLContext(1)", Measure)]
    [InlineData("new MLContext(seed: Environment.ProcessId)", Measure)]
    [InlineData("new MLContext()", "var split = ml.Data.TrainTestSplit(data, 0.2); Console.WriteLine(split.TestSet.GetRowCount());")]
    [InlineData("new MLContext()", "var model = pipeline.Fit(data); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("new MLContext()", "var split = ml.Data.TrainTestSplit(data, 0.2); var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet); Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);")]
    [InlineData("new MLContext()", "var model = ml.Model.Load(\"m.zip\", out _); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    [InlineData("new MLContext()", "var model = ml.Clustering.Trainers.KMeans(\"A\").Fit(data); Console.WriteLine(ml.Clustering.Evaluate(model.Transform(data)).AverageDistance);")]
    [InlineData("Environment.ProcessId > 0 ? new MLContext() : new MLContext(3)", Measure)]
    public Task RightOrUncertainCode_IsSilent(string create, string body) => Verify.VerifyAnalyzerAsync(Program(create, body));

    [Theory]
    [InlineData("[|new MLContext()|]", "new MLContext(seed: 1)")]
    [InlineData("[|new()|]", "new(seed: 1)")]
    public Task Fix_SetsASeed(string create, string fixedCreate) =>
        Verify.VerifyCodeFixAsync(Program(create, Measure), Program(fixedCreate, Measure));

    private static string Program(string create, string body) =>
        $$"""
        using System;
        using System.Linq;
        using Microsoft.ML;
        public static class Program
        {
            public static void Main()
            {
                MLContext ml = {{create}};
                var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
                var pipeline = ml.Transforms.Concatenate("Features", "A").Append(ml.Regression.Trainers.Sdca());
                {{body}}
            }
        }

        public sealed class Row { public float A { get; set; } public float Label { get; set; } }
        """;
}
