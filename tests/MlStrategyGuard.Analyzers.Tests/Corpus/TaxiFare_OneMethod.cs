using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

// Predicts a price from one file, split once, measured once.
public static class TaxiFare
{
    public static void Main()
    {
        var mlContext = new MLContext(seed: 0);
        IDataView fullData = mlContext.Data.LoadFromTextFile<Row>("taxi-fare.csv", separatorChar: ',', hasHeader: true);
        var trainTestSplit = mlContext.Data.TrainTestSplit(fullData, testFraction: 0.2);
        IDataView trainingData = trainTestSplit.TrainSet;
        IDataView testData = trainTestSplit.TestSet;

        var dataProcess = mlContext.Transforms.Concatenate("Features", "A", "B")
            .Append(mlContext.Transforms.NormalizeMeanVariance("Features"));
        var trainer = mlContext.Regression.Trainers.Sdca(labelColumnName: "Label", featureColumnName: "Features");
        var trainingPipeline = dataProcess.Append(trainer);

        var trainedModel = trainingPipeline.Fit(trainingData);
        IDataView predictions = trainedModel.Transform(testData);
        var metrics = mlContext.Regression.Evaluate(predictions, labelColumnName: "Label", scoreColumnName: "Score");
        Console.WriteLine($"R2 {metrics.RSquared:0.##}, RMSE {metrics.RootMeanSquaredError:#.##}");

        mlContext.Model.Save(trainedModel, trainingData.Schema, "model.zip");
    }
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
