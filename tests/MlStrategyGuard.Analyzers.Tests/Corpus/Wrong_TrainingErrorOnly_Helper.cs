using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Program
{
    private static readonly MLContext Ml = new(1);

    public static void Main()
    {
        var train = Ml.Data.LoadFromTextFile<Row>("train.csv");
        var model = Build().Fit(train);
        Show(model, train);
    }

    private static EstimatorChain<RegressionPredictionTransformer<LinearRegressionModelParameters>> Build() =>
        Ml.Transforms.Concatenate("Features", "A", "B").Append(Ml.Regression.Trainers.Sdca());

    private static void Show(ITransformer model, IDataView rows)
    {
        var metrics = Ml.Regression.Evaluate(model.Transform(rows)); // expect: MLS5004
        Console.WriteLine(metrics.RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
