using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Auto
{
    public static async Task Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var experiment = ml.Auto().CreateExperiment()
            .SetDataset(inner)
            .SetRegressionMetric(RegressionMetric.RSquared, "Label")
            .SetTrainingTimeInSeconds(60);
        var result = await experiment.RunAsync();
        Console.WriteLine(ml.Regression.Evaluate(result.Model.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
