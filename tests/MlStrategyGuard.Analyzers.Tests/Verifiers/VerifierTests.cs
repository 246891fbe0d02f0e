using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.CSharpVerifier<
    MlStrategyGuard.Analyzers.Tests.Verifiers.VerifierTests.NoFoo,
    MlStrategyGuard.Analyzers.Tests.Verifiers.VerifierTests.RenameFoo>;

namespace MlStrategyGuard.Analyzers.Tests.Verifiers;

public sealed class VerifierTests
{
    [Theory]
    [InlineData("class [|Foo|] { }")]
    [InlineData("class {|TST0001:Foo|} { }")]
    [InlineData("class $$Foo { }")]
    [InlineData("class [|Foo|] { class [|Foo2|] { } }")]
    [InlineData("class Bar { }")]
    [InlineData("class Bar { {|CS0246:Missing|} field; }")]
    public Task ExactMarkup_Passes(string source) => Verify.VerifyAnalyzerAsync(source);

    [Theory]
    [InlineData("class Foo { }", "Found and not expected")]
    [InlineData("class [|Bar|] { }", "Expected and not found")]
    [InlineData("class [|Foo |]{ }", "Expected and not found")]
    [InlineData("class {|TST0002:Foo|} { }", "Expected and not found")]
    [InlineData("class [|[|Foo|]|] { }", "Expected and not found")]
    [InlineData("class Bar { Missing field; }", "CS0246")]
    [InlineData("class Bar {", "CS1513")]
    public async Task WrongMarkupOrUnmarkedError_Fails(string source, string says)
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(() => Verify.VerifyAnalyzerAsync(source));
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpectedDiagnostic_IsComparedByPlaceAndMessage()
    {
        const string Source = "class {|#0:Foo|} { class {|#1:Inner|} { } }";
        var expected = Verify.Diagnostic("TST0001");

        await Verify.VerifyAnalyzerAsync(Source, expected.WithLocation(0).WithArguments("Foo"));
        await Verify.VerifyAnalyzerAsync(Source, expected.WithLocation(0).WithLocation(0).WithMessage("Foo is no name"));
        await Fails(expected.WithLocation(1));
        await Fails(expected.WithLocation(2));
        await Fails(expected.WithLocation(0).WithArguments("Bar"));
        await Fails(expected.WithLocation(0).WithLocation(1));
        await Fails(expected.WithLocation(0), expected.WithLocation(0));
        await Fails();

        static Task<VerificationException> Fails(params DiagnosticResult[] results) =>
            Assert.ThrowsAsync<VerificationException>(() => Verify.VerifyAnalyzerAsync(Source, results));
    }

    [Fact]
    public async Task AnalyzerThatThrows_Fails()
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(
            () => CSharpVerifier<Throwing>.VerifyAnalyzerAsync("class Bar { }"));
        Assert.Contains("on purpose", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdditionalFilesAndGlobalOptions_ReachTheAnalyzer()
    {
        var inputs = new TestInputs
        {
            AdditionalFiles = [("/project/names.txt", "Baz")],
            GlobalOptions = [("build_property.AlsoForbid", "Qux")],
        };
        await CSharpVerifier<NoFoo>.VerifyAnalyzerAsync("class [|Baz|] { class [|Qux|] { } }", inputs);
        await CSharpVerifier<NoFoo>.VerifyAnalyzerAsync("class Baz { class Qux { } }");
    }

    [Fact]
    public Task SeverityNoneInTheGlobalConfig_SilencesARule() =>
        CSharpVerifier<NoFoo>.VerifyAnalyzerAsync(
            "class Foo { }", new TestInputs { GlobalOptions = [("dotnet_diagnostic.TST0001.severity", "none")] });

    [Fact]
    public async Task ProjectWithoutMLNet_DoesNotKnowItsTypes()
    {
        const string Source = "class Bar { Microsoft.ML.MLContext field = new(); }";
        await CSharpVerifier<NoFoo>.VerifyAnalyzerAsync(Source);
        await Assert.ThrowsAsync<VerificationException>(
            () => CSharpVerifier<NoFoo>.VerifyAnalyzerAsync(Source, new TestInputs { ReferenceLibraries = false }));
    }

    [Theory]
    [InlineData("class [|Foo|] { }", "class Bar { }")]
    [InlineData("class [|Foo|] { } struct [|Foo2|] { }", "class Bar { } struct Bar2 { }")]
    [InlineData("interface [|Foo|] { }", "interface [|Foo|] { }")]
    public Task RightFix_Passes(string source, string fixedSource) => Verify.VerifyCodeFixAsync(source, fixedSource);

    [Theory]
    [InlineData("class [|Foo|] { }", "class Baz { }", "One by one gives")]
    [InlineData("class [|Foo|] { }", "class [|Foo|] { }", "One by one gives")]
    [InlineData("interface [|Foo|] { }", "interface Bar { }", "One by one gives")]
    [InlineData("class [|Foo|] { Foo? next; }", "class Bar { Foo? next; }", "CS0246")]
    [InlineData("record [|Foo|];", "record Bar;", "before the fix and 1 after")]
    public async Task WrongFix_Fails(string source, string fixedSource, string says)
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(
            () => Verify.VerifyCodeFixAsync(source, fixedSource));
        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class [|Foo { }")]
    [InlineData("class Foo|] { }")]
    [InlineData("class [|Foo|} { }")]
    [InlineData("class {|#0:Foo|} {|#0:{ }|}")]
    public void BrokenMarkup_IsRefused(string source) => Assert.Throws<FormatException>(() => Markup.Parse(source));

#pragma warning disable RS1001, RS2008 // No compiler ever loads a test's analyzer.
    /// <summary>Reports types named Foo…, and those that an additional file or an option names.</summary>
    internal sealed class NoFoo : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule =
            new("TST0001", "No Foo", "{0} is no name", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    var name = symbol.Symbol.Name;
                    symbol.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(
                        "build_property.AlsoForbid", out var option);
                    var isListed = symbol.Options.AdditionalFiles.Any(file => file.GetText()!.ToString() == name);
                    if (name.StartsWith("Foo", StringComparison.Ordinal) || isListed || option == name)
                    {
                        var location = symbol.Symbol.Locations[0];
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, location, additionalLocations: [location], name));
                    }
                },
                SymbolKind.NamedType);
        }
    }

    internal sealed class Throwing : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("TST0003", "Throws", "Throws", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(_ => throw new InvalidOperationException("on purpose"), SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1001, RS2008

    /// <summary>Renames Foo… to Bar… in its declaration only; wrongly for records, and not at all for interfaces.</summary>
    [ExportCodeFixProvider(LanguageNames.CSharp)]
    internal sealed class RenameFoo : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds => ["TST0001"];

        public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

        public override async Task RegisterCodeFixesAsync(CodeFixContext context)
        {
            var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
            var type = (TypeDeclarationSyntax)root.FindNode(context.Span);
            if (type is InterfaceDeclarationSyntax)
                return;

            var name = type is RecordDeclarationSyntax
                ? "Foo2"
                : type.Identifier.Text.Replace("Foo", "Bar", StringComparison.Ordinal);
            var renamed = type.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(type.Identifier));
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Rename",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, renamed))),
                    "Rename"),
                context.Diagnostics);
        }
    }
}
