using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms.TimeSeries;
using Microsoft.ML.Vision;

// Faithful in namespace, name and the parameters that come first; trailing options are left out. In the real packages
// (PermutationFeatureImportance gives an ImmutableDictionary in truth.)
// FastTree, LightGBM, Vision and TimeSeries are assemblies of their own (Microsoft.ML.FastTree and so on).
namespace Microsoft.ML
{
    public static class TreeExtensions
    {
        public static FastTreeBinaryTrainer FastTree(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int numberOfLeaves = 20,
            int numberOfTrees = 100,
            int minimumExampleCountPerLeaf = 10,
            double learningRate = 0.2) =>
            throw StandIn.CannotRun();

        public static FastTreeRegressionTrainer FastTree(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int numberOfLeaves = 20,
            int numberOfTrees = 100,
            int minimumExampleCountPerLeaf = 10,
            double learningRate = 0.2) =>
            throw StandIn.CannotRun();

        public static FastForestRegressionTrainer FastForest(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int numberOfLeaves = 20,
            int numberOfTrees = 100,
            int minimumExampleCountPerLeaf = 10) =>
            throw StandIn.CannotRun();

        public static FastTreeRankingTrainer FastTree(
            this RankingCatalog.RankingTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string rowGroupColumnName = "GroupId",
            string exampleWeightColumnName = null,
            int numberOfLeaves = 20,
            int numberOfTrees = 100,
            int minimumExampleCountPerLeaf = 10,
            double learningRate = 0.2) =>
            throw StandIn.CannotRun();
    }

    public static class LightGbmExtensions
    {
        public static LightGbmBinaryTrainer LightGbm(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int? numberOfLeaves = null,
            int? minimumExampleCountPerLeaf = null,
            double? learningRate = null,
            int numberOfIterations = 100) =>
            throw StandIn.CannotRun();

        public static LightGbmMulticlassTrainer LightGbm(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int? numberOfLeaves = null,
            int? minimumExampleCountPerLeaf = null,
            double? learningRate = null,
            int numberOfIterations = 100) =>
            throw StandIn.CannotRun();

        public static LightGbmRegressionTrainer LightGbm(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int? numberOfLeaves = null,
            int? minimumExampleCountPerLeaf = null,
            double? learningRate = null,
            int numberOfIterations = 100) =>
            throw StandIn.CannotRun();

        public static LightGbmRankingTrainer LightGbm(
            this RankingCatalog.RankingTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string rowGroupColumnName = "GroupId",
            string exampleWeightColumnName = null,
            int? numberOfLeaves = null,
            int? minimumExampleCountPerLeaf = null,
            double? learningRate = null,
            int numberOfIterations = 100) =>
            throw StandIn.CannotRun();
    }

    public static partial class StandardTrainersCatalog
    {
        public static OnlineGradientDescentTrainer OnlineGradientDescent(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            float learningRate = 0.1f) =>
            throw StandIn.CannotRun();

        public static OneVersusAllTrainer OneVersusAll<TModel>(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
            ITrainerEstimator<BinaryPredictionTransformer<TModel>, TModel> binaryEstimator,
            string labelColumnName = "Label")
            where TModel : class =>
            throw StandIn.CannotRun();
    }

    public static class KMeansClusteringExtensions
    {
        public static KMeansTrainer KMeans(
            this ClusteringCatalog.ClusteringTrainers catalog,
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int numberOfClusters = 5) =>
            throw StandIn.CannotRun();
    }

    public static class PcaCatalog
    {
        public static RandomizedPcaTrainer RandomizedPca(
            this AnomalyDetectionCatalog.AnomalyDetectionTrainers catalog,
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            int rank = 20) =>
            throw StandIn.CannotRun();
    }

    public static class VisionCatalog
    {
        public static ImageClassificationTrainer ImageClassification(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, ImageClassificationTrainer.Options options) =>
            throw StandIn.CannotRun();

