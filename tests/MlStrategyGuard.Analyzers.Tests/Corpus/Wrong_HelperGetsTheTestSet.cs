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
        var ml = new MLContext(seed: 0);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"));
        var model = Train(ml, split.TestSet); // expect: MLS5001
        Evaluate(ml, model, split.TestSet);
    }

    private static ITransformer Train(MLContext ml, IDataView rows)
    {
        var pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        return pipeline.Fit(rows);
    }

    private static void Evaluate(MLContext ml, ITransformer model, IDataView rows) =>
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(rows)).RSquared);
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
