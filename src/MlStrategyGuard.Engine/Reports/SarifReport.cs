using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Reports;

/// <summary>
/// The report as SARIF 2.1.0 (OASIS Standard, Static Analysis Results Interchange Format), with what code hosts make use
/// of: rules with their help, regions, fixes, fingerprints, and suppressions for accepted findings. Nothing in it depends
/// on the machine.
/// </summary>
public static class SarifReport
{
    private const string SourceRoot = "%SRCROOT%";

    /// <summary>The guard's version, as its packages have it.</summary>
    public static string ToolVersion { get; } = typeof(SarifReport).Assembly.GetName().Version!.ToString(3);

    /// <summary>Writes one document, indented, with a line feed at its end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The strategy file from the repository's root, with forward slashes.</param>
    /// <param name="text">The strategy file's text.</param>
    /// <param name="silenced">Rules that the caller doesn't want to hear of.</param>
    /// <param name="version">The guard's version.</param>
    public static string Write(CheckReport report, string path, StrategyText text, IReadOnlySet<string> silenced, string version)
    {
        List<Result> results =
        [
            .. report.Findings.Select(Result.Of),
            .. report.Accepted.Select(Result.Of),
        ];
        results.RemoveAll(result => silenced.Contains(result.Id));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            new Document(json, SourcePath.ToUri(path), text, version).Write(results);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>What findings and accepted findings have in common.</summary>
    private sealed record Result(string Id, string Severity, string Message, SourceSpan Span, string? Split, string? Column)
    {
        public ReportedFix? Fix { get; private init; }

        public string? AcceptedBecause { get; private init; }

        public static Result Of(ReportedFinding finding) =>
            new(finding.Id, finding.Severity, finding.Message, new SourceSpan(finding.Line, finding.Column, finding.EndLine, finding.EndColumn), finding.Split, finding.ColumnName)
            {
                Fix = finding.Fix,
            };

        public static Result Of(ReportedWaiver accepted) =>
            new(accepted.Id, accepted.Severity, accepted.Message, new SourceSpan(accepted.Line, accepted.Column, accepted.EndLine, accepted.EndColumn), accepted.Split, accepted.ColumnName)
            {
                AcceptedBecause = accepted.Because,
            };
    }

    private sealed class Document(Utf8JsonWriter json, string uri, StrategyText text, string version)
    {
        private readonly ContentPaths _paths = ContentPaths.Of(text.Text);

        public void Write(List<Result> results)
        {
            List<string> rules = [.. results.Select(result => result.Id).Distinct().Order(StringComparer.Ordinal)];
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(rules);
            json.WriteStartArray("invocations");
            json.WriteStartObject();
            json.WriteBoolean("executionSuccessful", true);
            json.WriteEndObject();
            json.WriteEndArray();

            // Hosts keep the results of one tool apart by this; the slash at its end leaves the run itself nameless.
            json.WriteStartObject("automationDetails");
            json.WriteString("id", $"mlstrategyguard/{uri}/");
            json.WriteEndObject();
            json.WriteStartObject("originalUriBaseIds");
            json.WriteStartObject(SourceRoot);
            Text("description", "The root of the repository.");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("artifacts");
            json.WriteStartObject();
            ArtifactLocation("location");
            json.WriteStartArray("roles");
            json.WriteStringValue("analysisTarget");
            json.WriteEndArray();
            json.WriteString("sourceLanguage", "yaml");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            var seen = new Dictionary<string, int>();
            foreach (var result in results)
                Write(result, rules.IndexOf(result.Id), seen);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Tool(List<string> rules)
        {
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "MlStrategyGuard");
            json.WriteString("version", version);
            json.WriteString("semanticVersion", version);
            json.WriteString("informationUri", "https://github.com/mlstrategyguard/mlstrategyguard");
            json.WriteStartArray("rules");
            foreach (var id in rules)
                Rule(RuleCatalogue.Get(id));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Rule(RuleInfo rule)
        {
            var summary = RulePages.Summary(rule.Id);
            var help = RuleCatalogue.HelpFor(rule.Id);
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", Pascal(rule.Title));
            Text("shortDescription", rule.Title + ".");
            Text("fullDescription", summary);
            json.WriteStartObject("help");
            json.WriteString("text", $"{summary} More: {help}");
            json.WriteString("markdown", $"{summary}\n\n[What it finds, why, and what to do]({help})");
            json.WriteEndObject();
            json.WriteString("helpUri", help);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.DefaultSeverity.ToString().ToLowerInvariant()));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue("machine-learning");
            json.WriteStringValue(RuleList.PartName(rule.Part));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void Write(Result result, int rule, Dictionary<string, int> seen)
        {
            var path = _paths.At(result.Span);
            json.WriteStartObject();
            json.WriteString("ruleId", result.Id);
            json.WriteNumber("ruleIndex", rule);
            json.WriteString("level", Level(result.Severity));
            Text("message", WithoutLinks(result.Message));
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            ArtifactLocation("artifactLocation");
            Region("region", result.Span);
            json.WriteEndObject();
            if (path.Length > 0)
            {
                json.WriteStartArray("logicalLocations");
                json.WriteStartObject();
                json.WriteString("fullyQualifiedName", path);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndArray();

            // The second name is the one that GitHub tells alerts apart by. It would make one up from the line alone, and
            // findings of one rule on one line would become one alert.
            var fingerprint = Fingerprint(result, path, seen);
            json.WriteStartObject("partialFingerprints");
            json.WriteString("mlStrategyPlace/v1", fingerprint);
            json.WriteString("primaryLocationLineHash", fingerprint);
            json.WriteEndObject();
            if (result.AcceptedBecause is { } because)
                Suppression(because);
            if (result.Fix is { } fix)
                Fix(fix);
            json.WriteEndObject();
        }

        private void Suppression(string because)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", because);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void Fix(ReportedFix fix)
        {
            json.WriteStartArray("fixes");
            json.WriteStartObject();
            Text("description", fix.Title);
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            ArtifactLocation("artifactLocation");
            json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                json.WriteStartObject();
                Region("deletedRegion", new SourceSpan(edit.Line, edit.Column, edit.EndLine, edit.EndColumn));
                if (edit.Text.Length > 0)
                    Text("insertedContent", edit.Text.Replace("\n", text.NewLine, StringComparison.Ordinal));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void ArtifactLocation(string name)
        {
            json.WriteStartObject(name);
            json.WriteString("uri", uri);
            json.WriteString("uriBaseId", SourceRoot);
            json.WriteEndObject();
        }

        private void Region(string name, SourceSpan span)
        {
            json.WriteStartObject(name);
            json.WriteNumber("startLine", span.Line);
            json.WriteNumber("startColumn", span.Column);
            json.WriteNumber("endLine", span.EndLine);
            json.WriteNumber("endColumn", span.EndColumn);
            json.WriteEndObject();
        }

        private void Text(string name, string value)
        {
            json.WriteStartObject(name);
            json.WriteString("text", value);
            json.WriteEndObject();
        }

        /// <summary>
        /// Stands for the rule, the meaning of its place and what it is about; not for lines, which move, and not for the
        /// message, whose figures change. What can't be told apart by these has a number behind it.
        /// </summary>
        private static string Fingerprint(Result result, string path, Dictionary<string, int> seen)
        {
            var identity = Encoding.UTF8.GetBytes(string.Join('\0', result.Id, path, result.Split, result.Column));
            var hash = Convert.ToHexStringLower(SHA256.HashData(identity))[..16];
            seen[hash] = seen.GetValueOrDefault(hash) + 1;
            return $"{hash}:{seen[hash]}";
        }
    }

    private static string Level(string severity) => severity == "info" ? "note" : severity;

    /// <summary>A message is read for links, <c>[text](place)</c>; names of columns may look like one.</summary>
    private static string WithoutLinks(string message) => message.Replace("](", "\\](", StringComparison.Ordinal);

    private static string Pascal(string title) => string.Concat(title
        .Split([' ', '-', ',', '\''], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
