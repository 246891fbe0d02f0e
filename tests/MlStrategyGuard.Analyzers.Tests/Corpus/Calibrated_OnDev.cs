using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The calibrator learns from the dev part, and the test part measures it.
public static class Probabilities
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.BinaryClassification.Trainers.FastTree()).Fit(inner.TrainSet);
        var calibrator = ml.BinaryClassification.Calibrators.Isotonic();
        var calibrated = calibrator.Fit(model.Transform(inner.TestSet));
        Console.WriteLine(ml.BinaryClassification.Evaluate(calibrated.Transform(model.Transform(outer.TestSet))).LogLoss);
        ml.Model.Save(model.Append(calibrated), data.Schema, "model.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
