using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The split is made, but the model learns from all of it.
public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 0);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree());
        var model = pipeline.Fit(data); // expect: MLS5001
        var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
