using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Rows without labels are added to the training part; the test part stays apart.
public static class SemiSupervised
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var unlabeled = ml.Data.LoadFromTextFile<Row>("unlabeled.csv");
        var model = ml.Regression.Trainers.Sdca(featureColumnName: "A").Fit(split.TrainSet);
        for (var round = 0; round < 3; round++)
        {
            var guessed = ml.Data.CreateEnumerable<Row>(model.Transform(unlabeled), reuseRowObject: false);
            var labeled = ml.Data.CreateEnumerable<Row>(split.TrainSet, reuseRowObject: false);
            model = ml.Regression.Trainers.Sdca(featureColumnName: "A").Fit(ml.Data.LoadFromEnumerable(labeled.Concat(guessed)));
        }

        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
