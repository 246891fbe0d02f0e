using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// One command trains, another one evaluates the saved model.
public static class Commands
{
    public static void Main(string[] args)
    {
        if (args[0] == "train")
            Train(args[1]);
        else
            Test(args[1]);
    }

    private static void Train(string path)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(data);
        Console.WriteLine("train " + ml.Regression.Evaluate(model.Transform(data)).RSquared);
        ml.Model.Save(model, data.Schema, "model.zip");
    }

    private static void Test(string path)
    {
        var ml = new MLContext(1);
        var model = ml.Model.Load("model.zip", out _);
        var data = ml.Data.LoadFromTextFile<Row>(path);
        Console.WriteLine("test " + ml.Regression.Evaluate(model.Transform(data)).RSquared);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
