using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A threshold beside an optimizing comparison on the dev set.
public static class Latency
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var train = ml.Data.LoadFromTextFile<Row>("train.csv");
        var dev = ml.Data.LoadFromTextFile<Row>("dev.csv");
        var small = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(train);
        var large = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(train);
        var a = ml.BinaryClassification.Evaluate(small.Transform(dev));
        var b = ml.BinaryClassification.Evaluate(large.Transform(dev));
        ITransformer chosen = small;
        if (b.PositiveRecall >= 0.9 && b.F1Score > a.F1Score)
            chosen = large;
        ml.Model.Save(chosen, train.Schema, "chosen.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
