using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Boosting
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var first = ml.Data.TrainTestSplit(data, 0.3);
        var second = ml.Data.TrainTestSplit(first.TestSet, 0.5);
        var concat = ml.Transforms.Concatenate("Features", "A", "B").Fit(data);
        var model = ml.Regression.Trainers.FastTree().Fit(concat.Transform(first.TrainSet), concat.Transform(second.TrainSet));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(concat.Transform(second.TestSet))).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
