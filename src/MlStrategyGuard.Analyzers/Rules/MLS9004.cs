using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9004: the strategy declares a train-dev set, code measures a model on the declared dev set, and neither code nor the
/// strategy has a score of train-dev.
/// </summary>
internal sealed class MLS9004 : CodeRule
{
    public MLS9004()
        : base(
            "MLS9004",
            "`{0}` is the dev set; {1} declares train_dev too, but no code of this project mentions `{2}`, and the strategy has no figure of it: variance and data mismatch can't be told apart. "
                + "Measure the model on train_dev as well.",
            "The gap from train to train-dev is variance, the one from train-dev to dev is data mismatch. Without the middle score only their sum is known.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy is not { Path: { } path, Strategy: { } strategy } || strategy.Split("train_dev") is not { Files: { Count: > 0 } files }
            || strategy.Errors?.Find("train_dev") is not null
            || strategy.Candidates.Any(candidate => candidate.Predictions.Any(prediction => prediction.Key == "train_dev") || candidate.Measured.Count > 0)
            || context.Trace.All<LoadEvent>().Any(load => load.Data.Rows is not LoadedRows { Path: { } read } || read.IndexOf(Text.Gap) >= 0 || read.IndexOf('*') >= 0))
        {
            return;
        }

        var score = context.Trace.All<EvaluationEvent>().FirstOrDefault(score => score is { Input: not null, Data.Rows.Root: LoadedRows { Path: { } read } }
            && context.Strategy.SplitOf(read) == "dev"
            && context.Trace.At<FitEvent>(score.LastFit) is { Data.Rows.Root: LoadedRows { Path: { } learned } } && context.Strategy.SplitOf(learned) == "train");
        if (score is null || files.Any(file => context.Flow.Compilation.NamesFile(file.Value)))
            return;
        var place = CodeContext.PlaceOf(score.Input!, score.Site);
        context.Report(
            place,
            [context.Strategy.PlaceOf(files[0].Span)],
            null,
            Descriptor.DefaultSeverity,
            CodeContext.Quote(place.Node),
            System.IO.Path.GetFileName(path),
            System.IO.Path.GetFileName(files[0].Value));
    }
}
