using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8005>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8005Tests
{
    private const string Training = " static class Trains { public static void Go(Tensor loss) => loss.backward(); }";

    [Fact]
    public Task Message_SaysWhatToWrite() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("net.eval();\n{|#0:torch.no_grad()|};\nConsole.WriteLine(net.forward(ones(4)).argmax(1));") + Training,
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`torch.no_grad()` switches gradients off and nothing ever disposes what it gives: they stay off on this thread, and later training learns nothing. Write `using var _ = torch.no_grad();`."));

    [Theory]
    [InlineData("[|torch.no_grad()|];")]
    [InlineData("[|torch.inference_mode()|];")]
    [InlineData("[|torch.inference_mode(true)|];")]
    [InlineData("_ = [|torch.no_grad()|];")]
    [InlineData("var scope = [|torch.no_grad()|]; Console.WriteLine(net.forward(ones(4)).argmax(1));")]
    [InlineData("foreach (var (x, y) in dev) { [|no_grad()|]; Console.WriteLine(net.forward(x).argmax(1)); }")]
    [InlineData("void Measure() { [|torch.no_grad()|]; Console.WriteLine(net.forward(ones(4))); } Measure();")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + Training);

    [Theory]
    [InlineData("using var _ = torch.no_grad();")]
    [InlineData("using (torch.no_grad()) { }")]
    [InlineData("using (var scope = torch.no_grad()) { }")]
    [InlineData("using IDisposable scope = torch.inference_mode();")]
    [InlineData("var scope = torch.no_grad(); try { } finally { scope.Dispose(); }")]
    [InlineData("var scope = torch.no_grad(); Keep(scope); void Keep(IDisposable one) => one.Dispose();")]
    [InlineData("torch.set_grad_enabled(false);")]
    [InlineData("torch.enable_grad();")]
    [InlineData("torch.inference_mode(false);")]
    [InlineData("IDisposable Off() => torch.no_grad(); using (Off()) { }")]
    [InlineData("torch.no_grad().Dispose();")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + Training);

    [Theory]
    [InlineData("private static IDisposable? scope; public static void Begin() => scope = torch.no_grad(); public static void End() => scope?.Dispose();")]
    [InlineData("public static IDisposable Off() { var scope = torch.no_grad(); return scope; }")]
    public Task ScopeThatIsKept_IsSilent(string members) => Verify.VerifyAnalyzerAsync(TorchCode.Type(members) + Training);

    [Fact]
    public async Task WhereNothingTrains_OnlyInforms()
    {
        var found = await TestProject.DiagnoseAsync(
            TestProject.Create(TorchCode.Program("torch.no_grad(); Console.WriteLine(net.forward(ones(4)));"), TestInputs.Default),
            new TrainingCodeAnalyzer([new Analyzers.Rules.MLS8005()]));
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData(
        "if (net.training)\n{\n    // no gradients here\n    [|torch.no_grad()|]; // at all\n    Console.WriteLine(net.forward(ones(4)));\n}",
        "if (net.training)\n{\n    // no gradients here\n    using var _ = torch.no_grad(); // at all\n    Console.WriteLine(net.forward(ones(4)));\n}")]
    [InlineData("var scope = [|torch.no_grad()|]; Console.WriteLine(net.forward(ones(4)));", "using var scope = torch.no_grad(); Console.WriteLine(net.forward(ones(4)));")]
    [InlineData("_ = [|torch.no_grad()|];", "using var _ = torch.no_grad();")]
    [InlineData("{ [|torch.no_grad()|]; } { [|torch.inference_mode()|]; }", "{ using var _ = torch.no_grad(); } { using var _ = torch.inference_mode(); }")]
    [InlineData("_ = net.forward(ones(4)); [|torch.no_grad()|];", "_ = net.forward(ones(4)); using var noGrad = torch.no_grad();")]
    [InlineData("foreach (var _ in dev) { } [|torch.no_grad()|];", "foreach (var _ in dev) { } using var noGrad = torch.no_grad();")]
    [InlineData("[|torch.no_grad()|]; net.forward(ones(4)).sum().backward();", "[|torch.no_grad()|]; net.forward(ones(4)).sum().backward();")]
    [InlineData("[|torch.no_grad()|]; { [|torch.no_grad()|]; }", "using var _ = torch.no_grad(); { [|torch.no_grad()|]; }")]
    [InlineData("if (net.training) [|torch.no_grad()|];", "if (net.training) [|torch.no_grad()|];")]
    public Task Fix_EndsTheScope(string body, string fixedBody) =>
        Verify.VerifyCodeFixAsync(TorchCode.Program(body) + Training, TorchCode.Program(fixedBody) + Training);
}
