using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Choice
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var train = ml.Data.LoadFromTextFile<Row>("train.csv");
        var dev = ml.Data.LoadFromTextFile<Row>("dev.csv");
        ITransformer? best = null;
        RegressionMetrics? top = null;
        foreach (var leaves in new[] { 5, 20 })
        {
            var model = ml.Regression.Trainers.FastTree(labelColumnName: "Label", numberOfLeaves: leaves).Fit(train);
            var metrics = ml.Regression.Evaluate(model.Transform(dev), "Label");
            if (top is null)
            {
                best = model;
                top = metrics;
            }
            else if (metrics.RSquared > top.RSquared && metrics.MeanAbsoluteError < top.MeanAbsoluteError) // expect: MLS6001
            {
                best = model;
                top = metrics;
            }
        }

        ml.Model.Save(best!, train.Schema, "best.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
