using static MlStrategyGuard.Stage;

namespace MlStrategyGuard;

/// <summary>The knobs that the guard knows. A strategy file adds its own under <c>knobs:</c>.</summary>
public static class KnobCatalogue
{
    /// <summary>All known knobs. Of each stage those come first that a message recommends.</summary>
    public static IReadOnlyList<Knob> All { get; } =
    [
        new("bigger_network", [Train]),
        new("better_optimizer", [Train]),
        new("train_longer", [Train]),
        new("network_size", [Train]),
        new("more_layers", [Train]),
        new("more_units", [Train]),
        new("adam", [Train]),
        new("learning_rate", [Train]),
        new("learning_rate_schedule", [Train]),
        new("momentum", [Train]),
        new("initialization", [Train]),
        new("more_features", [Train]),
        new("regularization", [Dev]),
        new("dropout", [Dev]),
        new("more_training_data", [Dev]),
        new("l1", [Dev]),
        new("l2", [Dev]),
        new("weight_decay", [Dev]),
        new("data_augmentation", [Dev]),
        new("label_smoothing", [Dev]),
        new("collect_target_data", [Mismatch]),
        new("synthesize_target_data", [Mismatch]),
        new("domain_adaptation", [Mismatch]),
        new("bigger_dev_set", [Test]),
        new("dev_set", [RealWorld]),
        new("test_set", [RealWorld]),
        new("metric", [RealWorld]),
        new("cost_function", [RealWorld]),
        new("early_stopping", [Train, Dev]),
    ];

    /// <summary>The first three knobs of a stage that act on no other, as words.</summary>
    public static string Recommend(Stage stage) => string.Join(", ", All
        .Where(knob => knob.Stages.Count == 1 && knob.Stages[0] == stage)
        .Take(3)
        .Select(knob => knob.Name));
}
