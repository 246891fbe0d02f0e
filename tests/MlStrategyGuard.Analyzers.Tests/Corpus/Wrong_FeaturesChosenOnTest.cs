using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Importance
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var all = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
        var importance = ml.Regression.PermutationFeatureImportance(all, all.Transform(split.TestSet)); // expect: MLS5106
        var kept = new List<string>();
        foreach (var (name, change) in importance)
        {
            if (change.RSquared.Mean < -0.01)
                kept.Add(name);
        }

        var smaller = ml.Transforms.Concatenate("Features", kept.ToArray()).Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(smaller.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
