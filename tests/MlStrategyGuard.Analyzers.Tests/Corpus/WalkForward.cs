using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Each slice is measured with the model of the slice before it.
public static class WalkForward
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var rows = ml.Data.LoadFromTextFile<Row>("rows.csv");
        ITransformer? model = null;
        for (var i = 0; i < 5; i++)
        {
            var slice = ml.Data.TakeRows(ml.Data.SkipRows(rows, i * 100), 100);
            if (model is not null)
                Console.WriteLine(ml.Regression.Evaluate(model.Transform(slice)).RSquared);
            model = ml.Regression.Trainers.Sdca(featureColumnName: "A").Fit(slice);
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
