using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5206>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5206Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var split = {|#0:ml.Data.TrainTestSplit(data, 0.2)|};\nvar model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(split.TrainSet);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Forecasting.ForecastBySsa` at line 12 learns a time series, but this split draws rows at random: the series gets holes, and the rows that fill them are held out. Cut by time with `FilterRowsByColumn`, or `TakeRows` and `SkipRows` on rows in order."));

    [Theory]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(split.TrainSet);")]
    [InlineData("foreach (var split in [|ml.Data.CrossValidationSplit(data)|]) { var model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(split.TrainSet); }")]
    [InlineData("var split = [|ml.Data.TrainTestSplit(data, 0.2)|]; var chain = ml.Transforms.Conversion.ConvertType(\"B2\", \"B\").Append(ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7)); var model = chain.Fit(ml.Data.Cache(split.TrainSet));")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(data);")]
    [InlineData("var train = ml.Data.FilterRowsByColumn(data, \"B\", upperBound: 1); var model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(train);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: \"Shop\"); var model = ml.Forecasting.ForecastBySsa(\"F\", \"A\", 7, 30, 365, 7).Fit(split.TrainSet);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
