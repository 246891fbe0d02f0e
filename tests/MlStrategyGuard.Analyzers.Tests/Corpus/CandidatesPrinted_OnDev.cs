using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// All candidates are printed on dev; the one that was picked is measured on test.
public static class Candidates
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        foreach (var leaves in new[] { 5, 20, 80 })
        {
            var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(inner.TrainSet);
            Console.WriteLine($"{leaves}: {ml.Regression.Evaluate(model.Transform(inner.TestSet)).RSquared}");
        }

        var picked = ml.Regression.Trainers.FastTree(numberOfLeaves: 20).Fit(outer.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(picked.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
