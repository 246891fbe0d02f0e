using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// State in fields, steps in methods.
public sealed class PricePredictor
{
    private readonly MLContext _ml = new(seed: 7);
    private IDataView? _train;
    private IDataView? _test;
    private ITransformer? _model;

    public void Load(string path)
    {
        var all = _ml.Data.LoadFromTextFile<Row>(path, ',');
        var split = _ml.Data.TrainTestSplit(all, testFraction: 0.3);
        _train = split.TrainSet;
        _test = split.TestSet;
    }

    public void Train()
    {
        var pipeline = _ml.Transforms.Concatenate("Features", "A", "B")
            .Append(_ml.Transforms.NormalizeMinMax("Features"))
            .Append(_ml.Regression.Trainers.FastTree());
        _model = pipeline.Fit(_train!);
    }

    public RegressionMetrics Evaluate() => _ml.Regression.Evaluate(_model!.Transform(_test!));
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
