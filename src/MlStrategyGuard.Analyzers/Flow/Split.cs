using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>One call of TrainTestSplit. Two splits are the same when they are the same call in the source.</summary>
internal sealed class Split
{
    public Split(IInvocationOperation call, IOperation data)
    {
        Syntax = call.Syntax;
        Data = data;
        var fraction = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "testFraction")?.Value;
        HalvesMayBeSwapped = fraction?.ConstantValue is not { HasValue: true, Value: double and < 0.5 };
    }

    /// <summary>The call.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>What is split.</summary>
    public IOperation Data { get; }

    /// <summary>
    /// The test part isn't surely the smaller one (testFraction is 0.5 or more, or not a constant): whoever writes
    /// testFraction: 0.8 often means 80 % for training and uses the two parts the other way round.
    /// </summary>
    public bool HalvesMayBeSwapped { get; }
}
