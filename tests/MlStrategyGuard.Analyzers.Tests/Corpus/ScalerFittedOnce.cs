using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// One scaler, fitted on the training part, for dev and test.
public static class Scaled
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var scaler = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Transforms.NormalizeMeanVariance("Features")).Fit(inner.TrainSet);
        var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(inner.TrainSet));
        var dev = model.Transform(scaler.Transform(inner.TestSet));
        var test = model.Transform(scaler.Transform(outer.TestSet));
        Console.WriteLine(ml.Regression.Evaluate(dev).RSquared);
        Console.WriteLine(ml.Regression.Evaluate(test).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
