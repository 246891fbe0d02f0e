using System.CommandLine;
using System.Text;
using MlStrategyGuard.Engine;
using MlStrategyGuard.Engine.Starters;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard init</c>: a starter file, from a folder of data and from answers given as options.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The project's folder; its data files are looked for here and below.",
            DefaultValueFactory = _ => ".",
        };
        var task = Text("--task", "What the model predicts. [binary_classification|multiclass_classification|multilabel_classification|regression|ranking]", "TASK");
        var label = Text("--label", "The column to predict.", "COLUMN");
        var metric = Text("--metric", "The one metric that ranks candidates.", "METRIC");
        var target = Text("--target", "The distribution that the model must do well on.", "NAME");
        var force = new Option<bool>("--force") { Description = "Overwrite an mlstrategy.yaml that is already there." };
        var command = new Command("init", "Write a commented mlstrategy.yaml that fits the data at hand.")
        {
            folder, task, label, metric, target, force,
        };
        command.SetAction((parsed, cancel) => System.Threading.Tasks.Task.FromResult(Run(
            parsed.GetValue(folder)!,
            new StarterAnswers
            {
                Task = parsed.GetValue(task),
                Label = parsed.GetValue(label),
                Metric = parsed.GetValue(metric),
                Target = parsed.GetValue(target),
            },
            parsed.GetValue(force),
            cancel)));
        return command;
    }

    private static int Run(string folder, StarterAnswers answers, bool force, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "mlstrategy.yaml");
        try
        {
            if (!Directory.Exists(folder))
                throw new CheckException($"there is no folder '{folder}'.");
            if (File.Exists(path) && !force)
                throw new CheckException($"'{path}' is already there; --force overwrites it.");

            AtomicFile.Write(path, Encoding.UTF8.GetBytes(StarterFile.Write(folder, answers, cancel)));
            Console.Out.WriteLine($"wrote {path}; now edit it and run 'mlguard check {path}'.");
            return ExitCodes.Passed;
        }
        catch (CheckException problem)
        {
            Console.Error.WriteLine($"mlguard: {problem.Message}");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"mlguard: '{path}' can't be written: {trouble.Message}");
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("mlguard: cancelled.");
        }

        return ExitCodes.CouldNotRun;
    }

    private static Option<string?> Text(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
