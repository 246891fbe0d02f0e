using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Lists of rows, divided by LINQ.
public static class InMemory
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var rows = File.ReadAllLines("rows.csv").Skip(1).Select(Parse).ToList();
        var train = ml.Data.LoadFromEnumerable(rows.Take(800));
        var test = ml.Data.LoadFromEnumerable(rows.Skip(800));
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
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
