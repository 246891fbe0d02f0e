using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Measured first, then refitted on all rows to ship.
public static class Shipping
{
    public static void Run(string path)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        var candidate = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(candidate.Transform(split.TestSet)).RSquared);
        var shipped = pipeline.Fit(data);
        ml.Model.Save(shipped, data.Schema, "shipped.zip");
        var engine = ml.Model.CreatePredictionEngine<Row, Guess>(shipped);
        Console.WriteLine(engine.Predict(new Row()).Score);
    }

    private sealed class Guess
    {
        public float Score { get; set; }
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
