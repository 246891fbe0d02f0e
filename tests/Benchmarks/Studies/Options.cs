using System.Globalization;

namespace MlStrategyGuard.Studies;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    /// <summary>Which study.</summary>
    public required string Study { get; init; }

    /// <summary>Where all chance comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Draws of a cell; of many rows other studies than the calibration take fewer.</summary>
    public int Draws { get; init; } = 1_000;

    /// <summary>Draws at once.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Cells with fewer rows a split are left out.</summary>
    public int MinRows { get; init; }

    /// <summary>Cells with more rows a split are left out.</summary>
    public int MaxRows { get; init; } = 1_000_000;

    /// <summary>Only tables whose name contains this.</summary>
    public string Only { get; init; } = "";

    /// <summary>Where files are written and read.</summary>
    public string Scratch { get; init; } = Path.GetTempPath();

    /// <summary>The folder of the real pairs.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">It can't be understood.</exception>
    public static Options Parse(string[] arguments)
    {
        if (arguments.Length == 0)
            throw new ArgumentException("name a study");
        var options = new Options { Study = arguments[0] };
        for (var i = 1; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length)
                throw new ArgumentException($"{arguments[i]} needs a value");
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--seed" => options with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) },
                "--draws" => options with { Draws = int.Parse(value, CultureInfo.InvariantCulture) },
                "--jobs" => options with { Jobs = int.Parse(value, CultureInfo.InvariantCulture) },
                "--min-rows" => options with { MinRows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--max-rows" => options with { MaxRows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--only" => options with { Only = value },
                "--scratch" => options with { Scratch = value },
                "--data" => options with { Data = value },
                _ => throw new ArgumentException($"unknown option {arguments[i]}"),
            };
        }

        return options;
    }
}
