using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// A seeded shuffle that is run once, before the split.
public static class Shuffled
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var random = new Random(5);
        var rows = System.IO.File.ReadAllLines("rows.csv").Skip(1).Select(Parse);
        var shuffled = rows.OrderBy(_ => random.Next()).ToList();
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(shuffled), 0.2);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }

    private static Row Parse(string line) => new() { Shop = line };
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
