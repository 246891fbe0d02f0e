using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// More trees until the dev score falls; the result is measured on the test set.
public static class Growing
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var last = double.MaxValue;
        var enough = 10;
        for (var trees = 10; trees < 500; trees += 10)
        {
            var model = ml.Regression.Trainers.FastTree(numberOfTrees: trees).Fit(inner.TrainSet);
            var error = ml.Regression.Evaluate(model.Transform(inner.TestSet)).MeanAbsoluteError;
            if (error > last)
                break;
            last = error;
            enough = trees;
        }

        var final = ml.Regression.Trainers.FastTree(numberOfTrees: enough).Fit(outer.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(final.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
