using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Two files, one for each purpose.
var trainPath = Path.Combine(AppContext.BaseDirectory, "Data", "optdigits-train.csv");
var testPath = Path.Combine(AppContext.BaseDirectory, "Data", "optdigits-test.csv");
var ml = new MLContext(1);
var train = ml.Data.LoadFromTextFile<Row>(trainPath, ',');
var test = ml.Data.LoadFromTextFile<Row>(testPath, ',');
var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", "Shop")
    .Append(ml.Transforms.Concatenate("Features", nameof(Row.A), nameof(Row.B)))
    .AppendCacheCheckpoint(ml)
    .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy())
    .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
var model = pipeline.Fit(train);
var metrics = ml.MulticlassClassification.Evaluate(model.Transform(test));
Console.WriteLine(metrics.MicroAccuracy);
Console.WriteLine(metrics.MacroAccuracy);
Console.WriteLine(metrics.LogLoss);

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
