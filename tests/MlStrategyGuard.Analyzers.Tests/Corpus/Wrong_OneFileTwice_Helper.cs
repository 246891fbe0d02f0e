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
        var train = Load(ml, "rows.csv");
        var test = Load(ml, "rows.csv"); // expect: MLS5005
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(train);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }

    private static IDataView Load(MLContext ml, string name) => ml.Data.LoadFromTextFile<Row>(Path.Combine("data", name), ',');
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
