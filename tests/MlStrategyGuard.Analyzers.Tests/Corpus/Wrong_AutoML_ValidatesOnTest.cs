using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var result = ml.Auto().CreateRegressionExperiment(60).Execute(split.TrainSet, split.TestSet, "Label"); // expect: MLS5101, MLS6003
        var metrics = ml.Regression.Evaluate(result.BestRun.Model.Transform(split.TestSet));
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
