using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Hotels
{
    public static void Main()
    {
        var ml = new MLContext(0);
        var data = ml.Data.LoadFromTextFile<Offer>("hotels.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2, samplingKeyColumnName: "GroupId");
        var trainer = ml.Ranking.Trainers.FastTree(rowGroupColumnName: "GroupId");
        var model = trainer.Fit(split.TrainSet);
        var metrics = ml.Ranking.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.NormalizedDiscountedCumulativeGains[0]);
    }
}

public sealed class Offer
{
    public uint Label { get; set; }
    public string? GroupId { get; set; }
    public float[]? Features { get; set; }
}
