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
        Split(ml, out var train, out var test);
        Console.WriteLine(train.GetRowCount());
        var model = ml.Regression.Trainers.Sdca(featureColumnName: "A").Fit(test); // expect: MLS5001
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }

    private static void Split(MLContext ml, out IDataView train, out IDataView test)
    {
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        train = split.TrainSet;
        test = split.TestSet;
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
