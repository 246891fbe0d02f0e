using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8003>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8003Tests
{
    private const string Right = "foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); } ";
    private const string Wrong = "foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward([|net.forward(x)|], y).backward(); optimizer.step(); } ";
    private const string Test = "net.eval(); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1)); ";

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("for (var e = 0; e < 3; e++) {\nforeach (var (x, y) in train) { optimizer.zero_grad(); loss.forward({|#0:net.forward(x)|}, y).backward(); optimizer.step(); }\n" + Test + "}"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`net.forward` trains in evaluation mode: `net.eval` at line 16 switched to it and nothing switches back, so dropout and batch norm are off. Call `net.train()` before training goes on."));

    [Theory]
    [InlineData("net.train(); for (var e = 0; e < 3; e++) { " + Wrong + Test + "}")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Wrong + "if (e % 5 == 0) { " + Test + "} }")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Wrong + "Measure(); } void Measure() { " + Test + "}")]
    [InlineData(Test + Wrong)]
    [InlineData("void Measure() { " + Test + "} Measure(); for (var e = 0; e < 3; e++) { " + Wrong + " }")]
    [InlineData("for (var e = 0; e < 300; e++) { optimizer.zero_grad(); loss.forward([|net.forward(ones(4))|], ones(2)).backward(); optimizer.step(); net.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(zeros(4))); }")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Wrong + "net.train(false); using (torch.no_grad()) Console.WriteLine(net.forward(zeros(4))); }")]
    [InlineData("var i = 0; foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward([|net.forward(x)|], y).backward(); optimizer.step(); if (i++ % 100 == 0) { net.eval(); Console.WriteLine(net.forward(zeros(4)).argmax(1)); } }")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData("for (var e = 0; e < 3; e++) { net.train(); " + Right + Test + "}")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Right + Test + "net.train(); }")]
    [InlineData("for (var e = 0; e < 3; e++) { foreach (var (x, y) in train) { net.train(); optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); } " + Test + "}")]
    [InlineData("net.eval(); " + Right)]
    [InlineData("net.train(); " + Right + Test)]
    [InlineData("net.eval(); foreach (var (x, y) in dev) { x.requires_grad = true; loss.forward(net.forward(x), y).backward(); Console.WriteLine(x.grad); }")]
    [InlineData("var teacher = new Net(); teacher.eval(); foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), teacher.forward(x)).backward(); optimizer.step(); }")]
    [InlineData("var plain = new Plain(); var o = torch.optim.SGD(plain.parameters(), 0.1); for (var e = 0; e < 3; e++) { foreach (var (x, y) in train) { o.zero_grad(); loss.forward(plain.forward(x), y).backward(); o.step(); } plain.eval(); Console.WriteLine(plain.forward(ones(4)).argmax(1)); }")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Right + "if (e == 2) { " + Test + "} }")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Right + "if (train.Any()) { net.eval(); Console.WriteLine(net.forward(ones(4)).argmax(1)); break; } }")]
    [InlineData("foreach (var isTraining in new[] { true, false }) { if (isTraining) net.train(); else net.eval(); foreach (var (x, y) in train) { var l = loss.forward(net.forward(x), y); if (isTraining) { optimizer.zero_grad(); l.backward(); optimizer.step(); } } }")]
    [InlineData("for (var e = 0; e < 3; e++) { net.train(e < 2); " + Right + Test + "}")]
    [InlineData("for (var e = 0; e < 3; e++) { Outside.Mode(net); " + Right + Test + "}")]
    public Task RightOrUncertainCode_IsSilent(string body) =>
        Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + "\npublic abstract class Outside { public static void Mode(Net n) => Current.Set(n); public static Outside Current = null!; public abstract void Set(Net n); }");

    [Theory]
    [InlineData("public static void Fit(nn.Module<Tensor, Tensor> model, torch.optim.Optimizer o, List<Tensor> train, List<Tensor> dev) { model.train(); for (var e = 0; e < 3; e++) { foreach (var x in train) { o.zero_grad(); [|model.forward(x)|].sum().backward(); o.step(); } model.eval(); foreach (var x in dev) Console.WriteLine(model.forward(x)); } }")]
    [InlineData("public static void Style(nn.Module<Tensor, Tensor> vgg, torch.optim.Optimizer o) { vgg.eval(); Console.WriteLine(vgg.forward(ones(4))); for (var e = 0; e < 3; e++) { o.zero_grad(); vgg.forward(ones(4)).sum().backward(); o.step(); } }")]
    [InlineData("private static Net model = new(); private static torch.optim.Optimizer o = torch.optim.Adam(model.parameters()); public static void Fit(List<Tensor> d) { for (var e = 0; e < 3; e++) { Epoch(d); Measure(d); } } private static void Epoch(List<Tensor> d) { foreach (var x in d) { o.zero_grad(); [|model.forward(x)|].sum().backward(); o.step(); } } private static void Measure(List<Tensor> d) { model.eval(); foreach (var x in d) Console.WriteLine(model.forward(x)); }")]
    [InlineData("private static Net model = new(); private static torch.optim.Optimizer o = torch.optim.Adam(model.parameters()); public static void Fit(List<Tensor> d) { for (var e = 0; e < 3; e++) { Epoch(d); Measure(d); } } private static void Epoch(List<Tensor> d) { model.train(); foreach (var x in d) { o.zero_grad(); model.forward(x).sum().backward(); o.step(); } } private static void Measure(List<Tensor> d) { model.eval(); foreach (var x in d) Console.WriteLine(model.forward(x)); }")]
    public Task Members_AreFollowed(string members) => Verify.VerifyAnalyzerAsync(TorchCode.Type(members));

    [Theory]
    [InlineData(
        "for (var e = 0; e < 3; e++)\n{\n    // learn\n    foreach (var (x, y) in train)\n    {\n        optimizer.zero_grad();\n        loss.forward([|net.forward(x)|], y).backward();\n        optimizer.step();\n    }\n\n    " + Test + "\n}",
        "for (var e = 0; e < 3; e++)\n{\n    // learn\n    net.train();\n    foreach (var (x, y) in train)\n    {\n        optimizer.zero_grad();\n        loss.forward(net.forward(x), y).backward();\n        optimizer.step();\n    }\n\n    " + Test + "\n}")]
    [InlineData(
        "for (var e = 0; e < 300; e++) { optimizer.zero_grad(); loss.forward([|net.forward(ones(4))|], ones(2)).backward(); optimizer.step(); net.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(zeros(4))); }",
        "for (var e = 0; e < 300; e++) { optimizer.zero_grad(); net.train(); loss.forward(net.forward(ones(4)), ones(2)).backward(); optimizer.step(); net.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(zeros(4))); }")]
    public Task Fix_SetsTheMode(string body, string fixedBody) => Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(fixedBody));
}
