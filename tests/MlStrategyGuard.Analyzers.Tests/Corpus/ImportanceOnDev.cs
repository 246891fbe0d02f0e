using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// Features are chosen on dev, the model of them is measured on test.
public static class Importance
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var all = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(inner.TrainSet);
        var importance = ml.Regression.PermutationFeatureImportance(all, all.Transform(inner.TestSet));
        var kept = importance.Where(one => one.Value.RSquared.Mean < -0.01).Select(one => one.Key).ToArray();
        var smaller = ml.Transforms.Concatenate("Features", kept).Append(ml.Regression.Trainers.Sdca()).Fit(inner.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(smaller.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
