using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8012>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8012Tests
{
    private const string Learn = "foreach (var (x, y) in train) { o.zero_grad(); ";
    private const string Step = ".backward(); o.step(); } ";

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Program("var n = new Own(); var o = torch.optim.Adam(n.parameters()); " + Learn + "\nvar p = {|#0:n.forward(x)|};\nloss.forward(p, y)" + Step, "nn.functional.softmax(layer.forward(x), 1)"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`n.forward` ends with softmax, and `loss.forward` at line 16 applies log-softmax itself. Give it the values before softmax."));

    [Theory]
    [InlineData("loss.forward([|n.forward(x)|], y)", "layer.forward(x).softmax(1)")]
    [InlineData("nn.functional.cross_entropy([|n.call(x)|], y)", "torch.softmax(layer.forward(x), 1)")]
    [InlineData("nn.BCEWithLogitsLoss().forward([|n.forward(x)|], y)", "(layer.forward(x).sigmoid())")]
    [InlineData("nn.functional.binary_cross_entropy_with_logits([|n.forward(x)|], y)", "nn.functional.sigmoid(layer.forward(x))")]
    [InlineData("nn.functional.nll_loss([|n.forward(x)|], y)", "nn.functional.softmax(layer.forward(x), 1)")]
    [InlineData("nn.NLLLoss().forward([|n.forward(x)|], y)", "layer.forward(x.relu())")]
    [InlineData("loss.forward([|n.forward(x)|], y)", "last.forward(layer.forward(x))")]
    public Task LossThatDoesNotFit_Fires(string loss, string forward) =>
        Verify.VerifyAnalyzerAsync(Program("var n = new Own(); var o = torch.optim.Adam(n.parameters()); " + Learn + loss + Step, forward));

    [Theory]
    [InlineData("var n = nn.Sequential((\"a\", nn.Linear(4, 2)), (\"b\", nn.Softmax(1))); var o = torch.optim.Adam(n.parameters()); " + Learn + "loss.forward([|n.forward(x)|], y)" + Step)]
    [InlineData("var n = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid()).to(torch.CPU); var o = torch.optim.Adam(n.parameters()); var bce = nn.BCEWithLogitsLoss(); " + Learn + "var p = [|n.forward(x)|]; var l = bce.forward(p, y); l" + Step)]
    public Task SequenceThatEndsWrong_Fires(string body) => Verify.VerifyAnalyzerAsync(Program(body, "layer.forward(x)"));

    [Theory]
    [InlineData("loss.forward(n.forward(x), y)", "layer.forward(x)")]
    [InlineData("loss.forward(n.forward(x), y)", "nn.functional.log_softmax(layer.forward(x), 1)")]
    [InlineData("nn.functional.nll_loss(n.forward(x), y)", "nn.functional.log_softmax(layer.forward(x), 1)")]
    [InlineData("nn.functional.nll_loss(torch.log(n.forward(x)), y)", "nn.functional.softmax(layer.forward(x), 1)")]
    [InlineData("nn.BCELoss().forward(n.forward(x), y)", "layer.forward(x).sigmoid()")]
    [InlineData("nn.functional.mse_loss(n.forward(x), y)", "nn.functional.softmax(layer.forward(x), 1)")]
    [InlineData("nn.functional.binary_cross_entropy_with_logits(n.forward(x), y)", "layer.forward(x)")]
    [InlineData("loss.forward(n.forward(x), y)", "training ? layer.forward(x) : layer.forward(x).softmax(1)")]
    [InlineData("loss.forward(n.forward(x), y)", "Last(layer.forward(x))")]
    [InlineData("nn.functional.cross_entropy(x, n.forward(x))", "layer.forward(x).softmax(1)")]
    public Task LossThatFitsOrIsUnknown_IsSilent(string loss, string forward) =>
        Verify.VerifyAnalyzerAsync(Program("var n = new Own(); var o = torch.optim.Adam(n.parameters()); " + Learn + loss + Step, forward));

    [Theory]
    [InlineData("{ x = layer.forward(x); x = x.softmax(1); return x; }", false)]
    [InlineData("{ var h = layer.forward(x); if (training) return h; return h.softmax(1); }", false)]
    [InlineData("{ var h = layer.forward(x); if (!training) h = h.softmax(1); return h; }", false)]
    [InlineData("{ var h = layer.forward(x).relu(); var p = nn.functional.softmax(h, 1); return p; }", true)]
    [InlineData("{ using var h = layer.forward(x); return h.softmax(1).MoveToOuterDisposeScope(); }", true)]
    public Task BodyOfStatements_IsFollowed(string body, bool isFound)
    {
        var program = Program("var n = new Own(); var o = torch.optim.Adam(n.parameters()); " + Learn + "loss.forward(" + (isFound ? "[|n.forward(x)|]" : "n.forward(x)") + ", y)" + Step, "x");
        return Verify.VerifyAnalyzerAsync(program.Replace("forward(Tensor x) => x; //", "forward(Tensor x) " + body));
    }

    private static string Program(string body, string forward) =>
        TorchCode.Program(body) + "\npublic sealed class Own : nn.Module<Tensor, Tensor> { private readonly Linear layer = nn.Linear(4, 2); private readonly Softmax last = nn.Softmax(1); public Own() : base(\"own\") { RegisterComponents(); } "
        + "private static Tensor Last(Tensor h) => h.softmax(1);\npublic override Tensor forward(Tensor x) => " + forward + "; //\n}";
}
