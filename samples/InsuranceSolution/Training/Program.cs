using InsuranceSolution.Scoring;
using Microsoft.ML;
using Microsoft.ML.AutoML;

// Looks for the best model by itself, and for the best in another sense than the strategy's.
var ml = new MLContext(seed: 1);
var people = ml.Data.LoadFromTextFile<Person>("../../HealthSurvey/data/randhie.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(people, testFraction: 0.25);

var settings = new BinaryExperimentSettings { MaxExperimentTimeInSeconds = 60, OptimizingMetric = BinaryClassificationMetric.Accuracy };
var result = ml.Auto().CreateBinaryClassificationExperiment(settings).Execute(split.TrainSet, labelColumnName: "Label");
var metrics = ml.BinaryClassification.Evaluate(result.BestRun.Model.Transform(split.TestSet));
Console.WriteLine($"F1 {metrics.F1Score:0.000}");
