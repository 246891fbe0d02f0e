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
        var data = ml.Data.LoadFromTextFile<Offer>("hotels.csv");
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.2); // expect: MLS5204
        var pipeline = ml.Transforms.Conversion.Hash("GroupId").Append(ml.Ranking.Trainers.LightGbm());
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.Ranking.Evaluate(model.Transform(split.TestSet)).NormalizedDiscountedCumulativeGains[0]);
    }
}

public sealed class Offer
{
    public uint Label { get; set; }
    public string? GroupId { get; set; }
    public float[]? Features { get; set; }
}
