using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The limit on recall is the strategy's.
public static class Limits
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        ITransformer? best = null;
        var bestScore = double.MinValue;
        foreach (var leaves in new[] { 10, 20, 40 })
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(inner.TrainSet);
            var metrics = ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(inner.TestSet));
            if (metrics.PositiveRecall >= 0.9 && metrics.F1Score > bestScore)
                (best, bestScore) = (model, metrics.F1Score);
        }

        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(best!.Transform(outer.TestSet)).F1Score);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
