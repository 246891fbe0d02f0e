using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8001>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8001Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("foreach (var (x, y) in train) {\nvar l = loss.forward(net.forward(x), y);\nl.backward();\n{|#0:optimizer.step()|};\n}"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`optimizer.step` applies gradients that it has applied before: `l.backward` at line 16 adds to them, and nothing sets them to zero. Call `optimizer.zero_grad()` before it."));

    [Theory]
    [InlineData("for (var i = 0; i < 10; i++) { loss.forward(net.forward(ones(4)), ones(2)).backward(); [|optimizer.step()|]; }")]
    [InlineData("optimizer.zero_grad(); foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; }")]
    [InlineData("for (var e = 0; e < 3; e++) { optimizer.zero_grad(); foreach (var (x, y) in train) { var l = loss.forward(net.forward(x), y); l.backward(); [|optimizer.step()|]; } }")]
    [InlineData("foreach (var (x, y) in train) { using (var d = torch.NewDisposeScope()) { var l = loss.forward(net.forward(x), y); l.backward(); [|optimizer.step()|]; } }")]
    [InlineData("foreach (var (x, y) in train) { using var p = net.forward(x); using var l = loss.forward(p, y); l.backward(); nn.utils.clip_grad_norm_(net.parameters(), 1); [|optimizer.step()|]; }")]
    [InlineData("var s = torch.optim.lr_scheduler.StepLR(optimizer, 1); for (var e = 0; e < 3; e++) { foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; } s.step(); }")]
    [InlineData("var other = new Plain(); foreach (var (x, y) in train) { other.zero_grad(); loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; }")]
    [InlineData("void One(Tensor x, Tensor y) { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; } foreach (var (x, y) in train) One(x, y);")]
    [InlineData("Action<Tensor, Tensor> one = (x, y) => { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; }; foreach (var (x, y) in train) one(x, y);")]
    [InlineData("while (train.Any()) { try { loss.forward(net.forward(ones(4)), ones(2)).backward(); [|optimizer.step()|]; } finally { Console.WriteLine(); } }")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData("foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { net.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); optimizer.step(); optimizer.zero_grad(); }")]
    [InlineData("var i = 0; foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); if (++i % 4 == 0) { optimizer.step(); optimizer.zero_grad(); } }")]
    [InlineData("var i = 0; foreach (var (x, y) in train) { if (i % 4 == 0) optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); if (i++ % 4 == 3) optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer.step(() => { optimizer.zero_grad(); var l = loss.forward(net.forward(x), y); l.backward(); return l; }); }")]
    [InlineData("foreach (var (x, y) in train) { Tensor Closure() { optimizer.zero_grad(); var l = loss.forward(net.forward(x), y); l.backward(); return l; } optimizer.step(Closure); }")]
    [InlineData("foreach (var (x, y) in train) { foreach (var p in net.parameters()) p.grad = null; loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { foreach (var p in net.parameters()) p.grad?.zero_(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("void Reset() { optimizer.zero_grad(); } foreach (var (x, y) in train) { Reset(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { optimizer = torch.optim.Adam(net.parameters()); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("loss.forward(net.forward(ones(4)), ones(2)).backward(); optimizer.step();")]
    [InlineData("foreach (var (x, y) in train) { try { loss.forward(net.forward(x), y).backward(); optimizer.step(); } finally { optimizer.zero_grad(); } }")]
    [InlineData("foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); Outside.Finish(optimizer); }")]
    [InlineData("foreach (var (x, y) in train) { Outside.Clear(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    [InlineData("foreach (var (x, y) in train) { net.eval(); var p = net.forward(x); Console.WriteLine(p.argmax(1)); }")]
    [InlineData("var d = new Plain(); var od = torch.optim.SGD(d.parameters(), 0.1); foreach (var (x, y) in train) { od.zero_grad(); loss.forward(d.forward(x), y).backward(); od.step(); optimizer.zero_grad(); loss.forward(d.forward(net.forward(x)), y).backward(); optimizer.step(); }")]
    [InlineData("var both = nn.Sequential((\"net\", net)); foreach (var (x, y) in train) { both.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    public Task RightOrUncertainCode_IsSilent(string body) =>
        Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + "\npublic abstract class Outside { public static void Clear() => Current.DoClear(); public static void Finish(torch.optim.Optimizer o) { o.step(); o.zero_grad(); } public static Outside Current = null!; public abstract void DoClear(); }");

    [Theory]
    [InlineData("private static void Train(nn.Module<Tensor, Tensor> model, torch.optim.Optimizer optimizer, IEnumerable<(Tensor, Tensor)> data) { model.train(); foreach (var (x, y) in data) { nn.functional.cross_entropy(model.forward(x), y).backward(); [|optimizer.step()|]; } }")]
    [InlineData("private static readonly Net model = new(); private static readonly torch.optim.Optimizer optimizer = torch.optim.Adam(model.parameters()); public static void Train() { for (;;) { model.forward(ones(4)).sum().backward(); [|optimizer.step()|]; } }")]
    [InlineData("public static void Train(Net g, Net d) { var og = torch.optim.Adam(g.parameters()); var od = torch.optim.Adam(d.parameters()); while (true) { od.zero_grad(); d.forward(g.forward(ones(4)).detach()).sum().backward(); od.step(); d.forward(g.forward(ones(4))).sum().backward(); og.step(); } }")]
    [InlineData("public static void Train() { var g = new Net(); var d = new Plain(); var og = torch.optim.Adam(g.parameters()); var od = torch.optim.Adam(d.parameters()); while (true) { od.zero_grad(); d.forward(g.forward(ones(4)).detach()).sum().backward(); od.step(); d.forward(g.forward(ones(4))).sum().backward(); [|og.step()|]; } }")]
    [InlineData("public static void Train() { var g = new Net(); var o = torch.optim.Adam(g.parameters()); while (true) { Clear(o); g.forward(ones(4)).sum().backward(); o.step(); } } private static void Clear(torch.optim.Optimizer o) => o.zero_grad();")]
    public Task Members_AreFollowed(string members) => Verify.VerifyAnalyzerAsync(TorchCode.Type(members));

    [Theory]
    [InlineData(
        "foreach (var (x, y) in train)\n{\n    var l = loss.forward(net.forward(x), y);\n\n    // the slope\n    l.backward();\n    [|optimizer.step()|];\n}",
        "foreach (var (x, y) in train)\n{\n    var l = loss.forward(net.forward(x), y);\n\n    // the slope\n    optimizer.zero_grad();\n    l.backward();\n    optimizer.step();\n}")]
    [InlineData(
        "foreach (var (x, y) in train) { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; } foreach (var (x, y) in dev) { loss.forward(net.forward(x), y).backward(); [|optimizer.step()|]; }",
        "foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); } foreach (var (x, y) in dev) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); }")]
    public Task Fix_ClearsTheGradients(string body, string fixedBody) => Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(fixedBody));

    [Fact]
    public Task CodeThatDoesNotCompile_IsSurvived() =>
        Verify.VerifyAnalyzerAsync(TorchCode.Program("foreach (var (x, y) in train) { loss.forward(net.forward(x), {|CS0103:z|}).backward(); optimizer.{|CS1061:stepp|}(); }"));
}
