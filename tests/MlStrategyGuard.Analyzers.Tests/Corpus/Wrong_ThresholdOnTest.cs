using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Threshold
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(split.TrainSet);
        var best = Tune(ml, model, split.TestSet);
        Console.WriteLine(best);
    }

    private static float Tune(MLContext ml, BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<Microsoft.ML.Trainers.LinearBinaryModelParameters, Microsoft.ML.Calibrators.PlattCalibrator>> model, IDataView rows)
    {
        var best = 0.5f;
        var top = 0.0;
        foreach (var limit in new[] { 0.3f, 0.5f, 0.7f })
        {
            var tuned = ml.BinaryClassification.ChangeModelThreshold(model, limit);
            var metrics = ml.BinaryClassification.Evaluate(tuned.Transform(rows));
            if (metrics.F1Score > top) // expect: MLS5105
                (best, top) = (limit, metrics.F1Score);
        }

        return best;
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
