using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Each month's model is measured on the next month, then a new one is fitted.
public static class Months
{
    public static void Main()
    {
        var ml = new MLContext(1);
        ITransformer? previous = null;
        foreach (var month in new[] { "january.csv", "february.csv", "march.csv" })
        {
            var rows = ml.Data.LoadFromTextFile<Row>(month);
            if (previous is not null)
                Console.WriteLine(ml.Regression.Evaluate(previous.Transform(rows)).RSquared);
            previous = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(rows);
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
