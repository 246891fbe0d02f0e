using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8009>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8009Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Method("var net = new Net();\nnet.load(\"net.dat\");\nConsole.WriteLine({|#0:net.forward(x)|}.argmax(1));"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`net.forward` predicts with the weights that `net.load` loads at line 13, and the network is still in training mode: dropout and batch norm act as in training. Call `net.eval()` after loading."));

    [Theory]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); Console.WriteLine([|net.forward(x)|].argmax(1));", "var net = new Net(); net.load(\"net.dat\"); net.eval(); Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var net = new Net(); net.load_state_dict(new Dictionary<string, Tensor>()); var y = [|net.call(x)|]; Console.WriteLine(y);", "var net = new Net(); net.load_state_dict(new Dictionary<string, Tensor>()); net.eval(); var y = net.call(x); Console.WriteLine(y);")]
    [InlineData("var net = new Net().to(torch.CPU); net.load(\"net.dat\"); Console.WriteLine(Predict(net)); Tensor Predict(Net n) => [|n.forward(x)|];", "var net = new Net().to(torch.CPU); net.load(\"net.dat\"); net.eval(); Console.WriteLine(Predict(net)); Tensor Predict(Net n) => n.forward(x);")]
    [InlineData("var net = nn.Sequential(nn.Linear(4, 8), nn.Dropout(), nn.Linear(8, 2)); net.load(\"net.dat\"); Console.WriteLine([|net.forward(x)|]);", "var net = nn.Sequential(nn.Linear(4, 8), nn.Dropout(), nn.Linear(8, 2)); net.load(\"net.dat\"); net.eval(); Console.WriteLine(net.forward(x));")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); foreach (var one in new[] { x, x }) Console.WriteLine([|net.forward(one)|]);", "var net = new Net(); net.load(\"net.dat\"); net.eval(); foreach (var one in new[] { x, x }) Console.WriteLine(net.forward(one));")]
    public Task PredictionInTrainingMode_FiresAndIsFixed(string body, string fixedBody) => Verify.VerifyCodeFixAsync(Method(body), Method(fixedBody));

    [Theory]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); net.eval(); Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var net = new Net(); net.eval(); net.load(\"net.dat\"); Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); net.train(false); Console.WriteLine(net.forward(x));")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); net.train(); Console.WriteLine(net.forward(x));")]
    [InlineData("var net = new Plain(); net.load(\"net.dat\"); Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var net = new Net(); Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); Console.WriteLine(net.forward(x).shape[0]);")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); var o = torch.optim.Adam(net.parameters()); net.forward(x).mean().backward(); o.step();")]
    [InlineData("var net = new Net(); net.load(\"net.dat\"); Prepare(net); Console.WriteLine(net.forward(x)); void Prepare(nn.Module m) => m.eval();")]
    public Task EvaluationModeOrTraining_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Method(body));

    private static string Method(string body) => TorchCode.Type("public static void Main() => Run(torch.zeros(4));\nprivate static void Run(Tensor x) { " + body + " }");
}
