using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Rows of a database, in the order of their key.
public static class FromDatabase
{
    private const string Rides = "SELECT A, B, Label FROM Rides ORDER BY Id";

    public static void Run(string connection)
    {
        var ml = new MLContext(1);
        var source = new DatabaseSource(new object(), connection, Rides);
        var data = ml.Data.CreateDatabaseLoader<Row>().Load(source);
        var split = ml.Data.TrainTestSplit(data, 0.2);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
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
