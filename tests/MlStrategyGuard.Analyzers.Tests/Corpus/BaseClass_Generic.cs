using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A base class that trains, derived classes that say what.
public abstract class TrainerBase<TMetrics>
    where TMetrics : class
{
    protected readonly MLContext Ml = new(seed: 11);
    private DataOperationsCatalog.TrainTestData _split;
    private ITransformer? _model;

    public void Fit(string path)
    {
        var data = Ml.Data.LoadFromTextFile<Row>(path, ',', true);
        _split = Ml.Data.TrainTestSplit(data, testFraction: 0.3);
        _model = Prepare().Append(CreateTrainer()).Fit(_split.TrainSet);
    }

    public TMetrics Evaluate() => Measure(_model!.Transform(_split.TestSet));

    protected abstract IEstimator<ITransformer> CreateTrainer();

    protected abstract TMetrics Measure(IDataView scored);

    private EstimatorChain<Microsoft.ML.Transforms.NormalizingTransformer> Prepare() =>
        Ml.Transforms.Concatenate("Features", "A", "B").Append(Ml.Transforms.NormalizeMinMax("Features", "Features"));
}

public sealed class TreeTrainer : TrainerBase<RegressionMetrics>
{
    protected override IEstimator<ITransformer> CreateTrainer() => Ml.Regression.Trainers.FastTree();

    protected override RegressionMetrics Measure(IDataView scored) => Ml.Regression.Evaluate(scored);
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
