using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;

namespace Microsoft.ML;

public abstract class TrainCatalogBase
{
    private protected TrainCatalogBase()
    {
    }

    public sealed class CrossValidationResult<T>
        where T : class
    {
        public readonly T Metrics;
        public readonly ITransformer Model;
        public readonly IDataView ScoredHoldOutSet;
        public readonly int Fold;

        internal CrossValidationResult(ITransformer model, T metrics, IDataView scores, int fold)
        {
            Model = model;
            Metrics = metrics;
            ScoredHoldOutSet = scores;
            Fold = fold;
        }
    }

    public abstract class CatalogInstantiatorBase
    {
        private protected CatalogInstantiatorBase()
        {
        }
    }
}

public sealed class BinaryClassificationCatalog : TrainCatalogBase
{
    internal BinaryClassificationCatalog()
    {
    }

    public BinaryClassificationTrainers Trainers { get; } = new();

    public CalibratorsCatalog Calibrators { get; } = new();

    public sealed class CalibratorsCatalog
    {
        internal CalibratorsCatalog()
        {
        }

        public PlattCalibratorEstimator Platt(
            string labelColumnName = "Label", string scoreColumnName = "Score", string exampleWeightColumnName = null) =>
            throw StandIn.CannotRun();

        public FixedPlattCalibratorEstimator Platt(double slope, double offset, string scoreColumnName = "Score") =>
            throw StandIn.CannotRun();

        public NaiveCalibratorEstimator Naive(string labelColumnName = "Label", string scoreColumnName = "Score") =>
            throw StandIn.CannotRun();

        public IsotonicCalibratorEstimator Isotonic(
            string labelColumnName = "Label", string scoreColumnName = "Score", string exampleWeightColumnName = null) =>
            throw StandIn.CannotRun();
    }

    public sealed class BinaryClassificationTrainers : CatalogInstantiatorBase
    {
        internal BinaryClassificationTrainers()
        {
        }
    }

    public CalibratedBinaryClassificationMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string probabilityColumnName = "Probability",
        string predictedLabelColumnName = "PredictedLabel") =>
        throw StandIn.CannotRun();

    public BinaryClassificationMetrics EvaluateNonCalibrated(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel") =>
        throw StandIn.CannotRun();

    public CrossValidationResult<BinaryClassificationMetrics>[] CrossValidateNonCalibrated(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string samplingKeyColumnName = null,
        int? seed = null) =>
        throw StandIn.CannotRun();

    public CrossValidationResult<CalibratedBinaryClassificationMetrics>[] CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string samplingKeyColumnName = null,
        int? seed = null) =>
        throw StandIn.CannotRun();

    public BinaryPredictionTransformer<TModel> ChangeModelThreshold<TModel>(
        BinaryPredictionTransformer<TModel> model, float threshold)
        where TModel : class =>
        throw StandIn.CannotRun();
}

public sealed class MulticlassClassificationCatalog : TrainCatalogBase
{
    internal MulticlassClassificationCatalog()
    {
    }

    public MulticlassClassificationTrainers Trainers { get; } = new();

    public sealed class MulticlassClassificationTrainers : CatalogInstantiatorBase
    {
        internal MulticlassClassificationTrainers()
        {
        }
    }

    public MulticlassClassificationMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        int topKPredictionCount = 0) =>
        throw StandIn.CannotRun();

    public CrossValidationResult<MulticlassClassificationMetrics>[] CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string samplingKeyColumnName = null,
        int? seed = null) =>
        throw StandIn.CannotRun();
}

public sealed class RegressionCatalog : TrainCatalogBase
{
    internal RegressionCatalog()
    {
    }

    public RegressionTrainers Trainers { get; } = new();

    public sealed class RegressionTrainers : CatalogInstantiatorBase
    {
        internal RegressionTrainers()
        {
        }
    }

    public RegressionMetrics Evaluate(
        IDataView data, string labelColumnName = "Label", string scoreColumnName = "Score") =>
        throw StandIn.CannotRun();

    public CrossValidationResult<RegressionMetrics>[] CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string samplingKeyColumnName = null,
        int? seed = null) =>
        throw StandIn.CannotRun();
}
