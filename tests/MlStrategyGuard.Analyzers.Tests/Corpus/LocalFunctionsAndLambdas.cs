using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Local functions and lambdas around the same flow.
public static class Local
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("x.csv"));
        Func<IDataView, ITransformer> fit = rows => Pipeline().Fit(rows);
        double Score(ITransformer model, IDataView rows) => ml.Regression.Evaluate(model.Transform(rows)).RSquared;
        var trained = fit(split.TrainSet);
        var results = new[] { ("train", split.TrainSet), ("test", split.TestSet) }
            .Select(part => (part.Item1, Score(trained, part.Item2)))
            .ToList();
        results.ForEach(result => Console.WriteLine(result));

        EstimatorChain<RegressionPredictionTransformer<LinearRegressionModelParameters>> Pipeline() =>
            ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
