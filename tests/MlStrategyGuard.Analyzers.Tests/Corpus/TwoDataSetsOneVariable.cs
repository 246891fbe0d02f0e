using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// One variable for two files, one after the other.
public static class Reuse
{
    public static void Run()
    {
        var ml = new MLContext(1);
        IDataView data = ml.Data.LoadFromTextFile<Row>("train.csv");
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(data);
        data = ml.Data.LoadFromTextFile<Row>("test.csv");
        var scored = model.Transform(data);
        var metrics = ml.Regression.Evaluate(scored);
        Console.WriteLine(metrics.MeanAbsoluteError);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