        public static ImageClassificationTrainer ImageClassification(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string scoreColumnName = "Score",
            string predictedLabelColumnName = "PredictedLabel",
            IDataView validationSet = null) =>
            throw StandIn.CannotRun();
    }

    public static class TimeSeriesCatalog
    {
        public static SsaForecastingEstimator ForecastBySsa(
            this ForecastingCatalog catalog,
            string outputColumnName,
            string inputColumnName,
            int windowSize,
            int seriesLength,
            int trainSize,
            int horizon) =>
            throw StandIn.CannotRun();
    }

    public static class PermutationFeatureImportanceExtensions
    {
        public static IReadOnlyDictionary<string, RegressionMetricsStatistics> PermutationFeatureImportance(
            this RegressionCatalog catalog,
            ITransformer model,
            IDataView data,
            string labelColumnName = "Label",
            bool useFeatureWeightFilter = false,
            int? numberOfExamplesToUse = null,
            int permutationCount = 1) =>
            throw StandIn.CannotRun();

        public static IReadOnlyDictionary<string, BinaryClassificationMetricsStatistics> PermutationFeatureImportance(
            this BinaryClassificationCatalog catalog,
            ITransformer model,
            IDataView data,
            string labelColumnName = "Label",
            bool useFeatureWeightFilter = false,
            int? numberOfExamplesToUse = null,
            int permutationCount = 1) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    public sealed class MetricStatistics
    {
        internal MetricStatistics()
        {
        }

        public double Mean => throw StandIn.CannotRun();
        public double StandardDeviation => throw StandIn.CannotRun();
    }

    public sealed class RegressionMetricsStatistics
    {
        internal RegressionMetricsStatistics()
        {
        }

        public MetricStatistics RSquared => throw StandIn.CannotRun();
    }

    public sealed class BinaryClassificationMetricsStatistics
    {
        internal BinaryClassificationMetricsStatistics()
        {
        }

        public MetricStatistics AreaUnderRocCurve => throw StandIn.CannotRun();
    }

    public sealed class RankingPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal RankingPredictionTransformer()
        {
        }
    }

    public sealed class ClusteringPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal ClusteringPredictionTransformer()
        {
        }
    }

    public sealed class AnomalyPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal AnomalyPredictionTransformer()
        {
        }
    }
}

namespace Microsoft.ML.Trainers
{
    public sealed class OneVersusAllModelParameters
    {
        internal OneVersusAllModelParameters()
        {
        }
    }

    public sealed class OneVersusAllTrainer : IEstimator<MulticlassPredictionTransformer<OneVersusAllModelParameters>>
    {
        internal OneVersusAllTrainer()
        {
        }

        public MulticlassPredictionTransformer<OneVersusAllModelParameters> Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class OnlineGradientDescentTrainer : TrainerEstimatorBase<
        RegressionPredictionTransformer<LinearRegressionModelParameters>, LinearRegressionModelParameters>
    {
        internal OnlineGradientDescentTrainer()
        {
        }
    }

    public sealed class KMeansModelParameters
    {
        internal KMeansModelParameters()
        {
        }
    }

    public sealed class KMeansTrainer : TrainerEstimatorBase<
        ClusteringPredictionTransformer<KMeansModelParameters>, KMeansModelParameters>
    {
        internal KMeansTrainer()
        {
        }
    }

    public sealed class PcaModelParameters
    {
        internal PcaModelParameters()
        {
        }
    }

    public sealed class RandomizedPcaTrainer : TrainerEstimatorBase<
        AnomalyPredictionTransformer<PcaModelParameters>, PcaModelParameters>
    {
        internal RandomizedPcaTrainer()
        {
        }
    }
}

namespace Microsoft.ML.Trainers.FastTree
{
    public sealed class FastTreeModelParameters
    {
        internal FastTreeModelParameters()
        {
        }
    }

