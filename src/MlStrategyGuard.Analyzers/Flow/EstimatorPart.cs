using Microsoft.CodeAnalysis;

namespace MlStrategyGuard.Analyzers.Flow;

/// <summary>One link of a chain of estimators.</summary>
/// <param name="Site">The call that made it; null when it comes from elsewhere.</param>
/// <param name="Origin">What it came from otherwise, such as a parameter.</param>
/// <param name="Type">Its type; null when only an interface is known.</param>
/// <param name="Learning">What it learns from the rows that it is fitted on.</param>
/// <param name="Arguments">What its factory was called with, as far as it is known: pairs of parameter and value.</param>
internal sealed record EstimatorPart(
    Site? Site, object? Origin, ITypeSymbol? Type, Catalogue.Learning Learning, Sequence<KeyValuePair<string, Value>> Arguments)
{
    /// <summary>The text given for a parameter; null when it isn't known.</summary>
    public string? Text(string parameter) =>
        Argument(parameter) is Text { IsWhole: true } text ? text.Pattern : null;

    /// <summary>The value given for a parameter; null when there is no such parameter.</summary>
    public Value? Argument(string parameter)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Key == parameter)
                return argument.Value;
        }

        return null;
    }
}
