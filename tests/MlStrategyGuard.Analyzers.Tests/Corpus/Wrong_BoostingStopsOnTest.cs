using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var features = ml.Transforms.Concatenate("Features", "A", "B").Fit(split.TrainSet);
        var model = ml.Regression.Trainers.LightGbm().Fit(features.Transform(split.TrainSet), features.Transform(split.TestSet)); // expect: MLS5101
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(features.Transform(split.TestSet))).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
