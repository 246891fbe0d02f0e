using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A class that chooses on its own part; its caller holds the real test set.
public sealed class Chooser
{
    public ITransformer Choose(MLContext ml, string path)
    {
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>(path), 0.2);
        ITransformer? best = null;
        var top = double.MinValue;
        foreach (var leaves in new[] { 10, 20 })
        {
            var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet);
            var score = ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared;
            if (score > top)
                (best, top) = (model, score);
        }

        return best!;
    }
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var model = new Chooser().Choose(ml, "train.csv");
        var test = ml.Data.LoadFromTextFile<Row>("test.csv");
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
