using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Candidates
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var tree = ml.Regression.Trainers.FastTree().Fit(split.TrainSet);
        var linear = ml.Regression.Trainers.Sdca().Fit(split.TrainSet);
        Print("tree", ml.Regression.Evaluate(tree.Transform(split.TestSet)));
        Print("linear", ml.Regression.Evaluate(linear.Transform(split.TestSet))); // expect: MLS5103
    }

    private static void Print(string name, RegressionMetrics metrics) => Console.WriteLine($"{name}: {metrics.RSquared}");
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
