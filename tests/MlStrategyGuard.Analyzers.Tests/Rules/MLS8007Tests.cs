using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8007>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8007Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("foreach (var (x, y) in train) {\nvar l = loss.forward(net.forward(x), y);\nl.backward();\n{|#0:optimizer.zero_grad()|};\noptimizer.step();\n}"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`optimizer.zero_grad` throws away what backward computed: `optimizer.step` at line 18 has nothing to apply, and nothing is learnt. Clear the gradients before backward or after the step."));

    [Fact]
    public Task MessageOfAnEarlyStep_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("foreach (var (x, y) in train) {\noptimizer.zero_grad();\nvar l = loss.forward(net.forward(x), y);\n{|#0:optimizer.step()|};\nl.backward();\n}"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`optimizer.step` runs while the gradients are zero: `l.backward` comes later, at line 18, and nothing is learnt. Step after backward."));

    [Theory]
    [InlineData("foreach (var (x, y) in train) { var l = loss.forward(net.forward(x), y); l.backward(); [|net.zero_grad()|]; optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); nn.utils.clip_grad_norm_(net.parameters(), 1); [|optimizer.zero_grad()|]; Console.WriteLine(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); Update(); } void Update() { [|optimizer.zero_grad()|]; optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { using (torch.NewDisposeScope()) { optimizer.zero_grad(); var l = loss.forward(net.forward(x), y); [|optimizer.step()|]; l.backward(); } }")]
    [InlineData("loss.forward(net.forward(ones(4)), ones(2)).backward(); [|optimizer.zero_grad()|]; optimizer.step();")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); optimizer.step(); optimizer.zero_grad(); }")]
    [InlineData("optimizer.zero_grad(); optimizer.step(); foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { var l = loss.forward(net.forward(x), y); l.backward(); if (l.item<float>() > 100) optimizer.zero_grad(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { var l = loss.forward(net.forward(x), y); l.backward(); if (l.item<float>() > 100) { optimizer.zero_grad(); continue; } optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.step(() => { optimizer.zero_grad(); var l = loss.forward(net.forward(x), y); l.backward(); return l; }); }")]
    [InlineData("var other = new Plain(); foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); other.zero_grad(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); Outside.Learn(loss.forward(net.forward(x), y)); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); foreach (var p in net.parameters()) p.grad = ones(4); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); torch.autograd.backward(new[] { loss.forward(net.forward(x), y) }); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); optimizer.step(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { net.zero_grad(); for (var i = 0; i < 4; i++) loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    public Task RightOrUncertainCode_IsSilent(string body) =>
        Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + "\npublic abstract class Outside { public static void Learn(Tensor l) => Current.DoLearn(l); public static Outside Current = null!; public abstract void DoLearn(Tensor l); }");

    [Theory]
    [InlineData(
        "foreach (var (x, y) in train)\n{\n    var l = loss.forward(net.forward(x), y);\n    l.backward(); // the slope\n    [|optimizer.zero_grad()|];\n    optimizer.step();\n}",
        "foreach (var (x, y) in train)\n{\n    var l = loss.forward(net.forward(x), y);\n    optimizer.zero_grad();\n    l.backward(); // the slope\n    optimizer.step();\n}")]
    [InlineData(
        "foreach (var (x, y) in train)\n{\n    optimizer.zero_grad();\n    var l = loss.forward(net.forward(x), y);\n    [|optimizer.step()|];\n    l.backward();\n    Console.WriteLine();\n}",
        "foreach (var (x, y) in train)\n{\n    optimizer.zero_grad();\n    var l = loss.forward(net.forward(x), y);\n    l.backward();\n    optimizer.step();\n    Console.WriteLine();\n}")]
    [InlineData(
        "foreach (var (x, y) in train) { net.forward(x).sum().backward(); [|optimizer.zero_grad()|]; optimizer.step(); } foreach (var (x, y) in dev) { net.forward(x).sum().backward(); [|optimizer.zero_grad()|]; optimizer.step(); }",
        "foreach (var (x, y) in train) { optimizer.zero_grad(); net.forward(x).sum().backward(); optimizer.step(); } foreach (var (x, y) in dev) { optimizer.zero_grad(); net.forward(x).sum().backward(); optimizer.step(); }")]
    public Task Fix_PutsThemInOrder(string body, string fixedBody) => Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(fixedBody));
}
