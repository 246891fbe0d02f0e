using System.Collections.Immutable;
using MlStrategyGuard.CodeFixes;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>Runs one rule on training code over a marked-up source, and its fix.</summary>
internal static class RuleVerifier<TRule>
    where TRule : CodeRule, new()
{
    private static TrainingCodeAnalyzer Analyzer => new([new TRule()]);

    /// <summary>An expected finding of the rule.</summary>
    public static DiagnosticResult Diagnostic()
    {
        var rule = new TRule().Descriptor;
        return new(rule.Id, rule);
    }

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        VerifyAnalyzerAsync(source, TestInputs.Default, expected);

    /// <summary>Exactly the marked and the expected diagnostics, and no unmarked compiler error, must come out.</summary>
    /// <exception cref="VerificationException">Something else came out.</exception>
    public static async Task VerifyAnalyzerAsync(string source, TestInputs inputs, params DiagnosticResult[] expected)
    {
        var markup = Markup.Parse(source);
        var actual = await TestProject.DiagnoseAsync(TestProject.Create(markup.Source, inputs), Analyzer);
        DiagnosticCheck.Compare(actual, markup, expected, Analyzer);
    }

    public static Task VerifyCodeFixAsync(string source, string fixedSource, params DiagnosticResult[] expected) =>
        VerifyCodeFixAsync(source, fixedSource, TestInputs.Default, expected);

    /// <summary>
    /// Fixing one by one and fixing all at once both give <paramref name="fixedSource"/>, which compiles, has exactly
    /// the diagnostics marked in it, and none of another rule that <paramref name="source"/> hadn't. When no fix may be
    /// offered, it is <paramref name="source"/> again.
    /// </summary>
    /// <exception cref="VerificationException">Something else came out.</exception>
    public static async Task VerifyCodeFixAsync(
        string source, string fixedSource, TestInputs inputs, params DiagnosticResult[] expected)
    {
        await VerifyAnalyzerAsync(source, inputs, expected);
        await VerifyAnalyzerAsync(fixedSource, inputs);

        var runner = new FixRunner(Analyzer, new EditFix());
        var document = TestProject.Create(Markup.Parse(source).Source, inputs);
        var wanted = Markup.Parse(fixedSource).Source;
        Same(wanted, await FixRunner.TextAsync(await runner.OneByOneAsync(document)), "One by one");
        Same(wanted, await FixRunner.TextAsync(await runner.AllAtOnceAsync(document)), "Fix all");

        var before = await IdsAsync(Markup.Parse(source).Source, inputs);
        var after = await IdsAsync(wanted, inputs);
        foreach (var id in after.Keys)
        {
            if (after[id] > before.GetValueOrDefault(id))
                throw new VerificationException($"The fix adds {id}:\n{wanted}");
        }
    }

    private static async Task<ImmutableDictionary<string, int>> IdsAsync(string source, TestInputs inputs)
    {
        var found = await TestProject.DiagnoseAsync(TestProject.Create(source, inputs), new TrainingCodeAnalyzer());
        return found.GroupBy(diagnostic => diagnostic.Id).ToImmutableDictionary(group => group.Key, group => group.Count());
    }

    private static void Same(string wanted, string actual, string how)
    {
        if (wanted != actual)
            throw new VerificationException($"{how} gives\n{actual}\ninstead of\n{wanted}");
    }
}
