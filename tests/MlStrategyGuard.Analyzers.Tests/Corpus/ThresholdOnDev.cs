using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// The threshold is tuned on dev; test measures the result once.
public static class Threshold
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(inner.TrainSet);
        var best = 0.5f;
        var top = 0.0;
        for (var limit = 0.1f; limit < 1; limit += 0.1f)
        {
            var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit);
            var f1 = ml.BinaryClassification.Evaluate(tuned.Transform(inner.TestSet)).F1Score;
            if (f1 > top)
            {
                top = f1;
                best = limit;
            }
        }

        var final = ml.BinaryClassification.ChangeModelThreshold(model, best);
        Console.WriteLine(ml.BinaryClassification.Evaluate(final.Transform(outer.TestSet)).F1Score);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
