using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Validate, refit on train and validation, test once, refit on everything and only predict.
public static class WebRanking
{
    public static void Main()
    {
        var ml = new MLContext(0);
        var loader = ml.Data.CreateTextLoader<Query>(separatorChar: '\t', hasHeader: true);
        var train = loader.Load("train.tsv");
        var validation = loader.Load("validation.tsv");
        var test = loader.Load("test.tsv");
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label")
            .Append(ml.Transforms.Conversion.Hash("GroupId", "GroupId", numberOfBits: 20))
            .Append(ml.Ranking.Trainers.LightGbm(labelColumnName: "Label", rowGroupColumnName: "GroupId"));

        var model = pipeline.Fit(train);
        Print(ml.Ranking.Evaluate(model.Transform(validation)));

        var both = loader.Load("train.tsv", "validation.tsv");
        model = pipeline.Fit(both);
        Print(ml.Ranking.Evaluate(model.Transform(test)));

        var all = loader.Load("train.tsv", "validation.tsv", "test.tsv");
        model = pipeline.Fit(all);
        ml.Model.Save(model, null, "model.zip");
        var some = ml.Data.TakeRows(model.Transform(test), 10);
        Console.WriteLine(some.GetRowCount());
    }

    private static void Print(RankingMetrics metrics) =>
        Console.WriteLine(string.Join(", ", metrics.NormalizedDiscountedCumulativeGains));
}

public sealed class Query
{
    [LoadColumn(0)] public uint Label { get; set; }
    [LoadColumn(1)] public uint GroupId { get; set; }
    [LoadColumn(2, 133)] public float[]? Features { get; set; }
}
