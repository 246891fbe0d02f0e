using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Tuning
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var dev = ml.Data.TrainTestSplit(split.TrainSet, 0.2);
        var best = (Leaves: 0, Score: double.MinValue);
        for (var leaves = 5; leaves <= 50; leaves += 5)
        {
            var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(dev.TrainSet);
            var score = ml.Regression.Evaluate(model.Transform(dev.TestSet)).RSquared;
            if (score > best.Score)
                best = (leaves, score);
        }

        var final = ml.Regression.Trainers.FastTree(numberOfLeaves: best.Leaves).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(final.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
