using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Folds in a loop, each with its own model and its own normalizer.
public static class HandMade
{
    public static void Run(string path)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var scores = new List<double>();
        foreach (var fold in ml.Data.CrossValidationSplit(data, numberOfFolds: 5))
        {
            var scaler = ml.Transforms.NormalizeMinMax("A").Fit(fold.TrainSet);
            var model = ml.Regression.Trainers.Sdca(featureColumnName: "A").Fit(scaler.Transform(fold.TrainSet));
            scores.Add(ml.Regression.Evaluate(model.Transform(scaler.Transform(fold.TestSet))).RSquared);
        }

        Console.WriteLine(scores.Average());
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
