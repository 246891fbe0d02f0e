using Microsoft.ML;
using Microsoft.ML.Data;

// Predicts a penguin's species, with a mistake: the model learns from the rows that it is judged on.
var ml = new MLContext(seed: 1);
var penguins = ml.Data.LoadFromTextFile<Penguin>("data/penguins.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(penguins, testFraction: 0.25);

var pipeline = ml.Transforms.Conversion.MapValueToKey("Label")
    .Append(ml.Transforms.Concatenate("Features", nameof(Penguin.BillLength), nameof(Penguin.FlipperLength)))
    .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy());

var model = pipeline.Fit(split.TestSet);
var metrics = ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"Accuracy {metrics.MicroAccuracy:0.000}");

internal sealed class Penguin
{
    [LoadColumn(0)]
    [ColumnName("Label")]
    public string? Species { get; set; }

    [LoadColumn(2)]
    public float BillLength { get; set; }

    [LoadColumn(4)]
    public float FlipperLength { get; set; }
}
