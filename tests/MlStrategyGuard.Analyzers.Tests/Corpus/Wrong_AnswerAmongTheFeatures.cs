using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Fares
{
    public static void Main()
    {
        var ml = new MLContext(); // expect: MLS8101
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("fares.csv"), 0.2);
        var pipeline = ml.Transforms.CopyColumns("Label", "B")
            .Append(ml.Transforms.Categorical.OneHotEncoding("ShopEncoded", "Shop"))
            .Append(ml.Transforms.Concatenate("Features", "ShopEncoded", "A", "B")) // expect: MLS5010
            .Append(ml.Regression.Trainers.Sdca());
        var model = pipeline.Fit(split.TrainSet);
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
