using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

/// <summary>Runs an analyzer over a marked-up source. The call shape is that of Microsoft.CodeAnalysis.Testing.</summary>
internal static class CSharpVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static DiagnosticResult Diagnostic(string id) =>
        new(id, new TAnalyzer().SupportedDiagnostics.FirstOrDefault(descriptor => descriptor.Id == id));

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        VerifyAnalyzerAsync(source, TestInputs.Default, expected);

    /// <summary>Exactly the marked and the expected diagnostics, and no unmarked compiler error, must come out.</summary>
    /// <exception cref="VerificationException">Something else came out.</exception>
    public static async Task VerifyAnalyzerAsync(string source, TestInputs inputs, params DiagnosticResult[] expected)
    {
        var analyzer = new TAnalyzer();
        var markup = Markup.Parse(source);
        var actual = await TestProject.DiagnoseAsync(TestProject.Create(markup.Source, inputs), analyzer);
        DiagnosticCheck.Compare(actual, markup, expected, analyzer);
    }
}

/// <summary>Runs an analyzer and its code fix over a marked-up source.</summary>
internal static class CSharpVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static DiagnosticResult Diagnostic(string id) => CSharpVerifier<TAnalyzer>.Diagnostic(id);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected) =>
        CSharpVerifier<TAnalyzer>.VerifyAnalyzerAsync(source, expected);

    /// <summary>
    /// Fixing one by one and fixing all at once both give <paramref name="fixedSource"/>, which compiles and has
    /// exactly the diagnostics marked in it. When no fix may be offered, it is <paramref name="source"/> again.
    /// </summary>
    /// <exception cref="VerificationException">Something else came out.</exception>
    public static async Task VerifyCodeFixAsync(string source, string fixedSource, params DiagnosticResult[] expected)
    {
        await VerifyAnalyzerAsync(source, expected);
        await VerifyAnalyzerAsync(fixedSource);

        var runner = new FixRunner(new TAnalyzer(), new TCodeFix());
        var document = TestProject.Create(Markup.Parse(source).Source, TestInputs.Default);
        var wanted = Markup.Parse(fixedSource).Source;
        Same(wanted, await FixRunner.TextAsync(await runner.OneByOneAsync(document)), "One by one");
        Same(wanted, await FixRunner.TextAsync(await runner.AllAtOnceAsync(document)), "Fix all");
    }

    private static void Same(string wanted, string actual, string how)
    {
        if (wanted != actual)
            throw new VerificationException($"{how} gives\n{actual}\ninstead of\n{wanted}");
    }
}
