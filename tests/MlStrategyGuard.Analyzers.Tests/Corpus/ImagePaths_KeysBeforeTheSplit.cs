using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Keys of labels and shuffling come before the split, as in the image samples.
public static class Images
{
    public static void Run()
    {
        var ml = new MLContext(seed: 1);
        var images = ml.Data.LoadFromEnumerable(Directory.GetFiles("images").Select(path => new Row { Shop = path }));
        var shuffled = ml.Data.ShuffleRows(images, seed: 1);
        var keyed = ml.Transforms.Conversion.MapValueToKey("LabelAsKey", "Shop")
            .Append(ml.Transforms.CopyColumns("Image", "Shop"))
            .Fit(shuffled)
            .Transform(shuffled);
        var split = ml.Data.TrainTestSplit(keyed, testFraction: 0.2);
        var rest = ml.Data.TrainTestSplit(split.TestSet, testFraction: 0.5);
        var pipeline = ml.MulticlassClassification.Trainers.ImageClassification(
                labelColumnName: "LabelAsKey", featureColumnName: "Image", validationSet: rest.TrainSet)
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(rest.TestSet), labelColumnName: "LabelAsKey");
        Console.WriteLine(metrics.MicroAccuracy);
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
