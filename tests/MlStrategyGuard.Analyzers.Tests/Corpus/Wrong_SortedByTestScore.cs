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
        var results = new List<(string Name, ITransformer Model, double Score)>();
        foreach (var leaves in new[] { 10, 20, 30 })
        {
            var model = ml.Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet);
            var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));
            results.Add(($"{leaves} leaves", model, metrics.RSquared));
        }

        var winner = results.OrderByDescending(result => result.Score).First(); // expect: MLS5102
        Console.WriteLine(winner.Name);
        ml.Model.Save(winner.Model, null, "winner.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
