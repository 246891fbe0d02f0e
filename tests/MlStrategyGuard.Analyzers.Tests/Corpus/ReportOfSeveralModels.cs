using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Train and test metrics of one model, several numbers, nothing chosen.
public static class Report
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("a.csv");
        var parts = ml.Data.TrainTestSplit(data);
        var model = ml.Transforms.Concatenate("Features", "A").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(parts.TrainSet);
        Print("train", ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(parts.TrainSet)));
        Print("test", ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(parts.TestSet)));
    }

    private static void Print(string name, BinaryClassificationMetrics metrics)
    {
        Console.WriteLine($"{name}: {metrics.Accuracy} {metrics.F1Score} {metrics.AreaUnderRocCurve}");
        Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
