using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// A score of each declared set.
public static class LadderOfFiles
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var train = ml.Data.LoadFromTextFile<Row>("data/web.csv");
        var trainDev = ml.Data.LoadFromTextFile<Row>("data/web-held-out.csv");
        var dev = ml.Data.LoadFromTextFile<Row>("data/phone-dev.csv");
        var test = ml.Data.LoadFromTextFile<Row>("data/phone-test.csv");
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(train)).RSquared);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(trainDev)).RSquared);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(dev)).RSquared);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
