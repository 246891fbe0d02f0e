using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Clusters have no labels to remember.
public static class Segments
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromTextFile<Row>("customers.csv");
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Clustering.Trainers.KMeans(numberOfClusters: 3));
        var model = pipeline.Fit(data);
        var metrics = ml.Clustering.Evaluate(model.Transform(data), scoreColumnName: "Score", featureColumnName: "Features");
        Console.WriteLine(metrics.AverageDistance);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
