using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public sealed class FoldTraining
{
    private readonly MLContext _ml = new(1);

    public double Train(string path)
    {
        var data = _ml.Data.LoadFromTextFile<Row>(path);
        var pipeline = _ml.Transforms.Concatenate("Features", "A", "B").Append(_ml.Regression.Trainers.Sdca());
        var folds = _ml.Regression.CrossValidate(data, pipeline, numberOfFolds: 5);
        var best = folds.OrderByDescending(fold => fold.Metrics.RSquared).First();
        _ml.Model.Save(best.Model, data.Schema, "model.zip"); // expect: MLS5109
        return best.Metrics.RSquared; // expect: MLS5014
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
