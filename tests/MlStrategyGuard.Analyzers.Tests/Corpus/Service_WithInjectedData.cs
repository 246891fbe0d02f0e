using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Data comes from elsewhere: nobody can say what it is.
public interface IDataSource
{
    IDataView Train { get; }
    IDataView Test { get; }
}

public sealed class Service
{
    private readonly MLContext _ml;
    private readonly IDataSource _source;

    public Service(MLContext ml, IDataSource source)
    {
        _ml = ml;
        _source = source;
    }

    public double Run(IEstimator<ITransformer> pipeline)
    {
        var model = pipeline.Fit(_source.Train);
        return _ml.Regression.Evaluate(model.Transform(_source.Test)).RSquared;
    }

    public double TrainingError(IEstimator<ITransformer> pipeline)
    {
        var model = pipeline.Fit(_source.Train);
        return _ml.Regression.Evaluate(model.Transform(_source.Train)).RSquared;
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
