using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A forecast in order of time.
public static class Forecasting
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("bikes.csv");
        var first = ml.Data.FilterRowsByColumn(data, "B", upperBound: 1);
        var second = ml.Data.FilterRowsByColumn(data, "B", lowerBound: 1);
        var model = ml.Forecasting.ForecastBySsa("Forecast", "A", 7, 30, 365, 7).Fit(first);
        var predictions = model.Transform(second);
        Console.WriteLine(predictions.GetRowCount());
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
