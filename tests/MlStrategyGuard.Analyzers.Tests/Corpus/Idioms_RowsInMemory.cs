using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Ways of dealing out rows in memory that are right.
public static class RowIdioms
{
    public static void Embargo()
    {
        var ml = new MLContext(1);
        var data = ml.Data.LoadFromTextFile<Row>("months.csv");
        var train = ml.Data.FilterRowsByColumn(data, "A", upperBound: 2019);
        var test = ml.Data.FilterRowsByColumn(data, "A", lowerBound: 2020);
        var recent = ml.Data.FilterRowsByColumn(train, "A", lowerBound: 2018);
        var model = Pipeline(ml).Fit(train);
        Console.WriteLine("train " + ml.Regression.Evaluate(model.Transform(recent)).RSquared);
        Console.WriteLine("test " + ml.Regression.Evaluate(model.Transform(test)).RSquared);
    }

    public static void FoldsByHand()
    {
        var ml = new MLContext(1);
        var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("rows.csv"), false).ToList();
        for (var fold = 0; fold < 5; fold++)
        {
            var held = rows.Skip(fold * 100).Take(100).ToList();
            var rest = rows.Take(fold * 100).Concat(rows.Skip((fold + 1) * 100)).ToList();
            var model = Pipeline(ml).Fit(ml.Data.LoadFromEnumerable(rest));
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(held))).RSquared);
        }
    }

    public static void OldestAndNewest()
    {
        var ml = new MLContext(1);
        var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("rows.csv"), false).ToList();
        var train = rows.OrderBy(row => row.A).Take(1000).ToList();
        var test = rows.OrderByDescending(row => row.A).Take(100).ToList();
        var model = Pipeline(ml).Fit(ml.Data.LoadFromEnumerable(train));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(ml.Data.LoadFromEnumerable(test))).RSquared);
    }

    public static void MoreOfTheRareClassInTraining()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var rows = ml.Data.CreateEnumerable<Row>(split.TrainSet, false).ToList();
        var rare = rows.Where(row => row.Label > 0).ToList();
        var more = rows.Concat(rare).Concat(rare).OrderBy(row => row.B);
        var model = Pipeline(ml).Fit(ml.Data.LoadFromEnumerable(more));
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }

    public static void MonthsOfSeveralFiles()
    {
        var ml = new MLContext(1);
        var first = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("may.csv"), false);
        var second = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("june.csv"), false);
        var span = first.Max(row => row.A) - first.Min(row => row.A);
        Console.WriteLine($"{span} {first.Average(row => row.Label)}");
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(first.Concat(second).ToList()), 0.2);
        var model = Pipeline(ml).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }

    public static void SharesOfGroups()
    {
        var ml = new MLContext(1);
        var rows = ml.Data.CreateEnumerable<Row>(ml.Data.LoadFromTextFile<Row>("rows.csv"), false).ToList();
        foreach (var group in rows.GroupBy(row => row.Label).OrderBy(group => group.Key))
            Console.WriteLine($"{group.Key}: {group.Count()}, {group.Average(row => row.A)}");
        var shops = rows.GroupBy(row => row.Shop).ToDictionary(group => group.Key!, group => group.Count());
        var kept = rows.Where(row => shops[row.Shop!] > 3).ToList();
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(kept), 0.2, "Shop");
        var model = Pipeline(ml).Fit(split.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);
    }

    private static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
