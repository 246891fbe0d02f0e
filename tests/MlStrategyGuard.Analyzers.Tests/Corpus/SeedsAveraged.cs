using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// How much the dev score varies with the seed, before the one model is measured on test.
public static class Spread
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var sum = 0.0;
        ITransformer? last = null;
        for (var seed = 1; seed <= 5; seed++)
        {
            var own = new MLContext(seed);
            var model = own.Regression.Trainers.FastTree().Fit(inner.TrainSet);
            var score = own.Regression.Evaluate(model.Transform(inner.TestSet)).RSquared;
            sum += score;
            last = model;
        }

        Console.WriteLine(sum / 5);
        Console.WriteLine(ml.Regression.Evaluate(last!.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
