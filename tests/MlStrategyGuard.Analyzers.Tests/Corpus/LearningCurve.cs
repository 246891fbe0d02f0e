using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Train and test error against the number of rows.
public static class Curve
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        foreach (var count in new[] { 100, 1000, 10000 })
        {
            var part = ml.Data.TakeRows(split.TrainSet, count);
            var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(part);
            var train = ml.Regression.Evaluate(model.Transform(part)).RSquared;
            var test = ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared;
            Console.WriteLine($"{count} {train} {test} {(train > test ? "gap" : "fine")}");
        }
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
