using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public sealed class Trainer
{
    private readonly MLContext _ml = new(1);
    private IDataView _train = null!;
    private IDataView _test = null!;
    private ITransformer _model = null!;

    public void Load()
    {
        var split = _ml.Data.TrainTestSplit(_ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        (_train, _test) = (split.TrainSet, split.TestSet);
    }

    public void Train() => _model = _ml.Regression.Trainers.Sdca().Fit(_test); // expect: MLS5001

    public void Evaluate() => Console.WriteLine(_ml.Regression.Evaluate(_model.Transform(_test)).RSquared);
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
