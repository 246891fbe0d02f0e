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
    public static void Main()
    {
        var mlContext = new MLContext(seed: 0);
        var data = mlContext.Data.LoadFromTextFile<Row>("rows.csv");
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = mlContext.Transforms.Concatenate("Features", "A", "B").Append(mlContext.Regression.Trainers.Sdca());
        var model = pipeline.Fit(split.TestSet); // expect: MLS5001
        var metrics = mlContext.Regression.Evaluate(model.Transform(split.TestSet));
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
