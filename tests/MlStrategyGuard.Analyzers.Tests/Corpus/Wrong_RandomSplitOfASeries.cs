using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

public static class Sales
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var days = ml.Data.LoadFromTextFile<Row>("days.csv");
        var split = ml.Data.TrainTestSplit(days, testFraction: 0.2); // expect: MLS5206
        var model = ml.Forecasting.ForecastBySsa("Forecast", "A", 7, 30, 365, 7).Fit(split.TrainSet);
        Console.WriteLine(model.Transform(split.TestSet).GetRowCount());
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
