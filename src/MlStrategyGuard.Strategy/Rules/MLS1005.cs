using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>Train and dev declared different and no train_dev: variance can't be told from mismatch.</summary>
internal static class MLS1005
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Split("train")?.Distribution is not { } train
            || strategy.Split("dev")?.Distribution is not { } dev
            || train.Value == dev.Value
            || strategy.Split("train_dev") is not null
            || strategy.Errors?.Find("train_dev") is not null)
            yield break;

        yield return Finding.Of(nameof(MLS1005), strategy.Split("train")!.Name.Span,
            $"train comes from '{Texts.Shorten(train.Value)}' and dev from '{Texts.Shorten(dev.Value)}', and there is no train_dev set, so variance can't be told from data mismatch. "
            + "Cut a train_dev set at random from the training rows and don't train on it.") with
        {
            Split = "train",
            Subjects = ["train", "dev"],
        };
    }
}
