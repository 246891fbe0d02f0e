using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Bagging by samples of the training rows, and an interval by samples of the test rows.
public static class Bagging
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        var model = pipeline.Fit(ml.Data.BootstrapSample(split.TrainSet, seed: 1));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
        for (var draw = 0; draw < 200; draw++)
        {
            var sample = ml.Data.BootstrapSample(split.TestSet, seed: draw);
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(sample)).RSquared);
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
