using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Trials are cross-validated; what is shipped learned from everything.
public static class Folded
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var experiment = ml.Auto().CreateExperiment()
            .SetDataset(split.TrainSet, 5)
            .SetRegressionMetric(RegressionMetric.RSquared)
            .SetTrainingTimeInSeconds(60);
        var result = experiment.Run();
        Console.WriteLine(ml.Regression.Evaluate(result.Model.Transform(split.TestSet)).RSquared);
        Console.WriteLine(result.Metric);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
