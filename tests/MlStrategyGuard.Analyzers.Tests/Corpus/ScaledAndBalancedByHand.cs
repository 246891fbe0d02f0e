using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Scales and balances the training part by hand, with figures of its own; the test part is scaled with the same figures.
public static class ByHand
{
    public static void Run()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var all = ml.Data.CreateEnumerable<Row>(data, false).ToList();
        var everything = ml.Data.LoadFromEnumerable(all);
        var split = ml.Data.TrainTestSplit(everything, 0.2);
        var learned = ml.Data.CreateEnumerable<Row>(split.TrainSet, false).ToList();
        var top = Top(learned);
        var balanced = Even(learned);
        var train = ml.Data.LoadFromEnumerable(balanced.Select(row => new Row { A = row.A / top, B = row.B, Label = row.Label }));
        var test = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Row>(split.TestSet, false).Select(row => new Row { A = row.A / top, B = row.B, Label = row.Label }));
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }

    private static float Top(List<Row> rows) => rows.Max(row => row.A);

    private static List<Row> Even(List<Row> rows) => rows.GroupBy(row => row.Label).SelectMany(group => group.Take(500)).ToList();

    private static List<Row> EvenByShop(List<Row> rows) => rows.GroupBy(row => row.Shop).SelectMany(group => group.Take(500)).ToList();

    private static List<Row> Half(List<Row> rows) => rows.GroupBy(row => row.Label).SelectMany(group => group.Take(group.Count() / 2)).ToList();
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
