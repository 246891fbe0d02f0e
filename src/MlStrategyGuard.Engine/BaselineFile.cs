using System.Text.Json;
using System.Text.Json.Serialization;
using MlStrategyGuard.Engine.Reports;

namespace MlStrategyGuard.Engine;

/// <summary>The file that <c>mlguard baseline</c> writes and <c>mlguard check --baseline</c> compares with.</summary>
public sealed record BaselineFile
{
    /// <summary>The version of this document's form.</summary>
    [JsonPropertyName("version")]
    public int Version { get; init; } = 1;

    /// <summary>The chosen candidate.</summary>
    [JsonPropertyName("candidate")]
    public required string Candidate { get; init; }

    /// <summary>The optimizing metric.</summary>
    [JsonPropertyName("metric")]
    public required string Metric { get; init; }

    /// <summary>Its value on dev.</summary>
    [JsonPropertyName("value")]
    public required double Value { get; init; }

    /// <summary>The lower limit at 95 %; absent of an exact value.</summary>
    [JsonPropertyName("lower")]
    public double? Lower { get; init; }

    /// <summary>The upper limit.</summary>
    [JsonPropertyName("upper")]
    public double? Upper { get; init; }

    /// <summary>The document with a line feed at its end.</summary>
    public static string Write(Baseline baseline) => JsonSerializer.Serialize(
        new BaselineFile
        {
            Candidate = baseline.Candidate,
            Metric = baseline.Metric,
            Value = Round(baseline.Value),
            Lower = baseline.Lower is { } lower ? Round(lower) : null,
            Upper = baseline.Upper is { } upper ? Round(upper) : null,
        },
        ReportContext.Readable.BaselineFile) + "\n";

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="CheckException">There is none, or it is something else.</exception>
    internal static Baseline Read(byte[] bytes, string path)
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, ReportContext.Readable.BaselineFile) is { Version: 1 } file)
                return new Baseline(file.Candidate, file.Metric, file.Value, file.Lower, file.Upper);
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new CheckException($"'{path}' is no baseline of this version; write it with 'mlguard baseline'.");
    }

    /// <summary>The bytes of a baseline.</summary>
    /// <exception cref="CheckException">It can't be read.</exception>
    internal static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CheckException($"the baseline '{path}' can't be read: write it with 'mlguard baseline', or correct the path.");
        }
    }

    private static double Round(double value) => Math.Round(value, 8) + 0.0;
}
