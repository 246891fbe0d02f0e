namespace Microsoft.ML.Data;

public sealed class ConfusionMatrix
{
    internal ConfusionMatrix()
    {
    }

    public IReadOnlyList<double> PerClassPrecision => throw StandIn.CannotRun();
    public IReadOnlyList<double> PerClassRecall => throw StandIn.CannotRun();
    public IReadOnlyList<IReadOnlyList<double>> Counts => throw StandIn.CannotRun();
    public int NumberOfClasses => throw StandIn.CannotRun();

    public string GetFormattedConfusionTable() => throw StandIn.CannotRun();
}

public class BinaryClassificationMetrics
{
    private protected BinaryClassificationMetrics()
    {
    }

    public double AreaUnderRocCurve => throw StandIn.CannotRun();
    public double Accuracy => throw StandIn.CannotRun();
    public double PositivePrecision => throw StandIn.CannotRun();
    public double PositiveRecall => throw StandIn.CannotRun();
    public double NegativePrecision => throw StandIn.CannotRun();
    public double NegativeRecall => throw StandIn.CannotRun();
    public double F1Score => throw StandIn.CannotRun();
    public double AreaUnderPrecisionRecallCurve => throw StandIn.CannotRun();
    public ConfusionMatrix ConfusionMatrix => throw StandIn.CannotRun();
}

public sealed class CalibratedBinaryClassificationMetrics : BinaryClassificationMetrics
{
    internal CalibratedBinaryClassificationMetrics()
    {
    }

    public double LogLoss => throw StandIn.CannotRun();
    public double LogLossReduction => throw StandIn.CannotRun();
    public double Entropy => throw StandIn.CannotRun();
}

public sealed class MulticlassClassificationMetrics
{
    internal MulticlassClassificationMetrics()
    {
    }

    public double LogLoss => throw StandIn.CannotRun();
    public double LogLossReduction => throw StandIn.CannotRun();
    public double MacroAccuracy => throw StandIn.CannotRun();
    public double MicroAccuracy => throw StandIn.CannotRun();
    public double TopKAccuracy => throw StandIn.CannotRun();
    public int TopKPredictionCount => throw StandIn.CannotRun();
    public IReadOnlyList<double> TopKAccuracyForAllK => throw StandIn.CannotRun();
    public IReadOnlyList<double> PerClassLogLoss => throw StandIn.CannotRun();
    public ConfusionMatrix ConfusionMatrix => throw StandIn.CannotRun();
}

public sealed class RegressionMetrics
{
    internal RegressionMetrics()
    {
    }

    public double MeanAbsoluteError => throw StandIn.CannotRun();
    public double MeanSquaredError => throw StandIn.CannotRun();
    public double RootMeanSquaredError => throw StandIn.CannotRun();
    public double LossFunction => throw StandIn.CannotRun();
    public double RSquared => throw StandIn.CannotRun();
}
