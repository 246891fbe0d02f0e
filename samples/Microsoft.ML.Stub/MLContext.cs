using Microsoft.ML.Runtime;

namespace Microsoft.ML
{
    public sealed class MLContext : IHostEnvironment
    {
        public MLContext(int? seed = null)
        {
        }

        public BinaryClassificationCatalog BinaryClassification { get; } = new();
        public MulticlassClassificationCatalog MulticlassClassification { get; } = new();
        public RegressionCatalog Regression { get; } = new();
        public RankingCatalog Ranking { get; } = new();
        public ClusteringCatalog Clustering { get; } = new();
        public AnomalyDetectionCatalog AnomalyDetection { get; } = new();
        public ForecastingCatalog Forecasting { get; } = new();
        public TransformsCatalog Transforms { get; } = new();
        public ModelOperationsCatalog Model { get; } = new();
        public DataOperationsCatalog Data { get; } = new();
    }
}

namespace Microsoft.ML.Runtime
{
    public interface IHostEnvironment
    {
    }
}
