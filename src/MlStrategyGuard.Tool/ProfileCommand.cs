using System.CommandLine;
using System.Globalization;
using MlStrategyGuard.Engine;
using MlStrategyGuard.Engine.Pinned;

namespace MlStrategyGuard.Tool;

/// <summary><c>mlguard profile</c>: files that stand in for splits where their data isn't.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "The strategy file.",
            DefaultValueFactory = _ => "mlstrategy.yaml",
        };
        var split = new Option<string[]>("--split", "-s")
        {
            Description = "The splits to make a profile of. Default: all whose data is here.",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = $"The folder for the profiles, NAME.json each; what is there is overwritten. Default: {ProfileMaker.DefaultFolder} beside the strategy file.",
            HelpName = "FOLDER",
        };
        var command = new Command("profile", "Write a small file a split that stands in for its data on machines without it: sums over many rows, no row.")
        {
            file, split, output,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(file)!, parsed.GetValue(split) ?? [], parsed.GetValue(output), cancel)));
        return command;
    }

    private static int Run(string file, string[] splits, string? output, CancellationToken cancel)
    {
        try
        {
            if (file.Length == 0 || output?.Length == 0)
                throw new CheckException("an empty path names no file.");
            IReadOnlyList<MadeProfile> made;
            using (var progress = new ConsoleProgress())
                made = ProfileMaker.Make(file, splits, output, progress, cancel);

            foreach (var profile in made)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"wrote {profile.Path} ({profile.Rows:N0} rows, {profile.Columns:N0} {(profile.Columns == 1 ? "column" : "columns")}, {Math.Max(1, profile.Bytes / 1000):N0} kB)"));
            }

            foreach (var profile in made.Where(profile => !profile.IsDeclared))
                Console.Out.WriteLine($"now write in {file}, at splits: {profile.Split}:   profile: {Quoted(profile.Named)}");
            return ExitCodes.Passed;
        }
        catch (CheckException problem)
        {
            Console.Error.WriteLine($"mlguard: {problem.Message}");
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("mlguard: cancelled.");
        }

        return ExitCodes.CouldNotRun;
    }

    /// <summary>The path as YAML takes it.</summary>
    private static string Quoted(string path) =>
        path.All(sign => char.IsLetterOrDigit(sign) || sign is '/' or '.' or '-' or '_') && path[0] is not '-'
            ? path
            : $"'{path.Replace("'", "''", StringComparison.Ordinal)}'";
}
