using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Microsoft.ML
{
    public static partial class ConversionsExtensionsCatalog
    {
        public static TypeConvertingEstimator ConvertType(
            this TransformsCatalog.ConversionTransforms catalog,
            string outputColumnName,
            string inputColumnName = null,
            DataKind outputKind = DataKind.Single) =>
            throw StandIn.CannotRun();

        public static HashingEstimator Hash(
            this TransformsCatalog.ConversionTransforms catalog,
            string outputColumnName,
            string inputColumnName = null,
            int numberOfBits = 31,
            int maximumNumberOfInverts = 0) =>
            throw StandIn.CannotRun();
    }

    public static class ExtensionsCatalog
    {
        public static MissingValueReplacingEstimator ReplaceMissingValues(
            this TransformsCatalog catalog,
            string outputColumnName,
            string inputColumnName = null,
            MissingValueReplacingEstimator.ReplacementMode replacementMode = MissingValueReplacingEstimator.ReplacementMode.DefaultValue,
            bool imputeBySlot = true) =>
            throw StandIn.CannotRun();
    }

    public static partial class TransformExtensionsCatalog
    {
        public static ColumnSelectingEstimator DropColumns(this TransformsCatalog catalog, params string[] columnNames) =>
            throw StandIn.CannotRun();

        public static ColumnSelectingEstimator SelectColumns(this TransformsCatalog catalog, params string[] columnNames) =>
            throw StandIn.CannotRun();
    }

    public static class FeatureSelectionCatalog
    {
        public static MutualInformationFeatureSelectingEstimator SelectFeaturesBasedOnMutualInformation(
            this TransformsCatalog.FeatureSelectionTransforms catalog,
            string outputColumnName,
            string inputColumnName = null,
            string labelColumnName = "Label",
            int slotsInOutput = 1000,
            int numberOfBins = 256) =>
            throw StandIn.CannotRun();
    }

    public static partial class NormalizationCatalog
    {
        public static NormalizingEstimator NormalizeSupervisedBinning(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null, string labelColumnName = "Label") =>
            throw StandIn.CannotRun();
    }

    public static class OnnxCatalog
    {
        public static OnnxScoringEstimator ApplyOnnxModel(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName, string modelFile) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Transforms
{
    public sealed class TypeConvertingTransformer : RowToRowTransformerBase
    {
        internal TypeConvertingTransformer()
        {
        }
    }

    public sealed class TypeConvertingEstimator : TrivialEstimator<TypeConvertingTransformer>
    {
        internal TypeConvertingEstimator()
        {
        }

        public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class ColumnSelectingTransformer : RowToRowTransformerBase
    {
        internal ColumnSelectingTransformer()
        {
        }
    }

    public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
    {
        internal ColumnSelectingEstimator()
        {
        }

        public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class HashingTransformer : RowToRowTransformerBase
    {
        internal HashingTransformer()
        {
        }
    }

    public sealed class HashingEstimator : IEstimator<HashingTransformer>
    {
        internal HashingEstimator()
        {
        }

        public HashingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class MissingValueReplacingTransformer : RowToRowTransformerBase
    {
        internal MissingValueReplacingTransformer()
        {
        }
    }

    public sealed class MissingValueReplacingEstimator : IEstimator<MissingValueReplacingTransformer>
    {
        internal MissingValueReplacingEstimator()
        {
        }

        public enum ReplacementMode : byte
        {
            DefaultValue = 0,
            Mean = 1,
            Minimum = 2,
            Maximum = 3,
            Mode = 4,
        }

        public MissingValueReplacingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class MutualInformationFeatureSelectingEstimator : IEstimator<ITransformer>
    {
        internal MutualInformationFeatureSelectingEstimator()
        {
        }

        public ITransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class OnnxScoringTransformer : RowToRowTransformerBase
    {
        internal OnnxScoringTransformer()
        {
        }
    }

    public sealed class OnnxScoringEstimator : TrivialEstimator<OnnxScoringTransformer>
    {
        internal OnnxScoringEstimator()
        {
        }

        public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }
}
