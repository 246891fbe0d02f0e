using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A loop over trainers that chooses on dev and looks at test once.
public static class Choosing
{
    public static void Run(string path)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var devSplit = ml.Data.TrainTestSplit(split.TrainSet, 0.25);
        var features = ml.Transforms.Concatenate("Features", "A", "B");
        var candidates = new (string Name, IEstimator<ITransformer> Trainer)[]
        {
            ("sdca", ml.Regression.Trainers.Sdca()),
            ("tree", ml.Regression.Trainers.FastTree()),
            ("forest", ml.Regression.Trainers.FastForest()),
        };

        ITransformer? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var (name, trainer) in candidates)
        {
            var model = features.Append(trainer).Fit(devSplit.TrainSet);
            var score = ml.Regression.Evaluate(model.Transform(devSplit.TestSet)).RSquared;
            Console.WriteLine($"{name}: {score}");
            if (score > bestScore)
            {
                bestScore = score;
                best = model;
            }
        }

        Console.WriteLine(ml.Regression.Evaluate(best!.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
