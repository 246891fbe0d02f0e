using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>The report as JSON, and back.</summary>
public static class JsonReport
{
    /// <summary>One document, indented, with a line feed at its end.</summary>
    public static string Write(CheckReport report) =>
        JsonSerializer.Serialize(report, ReportContext.Readable.CheckReport) + "\n";

    internal static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // The document isn't put into HTML: names stay readable in every script.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>Serialization without reflection, so that a short run stays short.</summary>
[JsonSerializable(typeof(CheckReport))]
[JsonSerializable(typeof(CachedCheck))]
[JsonSerializable(typeof(BaselineFile))]
[JsonSerializable(typeof(List<ListedRule>))]
[JsonSerializable(typeof(JsonElement))] // What a figure of a cached report is.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ReportContext : JsonSerializerContext
{
    /// <summary>The context with the report's options.</summary>
    public static ReportContext Readable { get; } = new(new JsonSerializerOptions(JsonReport.Options));
}
