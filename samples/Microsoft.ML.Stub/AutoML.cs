using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// Faithful in namespace, name and parameters; in the real packages an assembly of its own, Microsoft.ML.AutoML.
namespace Microsoft.ML
{
    public static class AutoMLExtension
    {
        public static AutoCatalog Auto(this MLContext mlContext) => throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.AutoML
{
    public enum BinaryClassificationMetric
    {
        Accuracy,
        AreaUnderRocCurve,
        AreaUnderPrecisionRecallCurve,
        F1Score,
        PositivePrecision,
        PositiveRecall,
        NegativePrecision,
        NegativeRecall,
    }

    public enum MulticlassClassificationMetric
    {
        MicroAccuracy,
        MacroAccuracy,
        LogLoss,
        LogLossReduction,
        TopKAccuracy,
    }

    public enum RegressionMetric
    {
        MeanAbsoluteError,
        MeanSquaredError,
        RootMeanSquaredError,
        RSquared,
    }

    public enum RankingMetric
    {
        Ndcg,
        Dcg,
    }

    public abstract class ExperimentSettings
    {
        public uint MaxExperimentTimeInSeconds { get; set; }
    }

    public sealed class BinaryExperimentSettings : ExperimentSettings
    {
        public BinaryClassificationMetric OptimizingMetric { get; set; }
    }

    public sealed class RegressionExperimentSettings : ExperimentSettings
    {
        public RegressionMetric OptimizingMetric { get; set; }
    }

    public sealed class MulticlassExperimentSettings : ExperimentSettings
    {
        public MulticlassClassificationMetric OptimizingMetric { get; set; }
    }

    public sealed class RankingExperimentSettings : ExperimentSettings
    {
        public RankingMetric OptimizingMetric { get; set; }
    }

    public sealed class RecommendationExperimentSettings : ExperimentSettings
    {
        public RegressionMetric OptimizingMetric { get; set; }
    }

    public sealed class ColumnInformation
    {
        public string LabelColumnName { get; set; }
        public string SamplingKeyColumnName { get; set; }
        public string GroupIdColumnName { get; set; }
    }

    public sealed class RunDetail<TMetrics>
    {
        internal RunDetail()
        {
        }

        public string TrainerName => throw StandIn.CannotRun();
        public TMetrics ValidationMetrics => throw StandIn.CannotRun();
        public ITransformer Model => throw StandIn.CannotRun();
        public IEstimator<ITransformer> Estimator => throw StandIn.CannotRun();
    }

    public sealed class ExperimentResult<TMetrics>
    {
        internal ExperimentResult()
        {
        }

        public RunDetail<TMetrics> BestRun => throw StandIn.CannotRun();
        public IEnumerable<RunDetail<TMetrics>> RunDetails => throw StandIn.CannotRun();
    }

    public sealed class CrossValidationRunDetail<TMetrics>
    {
        internal CrossValidationRunDetail()
        {
        }
    }

    public sealed class CrossValidationExperimentResult<TMetrics>
    {
        internal CrossValidationExperimentResult()
        {
        }

        public CrossValidationRunDetail<TMetrics> BestRun => throw StandIn.CannotRun();
    }

    public abstract class ExperimentBase<TMetrics, TExperimentSettings>
        where TMetrics : class
        where TExperimentSettings : ExperimentSettings
    {
        private protected ExperimentBase()
        {
        }

        public ExperimentResult<TMetrics> Execute(
            IDataView trainData,
            string labelColumnName = "Label",
            string samplingKeyColumn = null,
            IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null) =>
            throw StandIn.CannotRun();

        public ExperimentResult<TMetrics> Execute(
            IDataView trainData,
            ColumnInformation columnInformation,
            IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null) =>
            throw StandIn.CannotRun();

        public ExperimentResult<TMetrics> Execute(
            IDataView trainData,
            IDataView validationData,
            string labelColumnName = "Label",
            IEstimator<ITransformer> preFeaturizer = null,
            IProgress<RunDetail<TMetrics>> progressHandler = null) =>
            throw StandIn.CannotRun();

        public CrossValidationExperimentResult<TMetrics> Execute(
            IDataView trainData,
            uint numberOfCVFolds,
            string labelColumnName = "Label",
            string samplingKeyColumn = null,
            IEstimator<ITransformer> preFeaturizer = null,
            Progress<CrossValidationRunDetail<TMetrics>> progressHandler = null) =>
            throw StandIn.CannotRun();
    }

    public sealed class BinaryClassificationExperiment : ExperimentBase<BinaryClassificationMetrics, BinaryExperimentSettings>
    {
        internal BinaryClassificationExperiment()
        {
        }
    }

    public sealed class RegressionExperiment : ExperimentBase<RegressionMetrics, RegressionExperimentSettings>
    {
        internal RegressionExperiment()
        {
        }
    }

    public sealed class MulticlassClassificationExperiment : ExperimentBase<MulticlassClassificationMetrics, MulticlassExperimentSettings>
    {
        internal MulticlassClassificationExperiment()
        {
        }
    }

    public sealed class RankingExperiment : ExperimentBase<RankingMetrics, RankingExperimentSettings>
    {
        internal RankingExperiment()
        {
        }
    }

    public sealed class RecommendationExperiment : ExperimentBase<RegressionMetrics, RecommendationExperimentSettings>
    {
        internal RecommendationExperiment()
        {
        }
    }

    public sealed class SweepablePipeline
    {
        internal SweepablePipeline()
        {
        }
    }

    public class TrialSettings
    {
        public int TrialId { get; set; }
    }

    public class TrialResult
    {
        public TrialSettings TrialSettings { get; set; }
        public ITransformer Model { get; set; }
        public double Loss { get; set; }
        public double Metric { get; set; }
        public double DurationInMilliseconds { get; set; }
    }

    public interface ITrialRunner : IDisposable
    {
        Task<TrialResult> RunAsync(TrialSettings settings, CancellationToken ct);
    }

    public sealed class AutoMLExperiment
    {
        internal AutoMLExperiment()
        {
        }

        public AutoMLExperiment SetTrainingTimeInSeconds(uint trainingTimeInSeconds) => throw StandIn.CannotRun();

        public AutoMLExperiment SetMaxModelToExplore(int maxModel) => throw StandIn.CannotRun();

        public AutoMLExperiment SetTrialRunner<TTrialRunner>(TTrialRunner runner)
            where TTrialRunner : class, ITrialRunner =>
            throw StandIn.CannotRun();

        public AutoMLExperiment SetTrialRunner<TTrialRunner>(Func<IServiceProvider, TTrialRunner> factory)
            where TTrialRunner : class, ITrialRunner =>
            throw StandIn.CannotRun();

        public AutoMLExperiment SetTrialRunner<TTrialRunner>()
            where TTrialRunner : class, ITrialRunner =>
            throw StandIn.CannotRun();

        public TrialResult Run() => throw StandIn.CannotRun();

        public Task<TrialResult> RunAsync(CancellationToken ct = default) => throw StandIn.CannotRun();
    }

    public static class AutoMLExperimentExtension
    {
        public static AutoMLExperiment SetDataset(
            this AutoMLExperiment experiment, IDataView train, IDataView validation, bool subSamplingTrainDataset = false) =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetDataset(
            this AutoMLExperiment experiment, DataOperationsCatalog.TrainTestData trainValidationSplit) =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetDataset(
            this AutoMLExperiment experiment, IDataView dataset, int fold = 10, string samplingKeyColumnName = null) =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetBinaryClassificationMetric(
            this AutoMLExperiment experiment,
            BinaryClassificationMetric metric,
            string labelColumn = "label",
            string predictedColumn = "PredictedLabel") =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetMulticlassClassificationMetric(
            this AutoMLExperiment experiment,
            MulticlassClassificationMetric metric,
            string labelColumn = "label",
            string predictedColumn = "PredictedLabel") =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetRegressionMetric(
            this AutoMLExperiment experiment,
            RegressionMetric metric,
            string labelColumn = "Label",
            string scoreColumn = "Score") =>
            throw StandIn.CannotRun();

        public static AutoMLExperiment SetPipeline(this AutoMLExperiment experiment, SweepablePipeline pipeline) =>
            throw StandIn.CannotRun();
    }

    public sealed class AutoCatalog
    {
        internal AutoCatalog()
        {
        }

        public AutoMLExperiment CreateExperiment() => throw StandIn.CannotRun();

        public BinaryClassificationExperiment CreateBinaryClassificationExperiment(uint maxExperimentTimeInSeconds) =>
            throw StandIn.CannotRun();

        public BinaryClassificationExperiment CreateBinaryClassificationExperiment(BinaryExperimentSettings experimentSettings) =>
            throw StandIn.CannotRun();

        public MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(uint maxExperimentTimeInSeconds) => throw StandIn.CannotRun();

        public MulticlassClassificationExperiment CreateMulticlassClassificationExperiment(MulticlassExperimentSettings experimentSettings) =>
            throw StandIn.CannotRun();

        public RankingExperiment CreateRankingExperiment(uint maxExperimentTimeInSeconds) => throw StandIn.CannotRun();

        public RankingExperiment CreateRankingExperiment(RankingExperimentSettings experimentSettings) =>
            throw StandIn.CannotRun();

        public RecommendationExperiment CreateRecommendationExperiment(uint maxExperimentTimeInSeconds) => throw StandIn.CannotRun();

        public RecommendationExperiment CreateRecommendationExperiment(RecommendationExperimentSettings experimentSettings) =>
            throw StandIn.CannotRun();

        public RegressionExperiment CreateRegressionExperiment(uint maxExperimentTimeInSeconds) => throw StandIn.CannotRun();

        public RegressionExperiment CreateRegressionExperiment(RegressionExperimentSettings experimentSettings) =>
            throw StandIn.CannotRun();

        public SweepablePipeline Featurizer(IDataView data, string outputColumnName = "Features") => throw StandIn.CannotRun();
    }
}
