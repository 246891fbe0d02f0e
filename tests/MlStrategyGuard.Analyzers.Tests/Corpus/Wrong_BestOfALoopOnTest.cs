using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var trainers = new List<IEstimator<ITransformer>>
        {
            ml.Regression.Trainers.Sdca(),
            ml.Regression.Trainers.FastTree(),
            ml.Regression.Trainers.LightGbm(),
        };
        ITransformer? best = null;
        double bestR2 = 0;
        foreach (var trainer in trainers)
        {
            var model = ml.Transforms.Concatenate("Features", "A", "B").Append(trainer).Fit(split.TrainSet);
            var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));
            if (metrics.RSquared > bestR2) // expect: MLS5102
            {
                bestR2 = metrics.RSquared;
                best = model;
            }
        }

        ml.Model.Save(best!, null, "best.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
