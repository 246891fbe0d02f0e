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
        var data = ml.Data.LoadFromTextFile<Rating>("ratings.csv");
        var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: nameof(Rating.UserId)); // expect: MLS5202
        var model = ml.Transforms.Concatenate("Features", "MovieId").Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Rating
{
    [LoadColumn(0)] public float UserId { get; set; }
    [LoadColumn(1)] public float MovieId { get; set; }
    [LoadColumn(2)] public float Label { get; set; }
}
