using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Two models, one metric, one dev set; the winner meets the test set once.
public static class Duel
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var linear = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(inner.TrainSet);
        var trees = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree()).Fit(inner.TrainSet);
        var first = ml.Regression.Evaluate(linear.Transform(inner.TestSet));
        var second = ml.Regression.Evaluate(trees.Transform(inner.TestSet));
        ITransformer chosen = linear;
        if (second.RSquared > first.RSquared)
            chosen = trees;
        Console.WriteLine(ml.Regression.Evaluate(chosen.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
