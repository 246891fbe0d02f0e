using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Trials of the program's own, measured on dev; the winner meets the test part once.
public static class OwnTrials
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var outer = ml.Data.TrainTestSplit(data, 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var experiment = ml.Auto().CreateExperiment().SetTrainingTimeInSeconds(60);
        experiment.SetTrialRunner(new TreeRunner(ml, inner.TrainSet, inner.TestSet));
        var result = experiment.Run();
        Console.WriteLine(ml.Regression.Evaluate(result.Model.Transform(outer.TestSet)).RSquared);
    }
}

public sealed class TreeRunner : ITrialRunner
{
    private readonly MLContext _ml;
    private readonly IDataView _train;
    private readonly IDataView _dev;

    public TreeRunner(MLContext ml, IDataView train, IDataView dev)
    {
        _ml = ml;
        _train = train;
        _dev = dev;
    }

    public Task<TrialResult> RunAsync(TrialSettings settings, CancellationToken ct)
    {
        var model = _ml.Regression.Trainers.FastTree(numberOfLeaves: 2 + settings.TrialId).Fit(_train);
        var metrics = _ml.Regression.Evaluate(model.Transform(_dev));
        return Task.FromResult(new TrialResult { TrialSettings = settings, Model = model, Metric = metrics.RSquared, Loss = -metrics.RSquared });
    }

    public void Dispose()
    {
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
