using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>A call of Evaluate and the origin of the rows that it scores.</summary>
internal sealed class Evaluation
{
    public Evaluation(IInvocationOperation call, DataOrigin data)
    {
        Call = call;
        Data = data;
    }

    /// <summary>The call.</summary>
    public IInvocationOperation Call { get; }

    /// <summary>The scored rows and the models that they went through.</summary>
    public DataOrigin Data { get; }
}
