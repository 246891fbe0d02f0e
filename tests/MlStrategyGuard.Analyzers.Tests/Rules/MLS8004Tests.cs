using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8004>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8004Tests
{
    private const string Learn = "net.train(); foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); } ";

    [Fact]
    public Task Message_NamesTheCall() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("net.eval(); foreach (var (x, y) in dev) Console.WriteLine({|#0:net.forward(x)|});"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`net.forward` evaluates and records what gradients would need, which nothing computes here: time and memory for nothing. Put the loop into `using (torch.no_grad())`."));

    [Theory]
    [InlineData("net.eval(); foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|]);", "net.eval(); using (torch.no_grad()) foreach (var (x, y) in dev) Console.WriteLine(net.forward(x));")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Learn + "net.eval(); foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|].argmax(1)); }", "for (var e = 0; e < 3; e++) { " + Learn + "net.eval(); using (torch.no_grad()) foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1)); }")]
    [InlineData("Test(net); void Test(Net n) { n.eval(); var sum = 0f; foreach (var (x, y) in dev) { var p = [|n.forward(x)|]; sum += loss.forward(p, y).item<float>(); } Console.WriteLine(sum); }", "Test(net); void Test(Net n) { n.eval(); var sum = 0f; using (torch.no_grad()) foreach (var (x, y) in dev) { var p = n.forward(x); sum += loss.forward(p, y).item<float>(); } Console.WriteLine(sum); }")]
    public Task RecordedEvaluation_FiresAndIsFixed(string body, string fixedBody) => Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(fixedBody));

    [Theory]
    [InlineData("net.eval(); using (torch.no_grad()) { foreach (var (x, y) in dev) Console.WriteLine(net.forward(x)); }")]
    [InlineData("net.eval(); using var off = torch.inference_mode(); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x));")]
    [InlineData("using var mode = torch.set_grad_enabled(dev is null); net.eval(); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x));")]
    [InlineData(Learn)]
    [InlineData("foreach (var (x, y) in dev) Console.WriteLine(net.forward(x));")]
    [InlineData("net.eval(); Console.WriteLine(net.forward(torch.zeros(4)));")]
    [InlineData("net.eval(); foreach (var (x, y) in dev) { x.requires_grad = true; loss.forward(net.forward(x), y).backward(); Console.WriteLine(x.grad); }")]
    [InlineData("net.eval(); foreach (var (x, y) in dev) { x.requires_grad_(); var s = loss.forward(net.forward(x), y); Use(s); } void Use(Tensor t) => Console.WriteLine(t);")]
    public Task NoRecordingOrItIsNeeded_IsSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Fact]
    public Task MethodThatOthersMayCallWithoutGradients_IsSilent() =>
        Verify.VerifyAnalyzerAsync(TorchCode.Type("public static void Test(Net net, IEnumerable<Tensor> all) { net.eval(); foreach (var x in all) Console.WriteLine(net.forward(x)); }"));
}
