using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8015>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8015Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Method("using (torch.no_grad())\n{ {|#0:await Save(net.forward(x))|}; }"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`await Save(net.forward(x))` waits inside the scope of `torch.no_grad` at line 11. Whether gradients are recorded belongs to the thread, and what comes after may run on another one. Await before the scope or after it."));

    [Theory]
    [InlineData("using (torch.no_grad()) { var y = net.forward(x); [|await Save(y)|]; }")]
    [InlineData("using var off = torch.no_grad(); var y = net.forward(x); [|await Save(y)|]; Console.WriteLine(net.forward(x));")]
    [InlineData("using (var off = torch.inference_mode()) foreach (var one in new[] { x, x }) [|await Save(net.forward(one))|];")]
    [InlineData("using var off = torch.no_grad(); if (x is not null) { [|await System.Threading.Tasks.Task.Delay(1)|]; }")]
    public Task WaitInTheScope_Fires(string body) => Verify.VerifyAnalyzerAsync(Method(body));

    [Theory]
    [InlineData("Tensor y; using (torch.no_grad()) y = net.forward(x); await Save(y);")]
    [InlineData("await Save(x); using var off = torch.no_grad(); Console.WriteLine(net.forward(x));")]
    [InlineData("using var off = torch.no_grad(); Func<System.Threading.Tasks.Task> later = async () => await Save(x); Console.WriteLine(net.forward(x)); GC.KeepAlive(later);")]
    [InlineData("using (torch.enable_grad()) { var y = net.forward(x); await Save(y); }")]
    [InlineData("using var scope = torch.NewDisposeScope(); await Save(net.forward(x));")]
    [InlineData("{ using var off = torch.no_grad(); Console.WriteLine(net.forward(x)); } await Save(x);")]
    [InlineData("using (torch.inference_mode(false)) await Save(net.forward(x));")]
    public Task WaitOutsideTheScope_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Method(body));

    private static string Method(string body) =>
        TorchCode.Type("public static async System.Threading.Tasks.Task Predict(Net net, Tensor x) { " + body + " } private static System.Threading.Tasks.Task Save(Tensor y) => System.Threading.Tasks.Task.FromResult(y);");
}
