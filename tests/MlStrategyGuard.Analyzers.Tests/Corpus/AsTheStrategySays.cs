using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// Label, group, metric and files are those of the strategy.
public static class CatTraining
{
    public static void Main()
    {
        var ml = new MLContext(7);
        var train = ml.Data.LoadFromTextFile<Photo>("../data/train.csv", ',');
        var dev = ml.Data.LoadFromTextFile<Photo>("../data/dev.csv", ',');
        var split = ml.Data.TrainTestSplit(train, testFraction: 0.1, samplingKeyColumnName: "UserId");
        var pipeline = ml.Transforms.Concatenate("Features", "Brightness", "Contrast")
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "IsCat"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), labelColumnName: "IsCat").F1Score);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(dev), labelColumnName: "IsCat").F1Score);

        var search = ml.Auto().CreateExperiment()
            .SetDataset(split.TrainSet, split.TestSet)
            .SetBinaryClassificationMetric(BinaryClassificationMetric.F1Score, labelColumn: "IsCat")
            .SetTrainingTimeInSeconds(60);
        var found = search.Run();
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(found.Model.Transform(dev), labelColumnName: "IsCat").F1Score);
    }
}

public sealed class Photo
{
    [LoadColumn(0)] public string? UserId { get; set; }
    [LoadColumn(1)] public float Brightness { get; set; }
    [LoadColumn(2)] public float Contrast { get; set; }
    [LoadColumn(3)] public bool IsCat { get; set; }
    [LoadColumn(4)] public bool IsDog { get; set; }
}
