using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>Whatever the text: findings in order, at places that exist, and never an exception.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ": ", ":", ", ", ",", "- ", "-", "? ", "?", "&a ", "*a", "*", "&", "!", "!!", "!<", ">", "|", "|2", ">-",
        "'", "\"", "%", "%YAML 1.2", "%TAG ! x", "@", "`", "#", " #", "\n", "\n  ", "\n ", "\r", "\r\n", "\t", "\n\t", "\\", "\\u",
        "\\U", "\\x", "\\0", "ffffffff", "d800", "~", "null", "---\n", "...\n", "a", "b", "1", "0.5", "5%", "version: 1\n", "data:",
        "splits:", "dev: ", "metrics:", "optimize: ", "accept:", "rules:", "<<: ", "\uFEFF", "\u0085", "\u2028", "\u00A0", "é",
        "\uD83D\uDC08", "\uD83D", "\uDC08", "\0", "\u0001", "\u001B", "\uFFFE", "\uFFFF", "\v", "\f",
    ];

    private static readonly string[] Words =
    [
        "version", "name", "task", "data", "label", "ignore", "columns", "missing", "splits", "train", "dev", "files", "where",
        "rows", "composition", "consistency", "tolerance", "policy", "metrics", "optimize", "metric", "direction", "satisfy",
        "at_most", "on", "watch", "candidates", "choice", "predictions", "measured", "value", "errors", "human", "who", "error",
        "bayes", "train_dev", "test", "production", "next", "knobs", "history", "run", "changed", "error_analysis", "examined", "tags",
        "count", "fixable", "focus", "labels", "audit", "file", "given", "wrong_examined", "wrong_mislabeled", "right_examined",
        "corrected", "synthesis", "unique", "generated", "transfer", "from", "to", "input", "examples", "retrain", "multi_task",
        "tasks", "missing_labels", "separate_networks_better", "end_to_end", "pairs", "stages", "plan", "l2", "early_stopping",
        "real_world", "last_layer", "masked", "pipeline", "1 h", "9e18", "1e308", "-1", "accept", "rule", "because", "until", "rules", "MLS1001", "f1", "1", "5%", "off", "~",
        "", "\"\"", "'x'", "2027-03-31", "zzzzzzzz", "\"a\\nb\"",
    ];

    [Fact]
    public void AnyString_IsRead() => ForAll(10_000, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    [Fact]
    public void AnyBytes_AreRead() =>
        ForAll(10_000, ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => Encoding.UTF8.GetString(bytes ?? [])));

    [Fact]
    public void AnyPiecesOfYaml_AreRead() =>
        ForAll(60_000, Gen.Choose(0, 30).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat));

    [Fact]
    public void AnyTree_IsRead() => ForAll(20_000, Tree(6));

    [Fact]
    public void AnyTreeUnderAGoodHead_IsRead() =>
        ForAll(20_000,
            from key in Gen.Elements(
                "data", "splits", "consistency", "metrics", "accept", "rules", "name", "task", "candidates", "choice", "errors", "next",
                "knobs", "history", "error_analysis", "labels", "synthesis", "transfer", "multi_task", "end_to_end")
            from tree in Tree(5)
            select $"version: 1\n{key}: {tree}\n");

    [Fact]
    public void ExampleWithAnyChange_IsRead()
    {
        var example = TestFiles.Example;
        ForAll(6_000,
            from start in Gen.Choose(0, example.Length)
            from length in Gen.Choose(0, 12)
            from piece in Gen.OneOf(Gen.Constant(""), Gen.Elements(Pieces))
            select example[..start] + piece + example[Math.Min(example.Length, start + length)..]);
    }

    [Fact]
    public void ExampleCutAnywhere_IsRead()
    {
        var example = TestFiles.Example;
        for (var length = 0; length <= example.Length; length++)
            Assert.Null(Wrong(example[..length]));
    }

    private static Gen<string> Tree(int depth) => depth == 0
        ? Gen.Elements(Words)
        : Gen.Frequency(
            (2, Gen.Elements(Words)),
            (2, Gen.Choose(0, 4).SelectMany(count => Tree(depth - 1).ArrayOf(count)).Select(items => $"[{string.Join(", ", items)}]")),
            (3, Gen.Choose(0, 5).SelectMany(count => Pair(depth - 1).ArrayOf(count)).Select(pairs => $"{{ {string.Join(", ", pairs)} }}")));

    private static Gen<string> Pair(int depth) =>
        from key in Gen.Elements(Words)
        from value in Tree(depth)
        select $"{key}: {value}";

    private static void ForAll(int tests, Gen<string> texts) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20240607, 1),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                var wrong = Wrong(text);
                return (wrong is null).Label(wrong ?? "");
            }));

    /// <summary>What is wrong with the reader's answer to a text; null if nothing is.</summary>
    private static string? Wrong(string text)
    {
        try
        {
            var (strategy, findings) = StrategyReader.Read(text);
            var judged = Judgement.Of(strategy, findings, Evidence.None, new DateTime(2026, 6, 1));
            var last = (Line: 0, Column: 0);
            foreach (var finding in findings)
            {
                var (line, column, endLine, endColumn) = finding.Span;
                if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column))
                    return $"{finding.Id} at {finding.Span}";
                if (line < last.Line || (line == last.Line && column < last.Column))
                    return $"{finding.Id} at {finding.Span} behind {last}";
                last = (line, column);
            }

            return judged.Findings.FirstOrDefault(finding =>
                finding.Message.Length is < 10 or > 1000
                || finding.Message.TrimEnd(')')[^1] is not ('.' or '?')
                || finding.Message.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')) is { } odd
                ? $"{odd.Id}: {odd.Message}"
                : null;
        }
        catch (Exception problem)
        {
            return problem.ToString();
        }
    }
}
