using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8014: the strategy retrains the last layers of a network only, and an optimizer gets all parameters of one whose
/// weights were loaded. Where anything in the program switches gradients off by requires_grad it is no finding.
/// </summary>
internal sealed class MLS8014 : CodeRule
{
    private const string Switch = "requires_grad";

    public MLS8014()
        : base(
            "MLS8014",
            "`{0}` trains every parameter of the network whose weights `{1}` loads at line {2}, but {3} says `retrain: {4}`. Give the optimizer the parameters of that part, or switch `requires_grad` off for the others.",
            "With few examples of the target a whole network forgets what it knew and learns the examples by heart.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy is not { Path: { } path, Strategy.Transfer.Retrain: { Value: RetrainDepth.LastLayer or RetrainDepth.LastLayers } retrain })
            return;
        foreach (var made in context.Trace.All<OptimizerEvent>())
        {
            var weights = context.Trace.All<WeightsEvent>().FirstOrDefault(load => load.Module.Equals(made.Module) && load.Order < made.Order);
            if (weights is null || context.Flow.Compilation.Mentions(Switch))
                continue;
            var place = made.Site.Argument("parameters") is { } argument ? CodeContext.PlaceOf(argument, made.Site) : CodeContext.PlaceOf(made.Site);
            context.Report(
                place,
                [context.Strategy.PlaceOf(retrain.Span), weights.Node.GetLocation()],
                null,
                Descriptor.DefaultSeverity,
                CodeContext.NameOf(made.Site),
                CodeContext.NameOf(weights.Site),
                CodeContext.Line(weights.Node, place.Node),
                Path.GetFileName(path),
                retrain.Value == RetrainDepth.LastLayer ? "last_layer" : "last_layers");
        }
    }
}
