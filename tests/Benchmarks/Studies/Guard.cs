using System.Text;
using MlStrategyGuard.Engine;
using MlStrategyGuard.Engine.Reports;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies;

/// <summary>Runs the whole check on tables, from CSV files to findings, as a build does.</summary>
internal sealed class Guard : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly string _folder;

    /// <param name="scratch">A folder for the files; one in memory is quickest.</param>
    public Guard(string scratch) =>
        _folder = Directory.CreateDirectory(Path.Combine(scratch, "studies-" + Path.GetRandomFileName())).FullName;

    /// <summary>Checks the splits of a strategy.</summary>
    /// <param name="strategy">The strategy file's text without its splits.</param>
    /// <param name="splits">Their rows.</param>
    public CheckReport Check(string strategy, Splits splits)
    {
        (string Name, Table? Rows)[] named =
            [("train", splits.Train), ("train_dev", splits.TrainDev), ("dev", splits.Dev), ("test", splits.Test)];
        return Check(strategy, [.. named.Where(split => split.Rows is not null).Select(split => (split.Name, (Action<string>)split.Rows!.Write))]);
    }

    /// <summary>Checks the splits of a strategy.</summary>
    /// <param name="strategy">The strategy file's text without its splits.</param>
    /// <param name="pool">The rows of both.</param>
    /// <param name="dev">Those of dev.</param>
    public CheckReport Check(string strategy, Pool pool, bool[] dev) =>
        Check(strategy, ("dev", path => pool.Write(path, dev, true)), ("test", path => pool.Write(path, dev, false)));

    /// <summary>Checks a strategy file with this text.</summary>
    public CheckReport Check(string strategy)
    {
        var file = Path.Combine(_folder, "mlstrategy.yaml");
        File.WriteAllText(file, strategy);
        return StrategyCheck.Run(
            new CheckRequest(file, Today) { ShownAs = "mlstrategy.yaml" }, progress: null, CancellationToken.None);
    }

    private CheckReport Check(string strategy, params (string Name, Action<string> Write)[] splits)
    {
        var text = new StringBuilder(strategy).Append("splits:\n");
        foreach (var (name, write) in splits)
        {
            write(Path.Combine(_folder, name + ".csv"));
            text.Append($"  {name}: {{ files: {name}.csv, distribution: one }}\n");
        }

        return Check(text.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
