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
        var train = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = ml.Data.TrainTestSplit(train, 0.2);
        var tree = ml.Regression.Trainers.FastTree().Fit(split.TrainSet);
        var forest = ml.Regression.Trainers.FastForest().Fit(split.TrainSet);
        var treeScore = Rmse(ml, tree, split.TestSet);
        var forestScore = Rmse(ml, forest, split.TestSet);
        ITransformer shipped = treeScore < forestScore ? tree : forest; // expect: MLS5102
        ml.Model.Save(shipped, train.Schema, "model.zip");
    }

    private static double Rmse(MLContext ml, ITransformer model, IDataView rows) =>
        ml.Regression.Evaluate(model.Transform(rows)).RootMeanSquaredError;
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
