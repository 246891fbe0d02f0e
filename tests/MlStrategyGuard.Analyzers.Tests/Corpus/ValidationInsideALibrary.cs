using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Whoever calls it may hold the real test set back.
public sealed class BoostedTrainer
{
    public ITransformer Train(MLContext ml, IDataView rows)
    {
        var split = ml.Data.TrainTestSplit(rows, 0.1);
        var model = ml.Regression.Trainers.LightGbm().Fit(split.TrainSet, split.TestSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
        return model;
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
