using Microsoft.ML.Data;

namespace Microsoft.ML
{
    public interface IMultiStreamSource
    {
        int Count { get; }
    }

    public interface IDataLoader<in TSource>
    {
        IDataView Load(TSource input);
    }

    public static class DataLoaderExtensions
    {
        public static IDataView Load(this IDataLoader<IMultiStreamSource> loader, params string[] path) =>
            throw StandIn.CannotRun();
    }

    public static partial class TextLoaderSaverCatalog
    {
        public static TextLoader CreateTextLoader(
            this DataOperationsCatalog catalog,
            TextLoader.Column[] columns,
            char separatorChar = '\t',
            bool hasHeader = false,
            IMultiStreamSource dataSample = null,
            bool allowQuoting = false,
            bool trimWhitespace = false,
            bool allowSparse = false) =>
            throw StandIn.CannotRun();

        public static TextLoader CreateTextLoader<TInput>(
            this DataOperationsCatalog catalog,
            char separatorChar = '\t',
            bool hasHeader = false,
            IMultiStreamSource dataSample = null,
            bool allowQuoting = false,
            bool trimWhitespace = false,
            bool allowSparse = false) =>
            throw StandIn.CannotRun();

        public static void SaveAsText(
            this DataOperationsCatalog catalog, IDataView data, Stream stream, char separatorChar = '\t', bool headerRow = true) =>
            throw StandIn.CannotRun();
    }

    public static class DatabaseLoaderCatalog
    {
        public static DatabaseLoader CreateDatabaseLoader<TInput>(this DataOperationsCatalog catalog) => throw StandIn.CannotRun();
    }

    public static class BinaryLoaderSaverCatalog
    {
        public static IDataView LoadFromBinary(this DataOperationsCatalog catalog, string path) => throw StandIn.CannotRun();

        public static void SaveAsBinary(this DataOperationsCatalog catalog, IDataView data, Stream stream, bool keepHidden = false) =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    public enum DataKind : byte
    {
        SByte = 1,
        Byte = 2,
        Int16 = 3,
        UInt16 = 4,
        Int32 = 5,
        UInt32 = 6,
        Int64 = 7,
        UInt64 = 8,
        Single = 9,
        Double = 10,
        String = 11,
        Boolean = 12,
    }

    public sealed class TextLoader : IDataLoader<IMultiStreamSource>
    {
        public sealed class Column
        {
            public Column(string name, DataKind dataKind, int index)
            {
            }

            public Column(string name, DataKind dataKind, int minIndex, int maxIndex)
            {
            }
        }

        internal TextLoader()
        {
        }

        public IDataView Load(IMultiStreamSource source) => throw StandIn.CannotRun();
    }

    public static class ColumnCursorExtensions
    {
        public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName) => throw StandIn.CannotRun();
    }

    public sealed class DatabaseLoader : IDataLoader<DatabaseSource>
    {
        internal DatabaseLoader()
        {
        }

        public IDataView Load(DatabaseSource source) => throw StandIn.CannotRun();
    }

    public sealed class DatabaseSource
    {
        public DatabaseSource(object providerFactory, string connectionString, string commandText)
        {
        }
    }
}
