using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Starters;

/// <summary>
/// A commented strategy file to begin with. What the folder or the answers tell is written, what nobody knows stands
/// as a comment with an example.
/// </summary>
public static class StarterFile
{
    private static readonly string[] Tasks =
        ["binary_classification", "multiclass_classification", "multilabel_classification", "regression", "ranking"];

    private static readonly string[] LabelNames = ["label", "target", "class", "y", "outcome"];

    /// <summary>Writes the file's text.</summary>
    /// <param name="folder">The project's folder, which must exist.</param>
    /// <param name="answers">What the user says.</param>
    /// <param name="cancel">Ends the reading of data.</param>
    /// <exception cref="CheckException">An answer isn't one.</exception>
    public static string Write(string folder, StarterAnswers answers, CancellationToken cancel)
    {
        if (answers.Task is { } given && !Tasks.Contains(given))
            throw new CheckException($"no task is called '{given}'{Nearest.HintOr(given, Tasks, ".")} It takes {string.Join(", ", Tasks)}.");

        var data = FoundData.In(folder, cancel);
        if (answers.Label is { } wanted && data.Columns.Count > 0 && !data.Columns.Contains(wanted))
            throw new CheckException($"no column is called '{wanted}'{Nearest.HintOr(wanted, data.Columns, ".")} The columns are {string.Join(", ", data.Columns.Take(12))}.");

        var label = answers.Label ?? data.Columns.FirstOrDefault(column => LabelNames.Contains(column, StringComparer.OrdinalIgnoreCase));
        var task = answers.Task ?? Guess(data.Profile?.Column(label ?? ""));
        var metric = answers.Metric ?? (task is null ? null : Default(task));
        if (metric is not null && MetricCatalogue.Find(metric) is null)
            throw new CheckException($"no metric is called '{metric}'{Nearest.HintOr(metric, MetricCatalogue.Names, ".")}");

        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=https://raw.githubusercontent.com/mlstrategyguard/mlstrategyguard/main/mlstrategy.schema.yaml\n");
        text.Append("# The machine-learning strategy of this project. What is absent is not checked.\n");
        text.Append("# 'mlguard explain MLS1001' shows what a finding means; 'mlguard rules' lists all of them.\n");
        text.Append("version: 1\n");
        text.Append($"name: {Yaml.Text(NameOf(folder))}\n");
        text.Append(task is null ? $"# task: binary_classification   # or {string.Join(", ", Tasks.Skip(1))}\n" : $"task: {task}\n");
        text.Append(answers.Target is { } target
            ? $"target: {Yaml.Text(target)}\n"
            : "# target: app                   # the distribution that the model must do well on\n");

        text.Append("\ndata:\n");
        text.Append(label is null ? "  # label: outcome             # the column to predict\n" : $"  label: {Yaml.Text(label)}\n");
        text.Append("  # id: photo_id               # identifies a row\n");
        text.Append("  # group: user_id             # rows of one user, patient or device\n");
        text.Append("  # ignore: [path]             # left out of every comparison\n");
        text.Append("  missing: [\"\", \"NA\", \"N/A\", \"NaN\", \"null\"]\n");

        AppendSplits(text, data);

        text.Append("\nconsistency:\n  tolerance: 5%                # the largest share of rows of dev and test that may differ\n");
        var comment = metric is null ? "# " : "";
        text.Append($"\n{comment}metrics:\n{comment}  optimize: {Yaml.Text(metric ?? "f1")}                 # exactly one metric ranks the candidates\n");
        text.Append("  # satisfy:                   # others only have to pass a threshold\n");
        text.Append("  #   - { metric: latency_ms, at_most: 100 }\n");

        text.Append("\n# Figures of what you trained; the guard picks the winner and compares it with your choice.\n");
        text.Append("# candidates:\n#   - { name: baseline, measured: { " + (metric ?? "f1") + ": 0.80 } }\n# choice: baseline\n");
        text.Append("\n# The error ladder: the guard says whether bias, variance or mismatch comes first.\n");
        text.Append("# errors:\n#   human: 1%\n#   train: { error: 8%, rows: 20000 }\n#   dev: { error: 10%, rows: 5000 }\n");
        return text.ToString();
    }

    private static void AppendSplits(StringBuilder text, FoundData data)
    {
        if (data.Splits.Count == 0)
        {
            text.Append("\n# splits:                      # CSV or TSV; patterns with *, ? and **\n");
            text.Append("#   train: { files: data/train.csv }\n#   dev:   { files: data/dev.csv }\n#   test:  { files: data/test.csv }\n");
            return;
        }

        text.Append("\nsplits:\n");
        foreach (var (name, map) in data.Splits)
            text.Append($"  {name}: {map}\n");
        foreach (var name in new[] { "train", "dev", "test" }.Where(name => data.Splits.All(split => split.Key != name)))
            text.Append($"  # {name}: {{ files: data/{name}.csv }}\n");
    }

    /// <summary>The task that a label's values speak for.</summary>
    private static string? Guess(ColumnProfile? label) => label switch
    {
        null or { Present: 0 } => null,
        { Kind: ColumnKind.Numeric, Codes: null } => "regression",
        { Kind: ColumnKind.Date } => null,
        { Kind: ColumnKind.Numeric, Codes.Count: 2 } => "binary_classification",
        { IsHashed: true } => null,
        { Distinct: 2 } => "binary_classification",
        { Distinct: <= 100 } => "multiclass_classification",
        _ => null,
    };

    private static string Default(string task) => task switch
    {
        "regression" => "rmse",
        "ranking" => "ndcg",
        "multiclass_classification" => "f1_macro",
        "multilabel_classification" => "f1_micro",
        _ => "f1",
    };

    private static string NameOf(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } name ? name : "project";
}
