using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Ways of using scores that are right.
public static class ScoreIdioms
{
    public static void Overfitting()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var advice = "none";
        var model = Pipeline(ml).Fit(split.TrainSet);
        var train = ml.Regression.Evaluate(model.Transform(split.TrainSet));
        var test = ml.Regression.Evaluate(model.Transform(split.TestSet));
        if (train.RSquared > test.RSquared + 0.1)
            advice = "regularize";
        if (test.RootMeanSquaredError > 2 * test.MeanAbsoluteError)
            advice = "outliers";
        Console.WriteLine(advice);
    }

    public static void BeatsTheBaseline()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        ITransformer best = Pipeline(ml).Fit(inner.TrainSet);
        var bestError = 1 - ml.Regression.Evaluate(best.Transform(inner.TestSet)).RSquared;
        foreach (var leaves in new[] { 5, 20 })
        {
            var model = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.FastTree(numberOfLeaves: leaves)).Fit(inner.TrainSet);
            var error = 1 - ml.Regression.Evaluate(model.Transform(inner.TestSet)).RSquared;
            if (error < bestError)
                (best, bestError) = (model, error);
        }

        Console.WriteLine(ml.Regression.Evaluate(best.Transform(outer.TestSet)).RSquared);
        ml.Model.Save(best, outer.TrainSet.Schema, "best.zip");
    }

    public static void SeedsAndSettings()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var means = new Dictionary<int, double>();
        foreach (var leaves in new[] { 5, 10, 20 })
        {
            var scores = new List<double>();
            for (var seed = 0; seed < 3; seed++)
            {
                var model = new MLContext(seed).Regression.Trainers.FastTree(numberOfLeaves: leaves).Fit(inner.TrainSet);
                scores.Add(ml.Regression.Evaluate(model.Transform(inner.TestSet)).RSquared);
            }

            means[leaves] = scores.Average();
        }

        var chosen = means.OrderByDescending(pair => pair.Value).First().Key;
        var final = ml.Regression.Trainers.FastTree(numberOfLeaves: chosen).Fit(outer.TrainSet);
        Console.WriteLine(ml.Regression.Evaluate(final.Transform(outer.TestSet)).RSquared);
        ml.Model.Save(ml.Regression.Trainers.FastTree(numberOfLeaves: chosen).Fit(ml.Data.LoadFromTextFile<Row>("rows.csv")), null, "final.zip");
    }

    public static void Reports()
    {
        var ml = new MLContext(1);
        var outer = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var inner = ml.Data.TrainTestSplit(outer.TrainSet, 0.2);
        var model = Pipeline(ml).Fit(inner.TrainSet);
        var lines = new[] { ("train", inner.TrainSet), ("dev", inner.TestSet), ("test", outer.TestSet) }
            .Select(set => (set.Item1, ml.Regression.Evaluate(model.Transform(set.Item2)).RSquared))
            .OrderByDescending(line => line.RSquared);
        foreach (var line in lines)
            Console.WriteLine(line);
        foreach (var age in new[] { 10.0, 20.0 })
        {
            var slice = ml.Data.FilterRowsByColumn(outer.TestSet, "A", age, age + 10);
            Console.WriteLine(ml.Regression.Evaluate(model.Transform(slice)).RSquared);
        }
    }

    public static void ScalerAndModelSavedApart()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var scaler = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Transforms.NormalizeMinMax("Features")).Fit(split.TrainSet);
        var model = ml.Regression.Trainers.Sdca().Fit(scaler.Transform(split.TrainSet));
        var test = scaler.Transform(split.TestSet);
        Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);
        ml.Model.Save(scaler, split.TrainSet.Schema, "scaler.zip");
        ml.Model.Save(model, test.Schema, "model.zip");
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
