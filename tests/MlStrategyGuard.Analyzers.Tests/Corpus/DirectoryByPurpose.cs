using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The same file name in two folders.
public static class Folders
{
    public static void Run(string trainFolder, string testFolder)
    {
        var ml = new MLContext(1);
        var train = Load(ml, trainFolder);
        var test = Load(ml, testFolder);
        var model = ml.BinaryClassification.Trainers.LightGbm().Fit(train);
        Console.WriteLine(ml.BinaryClassification.EvaluateNonCalibrated(model.Transform(test)).F1Score);
    }

    private static IDataView Load(MLContext ml, string folder) =>
        ml.Data.Cache(ml.Data.LoadFromTextFile<Row>(Path.Combine(folder, "rows.csv")));
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
