using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8102: an unseeded shuffle comes before a split, so that every run measures on other rows. A split alone is
/// deterministic without a seed and is never a finding (GenerateNumberTransform falls back to a constant).
/// </summary>
internal sealed class MLS8102 : CodeRule
{
    public MLS8102()
        : base(
            "MLS8102",
            "`{0}` has no seed and decides what the split at line {1} holds out: every run has another test set. Give it a seed.",
            "Scores of two runs can only be compared on the same test set.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split.Split.Input.ShuffledBy is not { } shuffle || split.Key is not Nothing)
                continue;
            var place = CodeContext.PlaceOf(shuffle);
            context.Report(place, [split.Node], Seeded(place), CodeContext.Quote(place.Node), CodeContext.Line(split.Node, place.Node));
        }
    }

    private static Edits? Seeded(Place place) =>
        place.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ShuffleRows" }, ArgumentList: { } list }
        && list.Arguments.All(argument => argument.NameColon?.Name.Identifier.ValueText != "seed") && list.Arguments.Count is 1
            ? new Edits("Shuffle with a seed").Replace(list.SyntaxTree, new(list.Arguments.Last().Span.End, 0), ", seed: 1")
            : null;
}
