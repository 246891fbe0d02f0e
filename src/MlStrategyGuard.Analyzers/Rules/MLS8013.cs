using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS8013: a loader of dev or test batches leaves out the last batch when it isn't full.</summary>
internal sealed class MLS8013 : CodeRule
{
    public MLS8013()
        : base(
            "MLS8013",
            "The last, smaller batch of {0} is left out, so the score is of other rows than the set holds. Leave `drop_last` at false.",
            "A dev or test set is measured as a whole; dropped batches are for training, where every batch should weigh the same.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var loader in context.Trace.All<LoaderEvent>())
        {
            if (loader.Site.Argument("drop_last") is not { ConstantValue: { HasValue: true, Value: true } } argument
                || HeldOutBatches.NameOf(loader.Batches, context, "dev", "test", "train_dev") is not { } name)
            {
                continue;
            }

            var place = CodeContext.PlaceOf(argument, loader.Site);
            context.Report(place, [loader.Batches.Site.Node], new Edits("Keep the last batch").Replace(place.Node, "false"), name);
        }
    }
}
