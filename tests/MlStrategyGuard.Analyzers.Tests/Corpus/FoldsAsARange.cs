using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// The average of the folds, and their best.
public static class Folds
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        var scores = ml.Regression.CrossValidate(data, pipeline, numberOfFolds: 5).Select(fold => fold.Metrics.RSquared).ToArray();
        var mean = scores.Average();
        Console.WriteLine($"{mean}, at best {scores.Max()}");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
