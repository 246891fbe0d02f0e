using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// One model, measured on each group: the lowest score is what is looked for.
public static class Groups
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca()).Fit(split.TrainSet);
        var lowest = (Group: 0, Score: double.MaxValue);
        for (var group = 0; group < 10; group++)
        {
            var rows = ml.Data.FilterRowsByColumn(split.TestSet, "B", group, group + 1);
            var score = ml.Regression.Evaluate(model.Transform(rows)).RSquared;
            if (score < lowest.Score)
                lowest = (group, score);
        }

        Console.WriteLine(lowest);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
