using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8006>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8006Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("using (torch.no_grad())\n{\nvar l = loss.forward(net.forward(ones(4)), ones(2));\n{|#0:l.backward()|};\n}"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`l.backward` goes back through a computation that wasn't recorded: `torch.no_grad()` at line 14 had switched gradients off. It fails, and nothing is learnt. Compute the loss outside of that scope."));

    [Theory]
    [InlineData("using var _ = torch.no_grad(); [|loss.forward(net.forward(ones(4)), ones(2)).backward()|];")]
    [InlineData("using var _ = torch.inference_mode(); foreach (var (x, y) in train) { optimizer.zero_grad(); var l = loss.forward(net.forward(x), y); [|l.backward()|]; optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { using (torch.set_grad_enabled(false)) { var l = loss.forward(net.forward(x), y); [|l.backward()|]; } }")]
    [InlineData("Tensor l; using (torch.no_grad()) { l = loss.forward(net.forward(ones(4)), ones(2)); } [|l.backward()|];")]
    [InlineData("using (torch.no_grad()) One(); void One() { var l = nn.functional.mse_loss(net.forward(ones(4)), ones(2)) + nn.functional.mse_loss(ones(1), ones(1)); [|l.backward()|]; }")]
    [InlineData("var scope = torch.no_grad(); var l = net.forward(ones(4)).sum(); [|l.backward()|]; scope.Dispose();")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("var l = loss.forward(net.forward(ones(4)), ones(2)); using (torch.no_grad()) { l.backward(); }")]
    [InlineData("using (torch.no_grad()) { net.forward(ones(4)); } loss.forward(net.forward(ones(4)), ones(2)).backward();")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); using (torch.no_grad()) { Console.WriteLine(net.forward(x)); } }")]
    [InlineData("using (torch.no_grad()) using (torch.enable_grad()) { var l = loss.forward(net.forward(ones(4)), ones(2)); l.backward(); }")]
    [InlineData("using (torch.no_grad()) { using (torch.set_grad_enabled(true)) { loss.forward(net.forward(ones(4)), ones(2)).backward(); } }")]
    [InlineData("using (torch.inference_mode(false)) { loss.forward(net.forward(ones(4)), ones(2)).backward(); }")]
    [InlineData("using (torch.set_grad_enabled(net.training)) { loss.forward(net.forward(ones(4)), ones(2)).backward(); }")]
    [InlineData("Tensor target; using (torch.no_grad()) { target = net.forward(ones(4)); } loss.forward(net.forward(ones(4)), target).backward();")]
    [InlineData("using (torch.no_grad()) { var x = ones(4).requires_grad_(); x.backward(); }")]
    [InlineData("using (torch.no_grad()) { var x = ones(4); x.requires_grad = true; x.backward(); }")]
    [InlineData("using (torch.no_grad()) { var x = randn(4, requires_grad: true); x.backward(); }")]
    [InlineData("if (net.training) { using var _ = torch.no_grad(); } loss.forward(net.forward(ones(4)), ones(2)).backward();")]
    [InlineData("torch.no_grad(); loss.forward(net.forward(ones(4)), ones(2)).backward();")]
    [InlineData("var scope = torch.no_grad(); scope.Dispose(); loss.forward(net.forward(ones(4)), ones(2)).backward();")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));
}
