using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Every night another file: the model of last night was fitted on other rows.
public sealed class NightlyTraining
{
    private readonly MLContext _ml = new(1);
    private ITransformer? _champion;

    public void Run(string path)
    {
        var data = _ml.Data.LoadFromTextFile<Row>(path);
        var split = _ml.Data.TrainTestSplit(data, 0.1);
        var pipeline = _ml.Transforms.Concatenate("Features", "A", "B").Append(_ml.Regression.Trainers.Sdca());
        var challenger = pipeline.Fit(split.TrainSet);
        var score = _ml.Regression.Evaluate(challenger.Transform(split.TestSet)).RSquared;
        var before = _champion is null ? double.MinValue : _ml.Regression.Evaluate(_champion.Transform(split.TestSet)).RSquared;
        if (score > before)
            _champion = pipeline.Fit(data);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
