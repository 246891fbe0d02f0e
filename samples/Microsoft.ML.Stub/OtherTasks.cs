using Microsoft.ML.Data;

namespace Microsoft.ML
{
    public sealed class RankingCatalog : TrainCatalogBase
    {
        internal RankingCatalog()
        {
        }

        public RankingTrainers Trainers { get; } = new();

        public sealed class RankingTrainers : CatalogInstantiatorBase
        {
            internal RankingTrainers()
            {
            }
        }

        public RankingMetrics Evaluate(
            IDataView data,
            string labelColumnName = "Label",
            string rowGroupColumnName = "GroupId",
            string scoreColumnName = "Score") =>
            throw StandIn.CannotRun();
    }

    public sealed class ClusteringCatalog : TrainCatalogBase
    {
        internal ClusteringCatalog()
        {
        }

        public ClusteringTrainers Trainers { get; } = new();

        public sealed class ClusteringTrainers : CatalogInstantiatorBase
        {
            internal ClusteringTrainers()
            {
            }
        }

        public ClusteringMetrics Evaluate(
            IDataView data, string labelColumnName = null, string scoreColumnName = "Score", string featureColumnName = null) =>
            throw StandIn.CannotRun();
    }

    public sealed class AnomalyDetectionCatalog : TrainCatalogBase
    {
        internal AnomalyDetectionCatalog()
        {
        }

        public AnomalyDetectionTrainers Trainers { get; } = new();

        public sealed class AnomalyDetectionTrainers : CatalogInstantiatorBase
        {
            internal AnomalyDetectionTrainers()
            {
            }
        }

        public AnomalyDetectionMetrics Evaluate(
            IDataView data,
            string labelColumnName = "Label",
            string scoreColumnName = "Score",
            string predictedLabelColumnName = "PredictedLabel",
            int falsePositiveCount = 10) =>
            throw StandIn.CannotRun();
    }

    public sealed class ForecastingCatalog : TrainCatalogBase
    {
        internal ForecastingCatalog()
        {
        }
    }
}

namespace Microsoft.ML.Data
{
    public sealed class RankingMetrics
    {
        internal RankingMetrics()
        {
        }

        public IReadOnlyList<double> NormalizedDiscountedCumulativeGains => throw StandIn.CannotRun();
        public IReadOnlyList<double> DiscountedCumulativeGains => throw StandIn.CannotRun();
    }

    public sealed class ClusteringMetrics
    {
        internal ClusteringMetrics()
        {
        }

        public double NormalizedMutualInformation => throw StandIn.CannotRun();
        public double AverageDistance => throw StandIn.CannotRun();
        public double DaviesBouldinIndex => throw StandIn.CannotRun();
    }

    public sealed class AnomalyDetectionMetrics
    {
        internal AnomalyDetectionMetrics()
        {
        }

        public double AreaUnderRocCurve => throw StandIn.CannotRun();
        public double DetectionRateAtFalsePositiveCount => throw StandIn.CannotRun();
    }
}
