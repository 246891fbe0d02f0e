using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Train, dev and test errors side by side.
public sealed class Ladder
{
    public void Run(MLContext ml, string path)
    {
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var outer = ml.Data.TrainTestSplit(data, 0.2, seed: 3);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.25, seed: 4);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        var model = pipeline.Fit(inner.TrainSet);
        var train = ml.Regression.Evaluate(model.Transform(inner.TrainSet)).RootMeanSquaredError;
        var dev = ml.Regression.Evaluate(model.Transform(inner.TestSet)).RootMeanSquaredError;
        var test = ml.Regression.Evaluate(model.Transform(outer.TestSet)).RootMeanSquaredError;
        Console.WriteLine($"{train} {dev} {test} variance {dev - train}");
        if (dev > train)
            Console.WriteLine("overfits");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
