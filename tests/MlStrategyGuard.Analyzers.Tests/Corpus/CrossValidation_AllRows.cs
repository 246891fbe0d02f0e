using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Cross-validation on every row with the whole pipeline inside.
public static class Folds
{
    public static void Run(string path)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B")
            .Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.Regression.Trainers.Sdca());
        var results = ml.Regression.CrossValidate(data, pipeline, numberOfFolds: 5);
        var average = results.Average(fold => fold.Metrics.RSquared);
        var deviation = results.Max(fold => fold.Metrics.RSquared) - results.Min(fold => fold.Metrics.RSquared);
        Console.WriteLine($"R2 {average} +- {deviation}");
        var final = pipeline.Fit(data);
        ml.Model.Save(final, data.Schema, "final.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
