using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Learns from the declared training file, measures on the declared test file.
public static class Declared
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var train = ml.Data.LoadFromTextFile<Row>("rides.csv");
        var measured = ml.Data.LoadFromTextFile<Row>("rides-2024.csv");
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(measured)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
