using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class GridSearch
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var scores = new Dictionary<int, double>();
        foreach (var leaves in new[] { 10, 20, 40 })
        {
            var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree(numberOfLeaves: leaves));
            scores[leaves] = ml.Regression.CrossValidate(split.TrainSet, pipeline).Average(fold => fold.Metrics.RSquared);
        }

        var best = scores.MaxBy(pair => pair.Value).Key;
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree(numberOfLeaves: best)).Fit(split.TrainSet);
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
