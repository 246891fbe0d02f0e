using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Options
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        var split = args.Length > 1 ? ml.Data.TrainTestSplit(data, 0.1) : ml.Data.TrainTestSplit(data, 0.2);
        IEstimator<ITransformer> trainer = args[0] switch
        {
            "tree" => ml.Regression.Trainers.FastTree(),
            "gbm" => ml.Regression.Trainers.LightGbm(),
            _ => ml.Regression.Trainers.Sdca(),
        };
        try
        {
            var model = ml.Transforms.Concatenate("Features", "A", "B").Append(trainer).Fit(split.TrainSet);
            using var stream = File.Create("model.zip");
            ml.Model.Save(model, data.Schema, stream);
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
        }
        catch (InvalidOperationException failure)
        {
            Console.WriteLine(failure.Message);
        }
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
