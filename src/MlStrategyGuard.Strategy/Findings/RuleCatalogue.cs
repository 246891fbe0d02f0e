using MlStrategyGuard.Reading;

namespace MlStrategyGuard;

/// <summary>Every rule number that a strategy file may name, in order. The one place of their titles and severities.</summary>
public static class RuleCatalogue
{
    private const string HelpRoot = "https://github.com/mlstrategyguard/mlstrategyguard/blob/main/docs/rules/";

    /// <summary>All rules, ordered by number. Numbers are fixed and never reused.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        new("MLS0001", Severity.Error, 0, "Not readable YAML"),
        new("MLS0002", Severity.Error, 0, "Unknown key"),
        new("MLS0003", Severity.Error, 0, "Value of the wrong kind or out of range"),
        new("MLS0004", Severity.Error, 0, "Required value missing"),
        new("MLS0005", Severity.Error, 0, "A named file does not exist"),
        new("MLS0006", Severity.Error, 0, "A data file cannot be read"),
        new("MLS0007", Severity.Error, 0, "Key or name given twice"),
        new("MLS0008", Severity.Error, 0, "A waiver that is expired, unfounded or matches nothing"),
        new("MLS0009", Severity.Warning, 0, "The guard, or a part of it, cannot run here"),
        new("MLS0010", Severity.Error, 0, "A named column is not in the data"),
        new("MLS1001", Severity.Error, 4, "Dev and test come from different distributions"),
        new("MLS1002", Severity.Info, 4, "No shift found, but the data could not have shown a small one"),
        new("MLS1003", Severity.Error, 10, "Train-dev is not distributed like train"),
        new("MLS1004", Severity.Error, 9, "Splits declared to share a distribution differ"),
        new("MLS1005", Severity.Warning, 10, "Train and dev differ by declaration and there is no train-dev set"),
        new("MLS1006", Severity.Error, 4, "Equal rows in two splits"),
        new("MLS1007", Severity.Error, 4, "A group in two splits"),
        new("MLS1008", Severity.Error, 4, "Time order violated"),
        new("MLS1009", Severity.Warning, 4, "Near-duplicates across splits"),
        new("MLS1010", Severity.Error, 9, "A split holds rows of another source than it declares"),
        new("MLS1011", Severity.Warning, 4, "A split is too small for what is asked of it"),
        new("MLS1012", Severity.Info, 4, "Proportions odd for the amount of data"),
        new("MLS1013", Severity.Warning, 4, "A class is missing from a split"),
        new("MLS1014", Severity.Error, 4, "Columns or their kinds differ between splits"),
        new("MLS1015", Severity.Warning, 4, "The same column in other units or another encoding"),
        new("MLS1016", Severity.Warning, 8, "Equal rows with different labels"),
        new("MLS1017", Severity.Error, 9, "Dev or test is not drawn from the target"),
        new("MLS1018", Severity.Warning, 4, "A column gives the label away"),
        new("MLS1019", Severity.Warning, 4, "Test looked at too often"),
        new("MLS1020", Severity.Warning, 4, "Two splits have shifted, perhaps beyond the tolerance"),
        new("MLS1021", Severity.Info, 4, "Rows come in groups that nobody declared"),
        new("MLS2001", Severity.Error, 2, "No optimizing metric"),
        new("MLS2002", Severity.Error, 2, "More than one optimizing metric"),
        new("MLS2003", Severity.Error, 2, "Unknown metric, or one that does not fit the task"),
        new("MLS2004", Severity.Error, 3, "Satisficing metric without a threshold, or with a contradictory one"),
        new("MLS2005", Severity.Error, 3, "Another candidate beats the declared choice"),
        new("MLS2006", Severity.Error, 3, "The choice fails a satisficing metric"),
        new("MLS2007", Severity.Warning, 3, "The lead is inside the noise"),
        new("MLS2008", Severity.Error, 2, "A metric is undefined on this data"),
        new("MLS2009", Severity.Error, 3, "A measured value differs from the recomputed one"),
        new("MLS2010", Severity.Warning, 2, "Accuracy optimized though one class dominates"),
        new("MLS2011", Severity.Error, 2, "Metric per slice without an aggregate"),
        new("MLS2012", Severity.Error, 3, "Predictions do not match the split"),
        new("MLS2013", Severity.Error, 3, "Candidates scored on different sets"),
        new("MLS2014", Severity.Warning, 3, "Cannot tell which candidates pass or which is best"),
        new("MLS2015", Severity.Error, 3, "The choice is worse than the baseline"),
        new("MLS3001", Severity.Info, 6, "Avoidable bias dominates"),
        new("MLS3002", Severity.Info, 6, "Variance dominates"),
        new("MLS3003", Severity.Info, 10, "Data mismatch dominates"),
        new("MLS3004", Severity.Info, 1, "Overfit to the dev set"),
        new("MLS3005", Severity.Info, 1, "Dev/test or the metric do not reflect the real world"),
        new("MLS3006", Severity.Info, 6, "Cannot tell yet which error dominates"),
        new("MLS3007", Severity.Warning, 5, "The Bayes proxy says nothing here"),
        new("MLS3008", Severity.Warning, 6, "The error ladder is inconsistent"),
        new("MLS3009", Severity.Warning, 10, "Variance cannot be told from mismatch"),
        new("MLS3010", Severity.Warning, 1, "A run turned knobs of several stages"),
        new("MLS3011", Severity.Warning, 1, "A knob acts on several stages"),
        new("MLS3012", Severity.Warning, 1, "The next step contradicts the diagnosis"),
        new("MLS3101", Severity.Warning, 7, "The focus is not where the ceiling is"),
        new("MLS3102", Severity.Info, 7, "Ceilings of the error analysis"),
        new("MLS3103", Severity.Warning, 7, "Too few examples examined"),
        new("MLS3104", Severity.Error, 7, "Counts contradict each other"),
        new("MLS3201", Severity.Warning, 8, "Correct the labels now"),
        new("MLS3202", Severity.Info, 8, "Leave the labels"),
        new("MLS3203", Severity.Error, 8, "Labels corrected in one of dev and test only"),
        new("MLS3204", Severity.Error, 8, "Label errors are systematic"),
        new("MLS3205", Severity.Info, 8, "Audit more labels before deciding"),
        new("MLS4001", Severity.Warning, 11, "Transfer will not pay"),
        new("MLS4002", Severity.Error, 11, "Source and target have different kinds of input"),
        new("MLS4003", Severity.Warning, 11, "Retraining depth contradicts the target data"),
        new("MLS4101", Severity.Warning, 12, "Tasks have very unequal amounts of data"),
        new("MLS4102", Severity.Error, 12, "Missing labels counted as negatives"),
        new("MLS4103", Severity.Warning, 12, "The shared network is too small"),
        new("MLS4201", Severity.Warning, 13, "End-to-end with too little data"),
        new("MLS4202", Severity.Info, 13, "A pipeline though end-to-end data is ample"),
        new("MLS4301", Severity.Warning, 10, "Synthesized from too few sources"),
        new("MLS5001", Severity.Error, 4, "Estimator is fitted on the test set"),
        new("MLS5002", Severity.Warning, 4, "Stateful transform fitted before the split"),
        new("MLS5003", Severity.Error, 4, "Supervised selection or encoding before the split"),
        new("MLS5004", Severity.Error, 6, "Model evaluated on its training data only"),
        new("MLS5005", Severity.Error, 4, "Train and test read from the same source"),
        new("MLS5006", Severity.Error, 4, "Test rows are added to the training data"),
        new("MLS5007", Severity.Warning, 4, "Rows repeated before the split"),
        new("MLS5008", Severity.Warning, 4, "Pre-fitted data passed to cross-validation"),
        new("MLS5010", Severity.Error, 4, "Label is part of the features"),
        new("MLS5011", Severity.Error, 4, "Re-shuffling sequence behind a split"),
        new("MLS5013", Severity.Error, 4, "Halves of different splits are mixed"),
        new("MLS5014", Severity.Warning, 4, "Best fold's score is reported as the result"),
        new("MLS5101", Severity.Error, 4, "Test set doubles as the validation set"),
        new("MLS5102", Severity.Error, 4, "Model chosen by its test score"),
        new("MLS5103", Severity.Warning, 4, "Test set scored more than once"),
        new("MLS5104", Severity.Warning, 4, "Several candidates, no dev set"),
        new("MLS5105", Severity.Warning, 4, "Decision threshold tuned on the test set"),
        new("MLS5106", Severity.Warning, 4, "Features chosen by their importance on the test set"),
        new("MLS5107", Severity.Warning, 4, "Early stopping on the test set"),
        new("MLS5110", Severity.Warning, 4, "The test part is larger than the training part"),
        new("MLS5111", Severity.Info, 4, "Held-out set created and never used"),
        new("MLS5201", Severity.Error, 4, "Label used as sampling key"),
        new("MLS5202", Severity.Error, 4, "Numeric sampling key cuts a range instead of drawing groups"),
        new("MLS5203", Severity.Warning, 4, "Key-typed sampling key takes the first groups"),
        new("MLS5204", Severity.Error, 4, "Ranking data split without its group column"),
        new("MLS5206", Severity.Warning, 4, "Random split of a time series"),
        new("MLS5207", Severity.Warning, 4, "Rows sorted by label and cut by position"),
        new("MLS5209", Severity.Error, 4, "Manual ranges of train and test overlap"),
        new("MLS5212", Severity.Warning, 4, "Test or dev set is resampled"),
        new("MLS6001", Severity.Warning, 2, "Two metrics decide which model wins"),
        new("MLS6002", Severity.Error, 2, "Second metric silently replaces the first"),
        new("MLS6004", Severity.Error, 2, "Code optimizes another metric than the strategy"),
        new("MLS6006", Severity.Error, 2, "Metric compared in the wrong direction"),
        new("MLS6007", Severity.Warning, 2, "Scores of different sets are compared to choose"),
        new("MLS6008", Severity.Error, 2, "Metric reads another label column than the trainer"),
        new("MLS6010", Severity.Warning, 2, "Different metrics are compared with each other"),
        new("MLS7003", Severity.Warning, 4, "Search samples the first rows of an unshuffled file"),
        new("MLS8001", Severity.Warning, 1, "backward and step without zero_grad"),
        new("MLS8002", Severity.Warning, 1, "Evaluation while in training mode"),
        new("MLS8003", Severity.Warning, 1, "Training continues in evaluation mode"),
        new("MLS8005", Severity.Error, 1, "The result of no_grad is not disposed"),
        new("MLS8006", Severity.Error, 1, "backward after a forward pass without gradients"),
        new("MLS8007", Severity.Error, 1, "The optimizer steps while gradients are zero"),
        new("MLS8008", Severity.Error, 4, "Optimizer steps on dev or test data"),
        new("MLS8010", Severity.Warning, 1, "Sub-modules or parameters are not registered"),
        new("MLS8101", Severity.Info, 1, "Training and measuring without a seed"),
        new("MLS8102", Severity.Warning, 4, "An unseeded shuffle decides the test set"),
        new("MLS9001", Severity.Error, 4, "Code trains on a file declared dev or test"),
        new("MLS9005", Severity.Error, 4, "Declared group or time column not honored by the split"),
        new("MLS9006", Severity.Error, 4, "Label column differs from the strategy"),
    ];

    private static readonly Dictionary<string, RuleInfo> ById =
        All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of that number.</summary>
    /// <exception cref="KeyNotFoundException">No rule has this number.</exception>
    public static RuleInfo Get(string id) => ById[id];

    /// <summary>Whether a rule has this number.</summary>
    public static bool Knows(string id) => ById.ContainsKey(id);

    /// <summary>Ends a message about a number that no rule has: with the nearest one, or with a full stop.</summary>
    internal static string Hint(string id) =>
        Nearest.To(id, ById.Keys) is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    /// <summary>The address of the rule's page.</summary>
    public static string HelpFor(string id) => HelpRoot + id + ".md";
}
