using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Microsoft.ML.Transforms.Text;

namespace Microsoft.ML
{
    public sealed class TransformsCatalog
    {
        internal TransformsCatalog()
        {
        }

        public CategoricalTransforms Categorical { get; } = new();
        public ConversionTransforms Conversion { get; } = new();
        public TextTransforms Text { get; } = new();
        public FeatureSelectionTransforms FeatureSelection { get; } = new();

        public sealed class CategoricalTransforms
        {
            internal CategoricalTransforms()
            {
            }
        }

        public sealed class ConversionTransforms
        {
            internal ConversionTransforms()
            {
            }
        }

        public sealed class FeatureSelectionTransforms
        {
            internal FeatureSelectionTransforms()
            {
            }
        }

        public sealed class TextTransforms
        {
            internal TextTransforms()
            {
            }
        }
    }

    public static partial class TransformExtensionsCatalog
    {
        public static ColumnCopyingEstimator CopyColumns(
            this TransformsCatalog catalog, string outputColumnName, string inputColumnName) =>
            throw StandIn.CannotRun();

        public static ColumnConcatenatingEstimator Concatenate(
            this TransformsCatalog catalog, string outputColumnName, params string[] inputColumnNames) =>
            throw StandIn.CannotRun();
    }

    public sealed class InputOutputColumnPair
    {
        public InputOutputColumnPair(string outputColumnName, string inputColumnName = null)
        {
            OutputColumnName = outputColumnName;
            InputColumnName = inputColumnName ?? outputColumnName;
        }

        public string OutputColumnName { get; }
        public string InputColumnName { get; }
    }

    public static partial class NormalizationCatalog
    {
        public static NormalizingEstimator NormalizeMinMax(
            this TransformsCatalog catalog, InputOutputColumnPair[] columns, long maximumExampleCount = 1000000000, bool fixZero = true) =>
            throw StandIn.CannotRun();

        public static NormalizingEstimator NormalizeMinMax(
            this TransformsCatalog catalog,
            string outputColumnName,
            string inputColumnName = null,
            long maximumExampleCount = 1000000000,
            bool fixZero = true) =>
            throw StandIn.CannotRun();

        public static NormalizingEstimator NormalizeMeanVariance(
            this TransformsCatalog catalog,
            string outputColumnName,
            string inputColumnName = null,
            long maximumExampleCount = 1000000000,
            bool fixZero = true,
            bool useCdf = false) =>
            throw StandIn.CannotRun();
    }

    public static partial class ConversionsExtensionsCatalog
    {
        public static ValueToKeyMappingEstimator MapValueToKey(
            this TransformsCatalog.ConversionTransforms catalog,
            string outputColumnName,
            string inputColumnName = null,
            int maximumNumberOfKeys = 1000000,
            ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
            bool addKeyValueAnnotationsAsText = false,
            IDataView keyData = null) =>
            throw StandIn.CannotRun();

        public static KeyToValueMappingEstimator MapKeyToValue(
            this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string inputColumnName = null) =>
            throw StandIn.CannotRun();
    }

    public static class CategoricalCatalog
    {
        public static OneHotEncodingEstimator OneHotEncoding(
            this TransformsCatalog.CategoricalTransforms catalog,
            string outputColumnName,
            string inputColumnName = null,
            OneHotEncodingEstimator.OutputKind outputKind = OneHotEncodingEstimator.OutputKind.Indicator,
            int maximumNumberOfKeys = 1000000,
            ValueToKeyMappingEstimator.KeyOrdinality keyOrdinality = ValueToKeyMappingEstimator.KeyOrdinality.ByOccurrence,
            IDataView keyData = null) =>
            throw StandIn.CannotRun();
    }

    public static class TextCatalog
    {
        public static TextFeaturizingEstimator FeaturizeText(
            this TransformsCatalog.TextTransforms catalog, string outputColumnName, string inputColumnName = null) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    public sealed class ColumnConcatenatingTransformer : RowToRowTransformerBase
    {
        internal ColumnConcatenatingTransformer()
        {
        }
    }
}

namespace Microsoft.ML.Transforms
{
    public sealed class ColumnConcatenatingEstimator : IEstimator<ColumnConcatenatingTransformer>
    {
        internal ColumnConcatenatingEstimator()
        {
        }

        public ColumnConcatenatingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class ColumnCopyingTransformer : RowToRowTransformerBase
    {
        internal ColumnCopyingTransformer()
        {
        }
    }

    public sealed class ColumnCopyingEstimator : TrivialEstimator<ColumnCopyingTransformer>
    {
        internal ColumnCopyingEstimator()
        {
        }

        public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class NormalizingTransformer : RowToRowTransformerBase
    {
        internal NormalizingTransformer()
        {
        }
    }

    public sealed class NormalizingEstimator : IEstimator<NormalizingTransformer>
    {
        internal NormalizingEstimator()
        {
        }

        public NormalizingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class ValueToKeyMappingTransformer : RowToRowTransformerBase
    {
        internal ValueToKeyMappingTransformer()
        {
        }
    }

    public sealed class ValueToKeyMappingEstimator : IEstimator<ValueToKeyMappingTransformer>
    {
        internal ValueToKeyMappingEstimator()
        {
        }

        public enum KeyOrdinality : byte
        {
            ByOccurrence = 0,
            ByValue = 1,
        }

        public ValueToKeyMappingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class KeyToValueMappingTransformer : RowToRowTransformerBase
    {
        internal KeyToValueMappingTransformer()
        {
        }
    }

    public sealed class KeyToValueMappingEstimator : TrivialEstimator<KeyToValueMappingTransformer>
    {
        internal KeyToValueMappingEstimator()
        {
        }

        public override SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }

    public sealed class OneHotEncodingTransformer : RowToRowTransformerBase
    {
        internal OneHotEncodingTransformer()
        {
        }
    }

    public sealed class OneHotEncodingEstimator : IEstimator<OneHotEncodingTransformer>
    {
        internal OneHotEncodingEstimator()
        {
        }

        public enum OutputKind : byte
        {
            Bag = 1,
            Indicator = 2,
            Key = 3,
            Binary = 4,
        }

        public OneHotEncodingTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Transforms.Text
{
    public sealed class TextFeaturizingEstimator : IEstimator<ITransformer>
    {
        internal TextFeaturizingEstimator()
        {
        }

        public ITransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();
    }
}
