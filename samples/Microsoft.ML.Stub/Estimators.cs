using System.Collections;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML
{
    public sealed class SchemaShape
    {
        internal SchemaShape()
        {
        }
    }

    public interface ITransformer
    {
        bool IsRowToRowMapper { get; }

        DataViewSchema GetOutputSchema(DataViewSchema inputSchema);

        IDataView Transform(IDataView input);
    }

    public interface IEstimator<out TTransformer>
        where TTransformer : ITransformer
    {
        TTransformer Fit(IDataView input);

        SchemaShape GetOutputSchema(SchemaShape inputSchema);
    }

    public static class LearningPipelineExtensions
    {
        public static EstimatorChain<TTrans> Append<TTrans>(
            this IEstimator<ITransformer> start,
            IEstimator<TTrans> estimator,
            TransformerScope scope = TransformerScope.Everything)
            where TTrans : class, ITransformer =>
            throw StandIn.CannotRun();

        public static EstimatorChain<TTrans> AppendCacheCheckpoint<TTrans>(
            this IEstimator<TTrans> start, IHostEnvironment env)
            where TTrans : class, ITransformer =>
            throw StandIn.CannotRun();

        public static TransformerChain<TTrans> Append<TTrans>(this ITransformer start, TTrans transformer)
            where TTrans : class, ITransformer =>
            throw StandIn.CannotRun();

        public static IEstimator<TTransformer> WithOnFitDelegate<TTransformer>(
            this IEstimator<TTransformer> estimator, Action<TTransformer> onFit)
            where TTransformer : class, ITransformer =>
            throw StandIn.CannotRun();
    }
}

namespace Microsoft.ML.Data
{
    [Flags]
    public enum TransformerScope
    {
        None = 0,
        Training = 1 << 0,
        Testing = 1 << 1,
        Scoring = 1 << 2,
        TrainTest = Training | Testing,
        Everything = Training | Testing | Scoring,
    }

    public sealed class EstimatorChain<TLastTransformer> : IEstimator<TransformerChain<TLastTransformer>>
        where TLastTransformer : class, ITransformer
    {
        public readonly IEstimator<TLastTransformer> LastEstimator = null;

        public TransformerChain<TLastTransformer> Fit(IDataView input) => throw StandIn.CannotRun();

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => throw StandIn.CannotRun();

        public EstimatorChain<TNewTrans> Append<TNewTrans>(
            IEstimator<TNewTrans> estimator, TransformerScope scope = TransformerScope.Everything)
            where TNewTrans : class, ITransformer =>
            throw StandIn.CannotRun();

        public EstimatorChain<TLastTransformer> AppendCacheCheckpoint(IHostEnvironment env) =>
            throw StandIn.CannotRun();
    }

    public sealed class TransformerChain<TLastTransformer> : ITransformer, IEnumerable<ITransformer>
        where TLastTransformer : class, ITransformer
    {
        internal TransformerChain()
        {
        }

        public readonly TLastTransformer LastTransformer = null;

        public bool IsRowToRowMapper => throw StandIn.CannotRun();

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => throw StandIn.CannotRun();

        public IDataView Transform(IDataView input) => throw StandIn.CannotRun();

        public TransformerChain<TLastTransformer> GetModelFor(TransformerScope scopeFilter) =>
            throw StandIn.CannotRun();

        public TransformerChain<TNewLast> Append<TNewLast>(
            TNewLast transformer, TransformerScope scope = TransformerScope.Everything)
            where TNewLast : class, ITransformer =>
            throw StandIn.CannotRun();

        public IEnumerator<ITransformer> GetEnumerator() => throw StandIn.CannotRun();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    // The base of the estimators that learn nothing from the data that they are fitted on.
    public abstract class TrivialEstimator<TTransformer> : IEstimator<TTransformer>
        where TTransformer : class, ITransformer
    {
        public TTransformer Fit(IDataView input) => throw StandIn.CannotRun();

        public abstract SchemaShape GetOutputSchema(SchemaShape inputSchema);
    }

    public abstract class RowToRowTransformerBase : ITransformer
    {
        public bool IsRowToRowMapper => throw StandIn.CannotRun();

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => throw StandIn.CannotRun();

        public IDataView Transform(IDataView input) => throw StandIn.CannotRun();
    }
}
