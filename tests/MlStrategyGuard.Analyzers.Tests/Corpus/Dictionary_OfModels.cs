using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Several models in a dictionary, compared on dev only.
public sealed class ModelZoo
{
    private readonly MLContext _ml = new(5);
    private readonly Dictionary<string, IEstimator<ITransformer>> _trainers = new();

    public ModelZoo()
    {
        _trainers["sdca"] = _ml.Regression.Trainers.Sdca();
        _trainers["ogd"] = _ml.Regression.Trainers.OnlineGradientDescent();
    }

    public string Best(string path)
    {
        var data = _ml.Data.LoadFromTextFile<Row>(path);
        var outer = _ml.Data.TrainTestSplit(data, 0.1);
        var inner = _ml.Data.TrainTestSplit(outer.TrainSet, 0.1);
        var results = new List<Result>();
        foreach (var pair in _trainers)
        {
            var model = _ml.Transforms.Concatenate("Features", "A", "B").Append(pair.Value).Fit(inner.TrainSet);
            var metrics = _ml.Regression.Evaluate(model.Transform(inner.TestSet));
            results.Add(new Result { Name = pair.Key, Model = model, Score = metrics.RSquared });
        }

        var best = results.OrderByDescending(result => result.Score).First();
        Console.WriteLine(_ml.Regression.Evaluate(best.Model!.Transform(outer.TestSet)).RSquared);
        return best.Name!;
    }

    private sealed class Result
    {
        public string? Name { get; set; }
        public ITransformer? Model { get; set; }
        public double Score { get; set; }
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
