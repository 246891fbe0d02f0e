using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Microsoft.ML
{
    public static partial class StandardTrainersCatalog
    {
        public static SdcaLogisticRegressionBinaryTrainer SdcaLogisticRegression(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            float? l2Regularization = null,
            float? l1Regularization = null,
            int? maximumNumberOfIterations = null) =>
            throw StandIn.CannotRun();

        public static LbfgsLogisticRegressionBinaryTrainer LbfgsLogisticRegression(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            float l1Regularization = 1,
            float l2Regularization = 1,
            float optimizationTolerance = 1e-7f,
            int historySize = 20,
            bool enforceNonNegativity = false) =>
            throw StandIn.CannotRun();

        public static SdcaMaximumEntropyMulticlassTrainer SdcaMaximumEntropy(
            this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            float? l2Regularization = null,
            float? l1Regularization = null,
            int? maximumNumberOfIterations = null) =>
            throw StandIn.CannotRun();

        public static SdcaRegressionTrainer Sdca(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            ISupportSdcaRegressionLoss lossFunction = null,
            float? l2Regularization = null,
            float? l1Regularization = null,
            int? maximumNumberOfIterations = null) =>
            throw StandIn.CannotRun();

        public static LbfgsPoissonRegressionTrainer LbfgsPoissonRegression(
            this RegressionCatalog.RegressionTrainers catalog,
            string labelColumnName = "Label",
            string featureColumnName = "Features",
            string exampleWeightColumnName = null,
            float l1Regularization = 1,
            float l2Regularization = 1,
            float optimizationTolerance = 1e-7f,
            int historySize = 20,
            bool enforceNonNegativity = false) =>
            throw StandIn.CannotRun();
    }

    public static class FactorizationMachineExtensions
    {
        public static FieldAwareFactorizationMachineTrainer FieldAwareFactorizationMachine(
            this BinaryClassificationCatalog.BinaryClassificationTrainers catalog,
            string featureColumnName = "Features",
            string labelColumnName = "Label",
            string exampleWeightColumnName = null) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    public abstract class PredictionTransformerBase<TModel> : RowToRowTransformerBase
        where TModel : class
    {
        private protected PredictionTransformerBase()
        {
        }

        public TModel Model => throw StandIn.CannotRun();
    }

    public sealed class BinaryPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal BinaryPredictionTransformer()
        {
        }
    }

    public sealed class MulticlassPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal MulticlassPredictionTransformer()
        {
        }
    }

    public sealed class RegressionPredictionTransformer<TModel> : PredictionTransformerBase<TModel>
        where TModel : class
    {
        internal RegressionPredictionTransformer()
        {
        }
    }

    public sealed class FieldAwareFactorizationMachinePredictionTransformer
        : PredictionTransformerBase<FieldAwareFactorizationMachineModelParameters>
    {
        internal FieldAwareFactorizationMachinePredictionTransformer()
        {
        }
    }
}

namespace Microsoft.ML.Calibrators
{
    public abstract class CalibratedModelParametersBase<TSubModel, TCalibrator>
        where TSubModel : class
        where TCalibrator : class
    {
        private protected CalibratedModelParametersBase()
        {
        }

        public TSubModel SubModel => throw StandIn.CannotRun();
        public TCalibrator Calibrator => throw StandIn.CannotRun();
    }

    public sealed class PlattCalibrator
    {
        internal PlattCalibrator()
        {
        }

        public double Slope => throw StandIn.CannotRun();
        public double Offset => throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Trainers
{
    public abstract class LinearModelParameters
    {
        private protected LinearModelParameters()
        {
        }

        public IReadOnlyList<float> Weights => throw StandIn.CannotRun();
        public float Bias => throw StandIn.CannotRun();
    }

    public sealed class LinearBinaryModelParameters : LinearModelParameters
    {
        internal LinearBinaryModelParameters()
        {
        }
    }

    public interface ISupportSdcaRegressionLoss
    {
    }

    public sealed class LinearRegressionModelParameters : LinearModelParameters
    {
        internal LinearRegressionModelParameters()
        {
        }
    }

    public sealed class PoissonRegressionModelParameters : LinearModelParameters
    {
        internal PoissonRegressionModelParameters()
        {
        }
    }

    public sealed class MaximumEntropyModelParameters
    {
        internal MaximumEntropyModelParameters()
        {
        }
    }

    public sealed class FieldAwareFactorizationMachineModelParameters
    {
        internal FieldAwareFactorizationMachineModelParameters()
        {
        }
    }

    public interface ITrainerEstimator<out TTransformer, out TModel> : IEstimator<TTransformer>
        where TTransformer : ITransformer
        where TModel : class
    {
    }

    public abstract class TrainerEstimatorBase<TTransformer, TModel> : ITrainerEstimator<TTransformer, TModel>
        where TTransformer : ITransformer
        where TModel : class
    {
        private protected TrainerEstimatorBase()
        {
        }

        public TTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class SdcaLogisticRegressionBinaryTrainer : TrainerEstimatorBase<
        BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>,
        CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>
    {
        internal SdcaLogisticRegressionBinaryTrainer()
        {
        }
    }

    public sealed class LbfgsLogisticRegressionBinaryTrainer : TrainerEstimatorBase<
        BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>,
        CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>
    {
        internal LbfgsLogisticRegressionBinaryTrainer()
        {
        }
    }

    public sealed class SdcaMaximumEntropyMulticlassTrainer : TrainerEstimatorBase<
        MulticlassPredictionTransformer<MaximumEntropyModelParameters>, MaximumEntropyModelParameters>
    {
        internal SdcaMaximumEntropyMulticlassTrainer()
        {
        }
    }

    public sealed class SdcaRegressionTrainer : TrainerEstimatorBase<
        RegressionPredictionTransformer<LinearRegressionModelParameters>, LinearRegressionModelParameters>
    {
        internal SdcaRegressionTrainer()
        {
        }
    }

    public sealed class LbfgsPoissonRegressionTrainer : TrainerEstimatorBase<
        RegressionPredictionTransformer<PoissonRegressionModelParameters>, PoissonRegressionModelParameters>
    {
        internal LbfgsPoissonRegressionTrainer()
        {
        }
    }

    public sealed class FieldAwareFactorizationMachineTrainer
        : IEstimator<FieldAwareFactorizationMachinePredictionTransformer>
    {
        internal FieldAwareFactorizationMachineTrainer()
        {
        }

        public FieldAwareFactorizationMachinePredictionTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public FieldAwareFactorizationMachinePredictionTransformer Fit(
            IDataView trainData,
            IDataView validationData = null,
            FieldAwareFactorizationMachineModelParameters modelParameters = null) =>
            throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }
}
