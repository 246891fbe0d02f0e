using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class CatTraining
{
    public static void Main()
    {
        var ml = new MLContext(7);
        var train = ml.Data.LoadFromTextFile<Photo>("../data/train.csv", ',');
        var split = ml.Data.TrainTestSplit(train, testFraction: 0.1); // expect: MLS9005
        var pipeline = ml.Transforms.Concatenate("Features", "Brightness", "Contrast")
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "IsDog")); // expect: MLS9006
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(split.TestSet), labelColumnName: "IsDog").F1Score);
        var search = ml.Auto().CreateExperiment()
            .SetBinaryClassificationMetric(BinaryClassificationMetric.Accuracy, labelColumn: "IsCat"); // expect: MLS6004
        search.SetTrainingTimeInSeconds(60);
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
