using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The shape of the transfer-learning sample.
public static class Program
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 1);
        var images = mlContext.Data.LoadFromTextFile<Row>("images.tsv");
        var shuffled = mlContext.Transforms.Conversion.MapValueToKey("LabelAsKey", "Shop").Fit(images).Transform(images);
        var trainTestData = mlContext.Data.TrainTestSplit(shuffled, testFraction: 0.2);
        IDataView trainDataView = trainTestData.TrainSet;
        IDataView testDataView = trainTestData.TestSet;
        var pipeline = mlContext.MulticlassClassification.Trainers
            .ImageClassification(featureColumnName: "Image", labelColumnName: "LabelAsKey", validationSet: testDataView) // expect: MLS5101
            .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        ITransformer trainedModel = pipeline.Fit(trainDataView);
        EvaluateModel(mlContext, testDataView, trainedModel);
        mlContext.Model.Save(trainedModel, trainDataView.Schema, "model.zip");
    }

    private static void EvaluateModel(MLContext mlContext, IDataView testDataset, ITransformer trainedModel)
    {
        var predictions = trainedModel.Transform(testDataset);
        var metrics = mlContext.MulticlassClassification.Evaluate(predictions, labelColumnName: "LabelAsKey");
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
