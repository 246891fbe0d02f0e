using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// Rows of another file are added to the training part.
public static class MoreRows
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var more = ml.Data.LoadFromTextFile<Row>("bought.csv");
        var rows = ml.Data.CreateEnumerable<Row>(split.TrainSet, reuseRowObject: false)
            .Concat(ml.Data.CreateEnumerable<Row>(more, reuseRowObject: false));
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(ml.Data.LoadFromEnumerable(rows));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
