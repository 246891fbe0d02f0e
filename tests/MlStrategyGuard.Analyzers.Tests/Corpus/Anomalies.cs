using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Fraud
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("cards.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var normal = ml.Data.FilterRowsByColumn(split.TrainSet, "Label", 0, 1);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.AnomalyDetection.Trainers.RandomizedPca(rank: 5)).Fit(normal);
        Console.WriteLine(ml.AnomalyDetection.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
