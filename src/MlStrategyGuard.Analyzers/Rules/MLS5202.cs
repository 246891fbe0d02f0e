using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5202: the split's sampling key is a floating-point column. ML.NET then takes the rows with the lowest values of
/// it for the test set instead of random groups (CreateSplitColumn in DataOperationsCatalog.cs).
/// </summary>
internal sealed class MLS5202 : CodeRule
{
    public MLS5202()
        : base(
            "MLS5202",
            "The sampling key `{0}` is a {1}: ML.NET cuts its range, so the lowest values become the test set instead of random groups. "
                + "Convert it to text first, or declare it as an integer.",
            "A test set of the lowest ids is no random sample: it may be the oldest users, the first shops.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is not { Key: Text { IsWhole: true, Pattern: var key } }
                || Columns.LinksOf(split.Split.Input, context.Trace).Any(part => part.Text("outputColumnName") == key)
                || split.Split.Input.Through.Any(part => part.Fit is null)
                || Columns.TypeOf(split.Split.Input.RowType, key) is not { SpecialType: SpecialType.System_Single or SpecialType.System_Double } type)
            {
                continue;
            }

            var argument = split.Site.Argument("samplingKeyColumnName");
            var place = argument is null ? CodeContext.PlaceOf(split.Site) : CodeContext.PlaceOf(argument, split.Site);
            context.Report(place, [split.Node], AsText(split, place, key), key, type.ToDisplayString());
        }
    }

    /// <summary>Converts the column on the way into the split; conversion learns nothing.</summary>
    private static Edits? AsText(SplitEvent split, Place place, string key)
    {
        if (place.Site != split.Site || split.Site.Argument("data") is not { } data
            || split.Site.Operation is not IInvocationOperation { Instance: IPropertyReferenceOperation { Instance: { } ml } }
            || CodeContext.Unwrap(data) is not (ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation))
        {
            return null;
        }

        var convert = $"{ml.Syntax}.Transforms.Conversion.ConvertType(\"{key}Text\", \"{key}\", Microsoft.ML.Data.DataKind.String)";
        return new Edits($"Split by {key} as text")
            .Replace(data.Syntax, $"{convert}.Fit({data.Syntax}).Transform({data.Syntax})")
            .Replace(place.Node, $"\"{key}Text\"");
    }
}
