using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

var ml = new MLContext(seed: 42);
var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
var shuffled = ml.Data.ShuffleRows(rows, seed: 1);
var split = ml.Data.TrainTestSplit(shuffled, 0.25);
IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
var model = pipeline.Fit(shuffled); // expect: MLS5001
foreach (var (name, part) in new[] { ("train", split.TrainSet), ("test", split.TestSet) })
    Console.WriteLine($"{name} {ml.Regression.Evaluate(model.Transform(part)).RSquared}");
var final = ml.Regression.Evaluate(model.Transform(split.TestSet));
Console.WriteLine(final.RSquared);

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
