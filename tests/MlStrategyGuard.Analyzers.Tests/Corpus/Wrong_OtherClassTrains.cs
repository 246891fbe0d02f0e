using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Row>("rows.csv"), 0.2);
        var trainer = new ModelTrainer(ml);
        trainer.Train(split.TestSet); // expect: MLS5001
        Console.WriteLine(trainer.Score(split.TestSet));
    }
}

public sealed class ModelTrainer
{
    private readonly MLContext _ml;

    public ModelTrainer(MLContext ml) => _ml = ml;

    public ITransformer? Model { get; private set; }

    public void Train(IDataView rows) => Model = _ml.Regression.Trainers.Sdca().Fit(rows);

    public double Score(IDataView rows) => _ml.Regression.Evaluate(Model!.Transform(rows)).RSquared;
}

public sealed class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string? Shop { get; set; }
    [LoadColumn(3)] public float Label { get; set; }
}
