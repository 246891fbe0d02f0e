using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class AutoExecute
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var train = ml.Data.LoadFromTextFile<Row>("train.csv");
        var valid = ml.Data.LoadFromTextFile<Row>("valid.csv");
        var test = ml.Data.LoadFromTextFile<Row>("test.csv");
        var settings = new RegressionExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = RegressionMetric.RSquared };
        var result = ml.Auto().CreateRegressionExperiment(settings).Execute(train, valid, labelColumnName: "Label");
        Console.WriteLine(result.BestRun.ValidationMetrics.RSquared);
        var metrics = ml.Regression.Evaluate(result.BestRun.Model.Transform(test));
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