    public abstract class BoostingFastTreeTrainer<TTransformer> : TrainerEstimatorBase<TTransformer, FastTreeModelParameters>
        where TTransformer : ITransformer
    {
        private protected BoostingFastTreeTrainer()
        {
        }

        public TTransformer Fit(IDataView trainData, IDataView validationData) => throw StandIn.CannotRun();
    }

    public sealed class FastTreeBinaryTrainer : BoostingFastTreeTrainer<BinaryPredictionTransformer<FastTreeModelParameters>>
    {
        internal FastTreeBinaryTrainer()
        {
        }
    }

    public sealed class FastTreeRegressionTrainer : BoostingFastTreeTrainer<RegressionPredictionTransformer<FastTreeModelParameters>>
    {
        internal FastTreeRegressionTrainer()
        {
        }
    }

    public sealed class FastForestRegressionTrainer : BoostingFastTreeTrainer<RegressionPredictionTransformer<FastTreeModelParameters>>
    {
        internal FastForestRegressionTrainer()
        {
        }
    }

    public sealed class FastTreeRankingTrainer : BoostingFastTreeTrainer<RankingPredictionTransformer<FastTreeModelParameters>>
    {
        internal FastTreeRankingTrainer()
        {
        }
    }
}

namespace Microsoft.ML.Trainers.LightGbm
{
    public sealed class LightGbmModelParameters
    {
        internal LightGbmModelParameters()
        {
        }
    }

    public abstract class LightGbmTrainerBase<TTransformer> : TrainerEstimatorBase<TTransformer, LightGbmModelParameters>
        where TTransformer : ITransformer
    {
        private protected LightGbmTrainerBase()
        {
        }

        public TTransformer Fit(IDataView trainData, IDataView validationData) => throw StandIn.CannotRun();
    }

    public sealed class LightGbmBinaryTrainer : LightGbmTrainerBase<BinaryPredictionTransformer<LightGbmModelParameters>>
    {
        internal LightGbmBinaryTrainer()
        {
        }
    }

    public sealed class LightGbmMulticlassTrainer : LightGbmTrainerBase<MulticlassPredictionTransformer<LightGbmModelParameters>>
    {
        internal LightGbmMulticlassTrainer()
        {
        }
    }

    public sealed class LightGbmRegressionTrainer : LightGbmTrainerBase<RegressionPredictionTransformer<LightGbmModelParameters>>
    {
        internal LightGbmRegressionTrainer()
        {
        }
    }

    public sealed class LightGbmRankingTrainer : LightGbmTrainerBase<RankingPredictionTransformer<LightGbmModelParameters>>
    {
        internal LightGbmRankingTrainer()
        {
        }
    }
}

namespace Microsoft.ML.Vision
{
    public sealed class ImageClassificationModelParameters
    {
        internal ImageClassificationModelParameters()
        {
        }
    }

    public sealed class ImageClassificationTrainer : TrainerEstimatorBase<
        MulticlassPredictionTransformer<ImageClassificationModelParameters>, ImageClassificationModelParameters>
    {
        internal ImageClassificationTrainer()
        {
        }

        public enum Architecture
        {
            ResnetV2101,
            InceptionV3,
            MobilenetV2,
            ResnetV250,
        }

        public sealed class Options
        {
            public string LabelColumnName = "Label";
            public string FeatureColumnName = "Features";
            public Architecture Arch;
            public int Epoch = 200;
            public int BatchSize = 10;
            public float LearningRate = 0.01f;
            public IDataView ValidationSet;
        }
    }
}

namespace Microsoft.ML.Transforms.TimeSeries
{
    public sealed class SsaForecastingTransformer : RowToRowTransformerBase
    {
        internal SsaForecastingTransformer()
        {
        }
    }

    public sealed class SsaForecastingEstimator : IEstimator<SsaForecastingTransformer>
    {
        internal SsaForecastingEstimator()
        {
        }

        public SsaForecastingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }
}
