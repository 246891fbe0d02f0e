using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5010>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5010Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var chain = ml.Transforms.Concatenate(\"Features\", \"A\", {|#0:\"Label\"|})\n    .Append(ml.Regression.Trainers.Sdca());\nvar model = chain.Fit(data);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`Label` is the label of `ml.Regression.Trainers.Sdca` at line 12 and goes into its features: the model reads the answer. Leave it out."));

    [Theory]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", [|\"Label\"|]).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var model = ml.Transforms.CopyColumns(\"Label\", \"UserId\").Append(ml.Transforms.Concatenate(\"Features\", \"A\", \"B\", [|\"UserId\"|])).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var model = ml.Transforms.Conversion.MapValueToKey(\"Key\", \"Shop\").Append(ml.Transforms.Categorical.OneHotEncoding(\"ShopCode\", \"Shop\")).Append(ml.Transforms.Concatenate(\"Features\", new[] { \"A\", [|\"ShopCode\"|] })).Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(\"Key\")).Fit(data);")]
    [InlineData("var model = ml.Transforms.Concatenate(\"Numbers\", \"A\", [|nameof(Row.Label)|]).Append(ml.Transforms.Concatenate(\"Features\", \"Numbers\", \"B\")).Append(ml.Transforms.NormalizeMinMax(\"Features\")).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var rows = ml.Transforms.Concatenate(\"Features\", \"A\", [|\"B\"|]).Fit(data).Transform(data); var model = ml.Regression.Trainers.FastTree(labelColumnName: \"B\").Fit(rows);")]
    [InlineData("var folds = ml.Regression.CrossValidate(data, ml.Transforms.Concatenate(\"Features\", \"A\", [|\"Label\"|]).Append(ml.Regression.Trainers.Sdca()));")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", \"B\").Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", \"Label\").Append(ml.Regression.Trainers.Sdca(labelColumnName: \"B\")).Fit(data);")]
    [InlineData("var model = ml.Transforms.CopyColumns(\"Label\", \"UserId\").Append(ml.Transforms.Concatenate(\"Features\", \"A\", \"B\")).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var chain = ml.Transforms.Concatenate(\"Features\", \"A\", \"Label\").Append(ml.Transforms.CopyColumns(\"Label\", \"UserId\")).Append(ml.Regression.Trainers.Sdca()); var model = chain.Fit(data);")]
    [InlineData("var model = ml.Transforms.Concatenate(\"Everything\", \"A\", \"Label\").Append(ml.Transforms.Concatenate(\"Features\", \"A\", \"B\")).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var names = data.Schema.ToString()!.Split(); var model = ml.Transforms.Concatenate(\"Features\", names).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", \"Label\").Append(ml.Clustering.Trainers.KMeans(\"Features\")).Fit(data);")]
    [InlineData("var label = Environment.UserName; var model = ml.Transforms.Concatenate(\"Features\", \"A\", \"Label\").Append(ml.Regression.Trainers.Sdca(labelColumnName: label)).Fit(data);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", [|\"Label\"|]).Append(ml.Regression.Trainers.Sdca()).Fit(data);", "var model = ml.Transforms.Concatenate(\"Features\", \"A\").Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", \"A\", [|\"Label\"|], \"B\").Append(ml.Regression.Trainers.Sdca()).Fit(data);", "var model = ml.Transforms.Concatenate(\"Features\", \"A\", \"B\").Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    public Task Fix_RemovesTheMistake(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(fixedBody));

    [Theory]
    [InlineData("var model = ml.Transforms.Concatenate(\"Features\", [|\"Label\"|]).Append(ml.Regression.Trainers.Sdca()).Fit(data);")]
    public Task Fix_IsNotOfferedWhereItIsNotCertain(string body) => Verify.VerifyCodeFixAsync(Code.Program(body), Code.Program(body));
}
