using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// The shape of many samples: Main with static helpers.
internal static class Program
{
    private static readonly string ModelPath = Path.Combine("MLModels", "model.zip");

    public static void Main(string[] args)
    {
        var mlContext = new MLContext(seed: 1);
        var (trainData, testData) = LoadData(mlContext, GetAbsolutePath("../../Data/wiki.tsv"));
        ITransformer model = BuildAndTrainModel(mlContext, trainData);
        EvaluateModel(mlContext, testData, model);
        Predict(mlContext, model);
        mlContext.Model.Save(model, trainData.Schema, ModelPath);
    }

    private static (IDataView, IDataView) LoadData(MLContext mlContext, string path)
    {
        IDataView dataView = mlContext.Data.LoadFromTextFile<Row>(path, hasHeader: true);
        var split = mlContext.Data.TrainTestSplit(dataView, testFraction: 0.2);
        return (split.TrainSet, split.TestSet);
    }

    private static ITransformer BuildAndTrainModel(MLContext mlContext, IDataView trainSet)
    {
        var estimator = mlContext.Transforms.Text.FeaturizeText("Features", "Shop")
            .Append(mlContext.BinaryClassification.Trainers.SdcaLogisticRegression(labelColumnName: "Label"));
        return estimator.Fit(trainSet);
    }

    private static void EvaluateModel(MLContext mlContext, IDataView testSet, ITransformer model)
    {
        var predictions = model.Transform(testSet);
        CalibratedBinaryClassificationMetrics metrics = mlContext.BinaryClassification.Evaluate(predictions, "Label");
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P2} AUC {metrics.AreaUnderRocCurve:P2} F1 {metrics.F1Score:P2}");
    }

    private static void Predict(MLContext mlContext, ITransformer model)
    {
        var engine = mlContext.Model.CreatePredictionEngine<Row, Prediction>(model);
        Console.WriteLine(engine.Predict(new Row { Shop = "x" }).Score);
    }

    private static string GetAbsolutePath(string relativePath)
    {
        var root = new FileInfo(typeof(Program).Assembly.Location);
        return Path.Combine(root.Directory!.FullName, relativePath);
    }

    private sealed class Prediction
    {
        public float Score { get; set; }
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
