using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5012>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5012Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var source = new DatabaseSource(new object(), \"Server=x\",\n\"SELECT A, B FROM Rides JOIN Drivers ON Rides.Id = Drivers.Id\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source);\nvar split = {|#0:ml.Data.TrainTestSplit(rows, 0.2)|}; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.TrainTestSplit` deals out rows by their place, but the query at line 12 has no ORDER BY: which rows are held out changes from one reading to the next. Order by a key, or pass a sampling key."));

    [Theory]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT * FROM Rides\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = [|ml.Data.TrainTestSplit(rows, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT TOP 1000 * FROM Rides ORDER BY NEWID()\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = [|ml.Data.TrainTestSplit(rows, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"select a from rides order by random() limit 100\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = [|ml.Data.TrainTestSplit(ml.Data.Cache(rows), 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var sql = \"SELECT A FROM T TABLESAMPLE (10 PERCENT)\"; var source = new DatabaseSource(new object(), \"Server=x\", sql); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = [|ml.Data.TrainTestSplit(rows, 0.2)|]; var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"WITH R AS (SELECT 1) SELECT * FROM R\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); foreach (var split in [|ml.Data.CrossValidationSplit(rows)|]) { var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared); }")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    [Theory]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT * FROM Rides ORDER BY Id\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT * FROM Rides\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2, samplingKeyColumnName: \"Shop\"); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"EXEC dbo.TrainingRows\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", Console.ReadLine()!); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT *, ROW_NUMBER() OVER (ORDER BY Id) AS N FROM Rides\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT * FROM Rides\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var split = ml.Data.TrainTestSplit(rows, 0.2); var model = pipeline.Fit(split.TrainSet); ml.Model.Save(model, null, \"m.zip\");")]
    [InlineData("var source = new DatabaseSource(new object(), \"Server=x\", \"SELECT * FROM Rides\"); var rows = ml.Data.CreateDatabaseLoader<Row>().Load(source); var model = pipeline.Fit(rows); Console.WriteLine(model);")]
    [InlineData("var split = ml.Data.TrainTestSplit(data, 0.2); var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
