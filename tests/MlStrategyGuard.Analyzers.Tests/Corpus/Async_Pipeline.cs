using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Async steps and tasks.
public sealed class AsyncTrainer
{
    private readonly MLContext _ml = new(3);

    public async Task RunAsync()
    {
        var data = await LoadAsync("data/rows.csv");
        var split = _ml.Data.TrainTestSplit(data, 0.1);
        var model = await Task.Run(() => Train(split.TrainSet));
        var metrics = await EvaluateAsync(model, split.TestSet).ConfigureAwait(false);
        Console.WriteLine(metrics.RSquared);
    }

    private Task<IDataView> LoadAsync(string path) => Task.FromResult(_ml.Data.LoadFromTextFile<Row>(path));

    private ITransformer Train(IDataView rows) =>
        _ml.Transforms.Concatenate("Features", "A", "B").Append(_ml.Regression.Trainers.Sdca()).Fit(rows);

    private async Task<RegressionMetrics> EvaluateAsync(ITransformer model, IDataView rows)
    {
        await Task.Yield();
        return _ml.Regression.Evaluate(model.Transform(rows));
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
