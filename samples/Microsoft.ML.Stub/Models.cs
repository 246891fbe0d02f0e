using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed class ModelOperationsCatalog
{
    internal ModelOperationsCatalog()
    {
    }

    public void Save(ITransformer model, DataViewSchema inputSchema, Stream stream) => throw StandIn.CannotRun();

    public void Save(ITransformer model, DataViewSchema inputSchema, string filePath) => throw StandIn.CannotRun();

    public ITransformer Load(Stream stream, out DataViewSchema inputSchema) => throw StandIn.CannotRun();

    public ITransformer Load(string filePath, out DataViewSchema inputSchema) => throw StandIn.CannotRun();

    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(
        ITransformer transformer,
        bool ignoreMissingColumns = true,
        SchemaDefinition inputSchemaDefinition = null,
        SchemaDefinition outputSchemaDefinition = null)
        where TSrc : class
        where TDst : class, new() =>
        throw StandIn.CannotRun();
}

public abstract class PredictionEngineBase<TSrc, TDst> : IDisposable
    where TSrc : class
    where TDst : class, new()
{
    private protected PredictionEngineBase()
    {
    }

    public TDst Predict(TSrc example) => throw StandIn.CannotRun();

    public void Dispose()
    {
    }
}

public sealed class PredictionEngine<TSrc, TDst> : PredictionEngineBase<TSrc, TDst>
    where TSrc : class
    where TDst : class, new()
{
    internal PredictionEngine()
    {
    }
}
