using Microsoft.ML.Data;

namespace Microsoft.ML
{
    public interface IDataView
    {
        bool CanShuffle { get; }

        DataViewSchema Schema { get; }

        long? GetRowCount();
    }

    public sealed class DataViewSchema
    {
        internal DataViewSchema()
        {
        }

        public int Count => throw StandIn.CannotRun();
    }

    public sealed class DataOperationsCatalog
    {
        internal DataOperationsCatalog()
        {
        }

        public struct TrainTestData
        {
            public readonly IDataView TrainSet;
            public readonly IDataView TestSet;

            internal TrainTestData(IDataView trainSet, IDataView testSet)
            {
                TrainSet = trainSet;
                TestSet = testSet;
            }
        }

        public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, SchemaDefinition schemaDefinition = null)
            where TRow : class =>
            throw StandIn.CannotRun();

        public IEnumerable<TRow> CreateEnumerable<TRow>(
            IDataView data, bool reuseRowObject, bool ignoreMissingColumns = false, SchemaDefinition schemaDefinition = null)
            where TRow : class, new() =>
            throw StandIn.CannotRun();

        public IDataView BootstrapSample(IDataView input, int? seed = null, bool complement = false) =>
            throw StandIn.CannotRun();

        public IDataView Cache(IDataView input, params string[] columnsToPrefetch) => throw StandIn.CannotRun();

        public IDataView FilterRowsByColumn(
            IDataView input,
            string columnName,
            double lowerBound = double.NegativeInfinity,
            double upperBound = double.PositiveInfinity) =>
            throw StandIn.CannotRun();

        public IDataView FilterRowsByKeyColumnFraction(
            IDataView input, string columnName, double lowerBound = 0, double upperBound = 1) =>
            throw StandIn.CannotRun();

        public IDataView FilterRowsByMissingValues(IDataView input, params string[] columns) =>
            throw StandIn.CannotRun();

        public IDataView ShuffleRows(
            IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true) =>
            throw StandIn.CannotRun();

        public IDataView SkipRows(IDataView input, long count) => throw StandIn.CannotRun();

        public IDataView TakeRows(IDataView input, long count) => throw StandIn.CannotRun();

        public TrainTestData TrainTestSplit(
            IDataView data, double testFraction = 0.1, string samplingKeyColumnName = null, int? seed = null) =>
            throw StandIn.CannotRun();

        public IReadOnlyList<TrainTestData> CrossValidationSplit(
            IDataView data, int numberOfFolds = 5, string samplingKeyColumnName = null, int? seed = null) =>
            throw StandIn.CannotRun();
    }

    public static partial class TextLoaderSaverCatalog
    {
        public static IDataView LoadFromTextFile<TInput>(
            this DataOperationsCatalog catalog,
            string path,
            char separatorChar = '\t',
            bool hasHeader = false,
            bool allowQuoting = false,
            bool trimWhitespace = false,
            bool allowSparse = false) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    public sealed class SchemaDefinition
    {
        internal SchemaDefinition()
        {
        }
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
    public sealed class LoadColumnAttribute : Attribute
    {
        public LoadColumnAttribute(int fieldIndex)
        {
        }

        public LoadColumnAttribute(int start, int end)
        {
        }

        public LoadColumnAttribute(int[] columnIndexes)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
    public sealed class ColumnNameAttribute : Attribute
    {
        public ColumnNameAttribute(string name)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
    public sealed class VectorTypeAttribute : Attribute
    {
        public VectorTypeAttribute()
        {
        }

        public VectorTypeAttribute(int size)
        {
        }

        public VectorTypeAttribute(params int[] dimensions)
        {
        }
    }
}
