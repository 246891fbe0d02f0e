using Microsoft.ML;
using Microsoft.ML.Data;

// Predicts whether people call their health good: fitted on one part of the data, judged on the other.
var ml = new MLContext(seed: 1);
var people = ml.Data.LoadFromTextFile<Person>("data/randhie.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(people, testFraction: 0.25);

var pipeline = ml.Transforms.Concatenate("Features", nameof(Person.Visits), nameof(Person.Diseases))
    .Append(ml.Transforms.NormalizeMinMax("Features"))
    .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression());

var model = pipeline.Fit(split.TrainSet);
var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"F1 {metrics.F1Score:0.000}");

internal sealed class Person
{
    [LoadColumn(0)]
    public float Visits { get; set; }

    [LoadColumn(6)]
    public float Diseases { get; set; }

    [LoadColumn(7)]
    [ColumnName("Label")]
    public bool IsHealthy { get; set; }
}
